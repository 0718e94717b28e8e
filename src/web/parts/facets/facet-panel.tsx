// The facets of the list with counts, and the period as two dates: the keyboard's way to everything that brush and map do.
import type { IncidentQuery } from "../../../contract/query.js";
import type { IncidentListView } from "../../../contract/views.js";
import type { Status } from "../../../model/incident.js";
import { toggled, without } from "../../data/incident-query.js";
import type { ChangeQuery, ListFacet } from "../../data/incident-query.js";
import { StatusShape } from "../status/status-mark.js";
import { STATUS_WORDS } from "../words/labels.js";
import { FacetGroup } from "./facet-group.js";

const GROUPS: readonly { readonly facet: ListFacet; readonly title: string }[] = [
  { facet: "status", title: "Status" },
  { facet: "disputed", title: "In dispute" },
  { facet: "country", title: "Country" },
  { facet: "place", title: "Place" },
  { facet: "type", title: "Type" },
  { facet: "weapon", title: "Weapon" },
  { facet: "outlet", title: "Outlet" },
  { facet: "origin", title: "Origin" },
];

export function FacetPanel({
  query,
  change,
  facets,
}: {
  readonly query: IncidentQuery;
  readonly change: ChangeQuery;
  readonly facets: IncidentListView["facets"] | undefined;
}) {
  const setDay = (key: "from" | "to", day: string): void =>
    change(day === "" ? without(query, key) : { ...query, [key]: day }, "replace");
  return (
    <div className="facets">
      <fieldset className="facet">
        <legend>Period</legend>
        <div className="period">
          <label>
            <span className="small muted">from</span>
            <input
              type="date"
              className="field small"
              value={query.from ?? ""}
              onChange={(event) => setDay("from", event.target.value)}
            />
          </label>
          <label>
            <span className="small muted">to</span>
            <input
              type="date"
              className="field small"
              value={query.to ?? ""}
              onChange={(event) => setDay("to", event.target.value)}
            />
          </label>
        </div>
        <label className="facet-value">
          <input
            type="checkbox"
            checked={query.focus === "main"}
            onChange={(event) =>
              change(event.target.checked ? { ...query, focus: "main" } : without(query, "focus"))
            }
          />
          <span className="facet-label">Only what is told as news</span>
        </label>
      </fieldset>
      {GROUPS.map(({ facet, title }) => (
        <FacetGroup
          key={facet}
          title={title}
          values={facets?.[facet] ?? []}
          chosen={query[facet] ?? []}
          toggle={(value) => change(toggled(query, facet, value))}
          {...(facet === "status" ? { mark: statusMark } : {})}
        />
      ))}
    </div>
  );
}

function statusMark(value: string) {
  return value in STATUS_WORDS ? <StatusShape status={value as Status} /> : null;
}
