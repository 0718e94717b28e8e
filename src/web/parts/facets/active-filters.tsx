// What narrows the list right now, each with a button that takes it away, and one that takes away all.
import type { IncidentQuery } from "../../../contract/query.js";
import type { IncidentListView } from "../../../contract/views.js";
import { toggled, without } from "../../data/incident-query.js";
import type { ChangeQuery, ListFacet } from "../../data/incident-query.js";
import { edtfShort } from "../words/edtf-words.js";

interface Filter {
  readonly key: string;
  readonly words: string;
  readonly rest: IncidentQuery;
}

const FACETS: readonly ListFacet[] = [
  "status",
  "disputed",
  "country",
  "place",
  "type",
  "weapon",
  "outlet",
  "origin",
];

export function filtersOf(query: IncidentQuery, facets: IncidentListView["facets"] | undefined): Filter[] {
  const filters: Filter[] = [];
  if (query.q !== undefined) filters.push({ key: "q", words: `“${query.q}”`, rest: without(query, "q") });
  if (query.from !== undefined || query.to !== undefined)
    filters.push({
      key: "period",
      words: edtfShort(`${query.from ?? ".."}/${query.to ?? ".."}`),
      rest: without(query, "from", "to"),
    });
  if (query.bbox !== undefined)
    filters.push({ key: "bbox", words: "area on the map", rest: without(query, "bbox") });
  if (query.focus === "main")
    filters.push({ key: "focus", words: "told as news", rest: without(query, "focus") });
  for (const facet of FACETS)
    for (const value of query[facet] ?? []) {
      const label = facets?.[facet].find((v) => v.value === value)?.label ?? value;
      filters.push({
        key: `${facet} ${value}`,
        words: facet === "disputed" ? `${label} in dispute` : label,
        rest: toggled(query, facet, value),
      });
    }
  return filters;
}

export function ActiveFilters({
  query,
  change,
  facets,
}: {
  readonly query: IncidentQuery;
  readonly change: ChangeQuery;
  readonly facets: IncidentListView["facets"] | undefined;
}) {
  const filters = filtersOf(query, facets);
  if (filters.length === 0) return null;
  return (
    <ul className="active-filters" aria-label="Filters in force">
      {filters.map((filter) => (
        <li key={filter.key}>
          <button type="button" className="chip" onClick={() => change(filter.rest)}>
            <span className="unseen">Remove filter </span>
            {filter.words}
            <span aria-hidden="true" className="cross">
              ×
            </span>
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          className="quiet"
          onClick={() => change(query.sort === undefined ? {} : { sort: query.sort })}
        >
          Clear filters
        </button>
      </li>
    </ul>
  );
}
