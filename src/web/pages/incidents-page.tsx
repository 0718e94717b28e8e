// The list: one query in the address bar, three views of it. Search box, facets, timeline and map all edit that query, and all
// show its answer. Timeline and map also show what lies beside their own filter, so that it can be widened where one looks.
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import type { IncidentQuery } from "../../contract/query.js";
import { useCollection, useIncidents } from "../data/api.js";
import { rememberList } from "../data/last-list.js";
import { isFiltered, queryToSearch, toggled, useIncidentQuery, without } from "../data/incident-query.js";
import { useMedia } from "../data/screen.js";
import { ActiveFilters } from "../parts/facets/active-filters.js";
import { FacetPanel } from "../parts/facets/facet-panel.js";
import type { PlaceMark } from "../parts/map/place-marks.js";
import { ListHead } from "../parts/results/list-head.js";
import { ResultList, WIDE } from "../parts/results/result-list.js";
import { PageTitle } from "../parts/shell/page-title.js";
import { FirstRun } from "../parts/states/first-run.js";
import { ProblemNotice } from "../parts/states/problem-notice.js";
import { Skeleton } from "../parts/states/skeleton.js";
import { dayNumber, daysFromCivil, dayText } from "../parts/timeline/day-number.js";
import { Timeline } from "../parts/timeline/timeline.js";
import type { DayRange } from "../parts/timeline/timeline-bins.js";

const IncidentMap = lazy(() => import("../parts/map/map.js").then((map) => ({ default: map.IncidentMap })));
const PAGE = 200;

export function IncidentsPage() {
  const [query, change] = useIncidentQuery();
  const wide = useMedia(WIDE);
  const collection = useCollection();
  const [pages, setPages] = useState({ of: query, limit: PAGE });
  const limit = pages.of === query ? pages.limit : PAGE;
  const list = useIncidents({ ...query, limit });
  const marksBesidePeriod = useIncidents(beside(query, limit, "from", "to"));
  const marksBesideBox = useIncidents(beside(query, limit, "bbox"));
  const [lit, setLit] = useState<ReadonlySet<string>>(new Set());
  const light = useCallback((ids: readonly string[]) => setLit(new Set(ids)), []);
  const [dragged, setDragged] = useState<DayRange | null>(null);
  const range = dragged ?? rangeOfQuery(query);

  const changePeriod = (next: DayRange | null, done: boolean): void => {
    setDragged(done ? null : next);
    if (!done) return;
    const rest = without(query, "from", "to", "offset");
    change(next === null ? rest : { ...rest, from: dayText(next.from), to: dayText(next.to) });
  };
  const more = useCallback(() => setPages({ of: query, limit: limit * 2 }), [query, limit]);
  const choosePlace = (mark: PlaceMark): void => change(toggled(query, "place", mark.place.name));
  const listSearch = queryToSearch(query);
  useEffect(() => rememberList(`/${listSearch}`), [listSearch]);

  const facets = list.data?.facets;
  const panel = useMemo(
    () => <FacetPanel query={query} change={change} facets={facets} />,
    [query, change, facets],
  );
  if (list.data?.total === 0)
    return (
      <div className="page">
        <PageTitle title="Incidents" hidden />
        <FirstRun />
      </div>
    );
  const map = (
    <Suspense fallback={<div className="map map-waiting" />}>
      <IncidentMap
        marks={marksBesideBox.data?.marks ?? NO_MARKS}
        outline={collection.data?.outline ?? null}
        box={query.bbox}
        changeBox={(box) => change(box === null ? without(query, "bbox") : { ...query, bbox: box })}
        choosePlace={choosePlace}
        lit={lit}
        light={light}
        wheel={wide}
      />
    </Suspense>
  );
  return (
    <div className="desk">
      <PageTitle title="Incidents" hidden />
      <section className="desk-facets" aria-label="Filters" data-keep-scroll="facets">
        {wide ? (
          panel
        ) : (
          <details>
            <summary>Filters</summary>
            {panel}
          </details>
        )}
      </section>
      <div className="desk-time">
        <ListHead query={query} change={change} matching={list.data?.matching} total={list.data?.total} />
        <ActiveFilters query={query} change={change} facets={facets} />
        <Timeline
          marks={marksBesidePeriod.data?.marks ?? NO_MARKS}
          range={range}
          change={changePeriod}
          lit={lit}
          light={light}
        />
      </div>
      <section
        className="desk-list"
        aria-label="Incidents"
        data-keep-scroll="list"
        aria-busy={list.isFetching}
      >
        {list.error !== null ? (
          <ProblemNotice failure={list.error} what="the incidents" retry={() => void list.refetch()} />
        ) : list.data === undefined ? (
          <Skeleton lines={12} label="Loading the incidents" />
        ) : list.data.matching === 0 ? (
          <div className="empty">
            <h2>No incident matches</h2>
            <p className="muted">
              {isFiltered(query)
                ? "Every filter narrows the list further. Take one away above, or all of them:"
                : "The documents of this collection report no incident."}
            </p>
            {isFiltered(query) ? (
              <button type="button" className="button" onClick={() => change({})}>
                Clear filters
              </button>
            ) : null}
          </div>
        ) : (
          <ResultList
            rows={list.data.incidents}
            matching={list.data.matching}
            lit={lit}
            light={light}
            more={more}
          />
        )}
      </section>
      <div className="desk-map">
        {wide ? (
          map
        ) : (
          <details>
            <summary>Map</summary>
            {map}
          </details>
        )}
      </div>
    </div>
  );
}

const FIRST_DAY = daysFromCivil(1, 1, 1);
const LAST_DAY = daysFromCivil(9999, 12, 31);
const NO_MARKS: readonly never[] = [];

/** The query that one view shows: without its own filter. The same request as the list's where that filter is not set. */
function beside(
  query: IncidentQuery,
  limit: number,
  ...own: readonly (keyof IncidentQuery)[]
): IncidentQuery {
  return own.some((key) => query[key] !== undefined)
    ? { ...without(query, ...own), limit: 1 }
    : { ...query, limit };
}

function rangeOfQuery(query: IncidentQuery): DayRange | null {
  if (query.from === undefined && query.to === undefined) return null;
  const from = query.from === undefined ? null : dayNumber(query.from);
  const to = query.to === undefined ? null : dayNumber(query.to);
  if (from === null && to === null) return null;
  return { from: from ?? FIRST_DAY, to: to ?? LAST_DAY };
}
