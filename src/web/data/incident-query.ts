// The one query over incidents, as it stands in the address bar, and how its three views change it.
import { useCallback, useMemo } from "react";
import type { IncidentQuery } from "../../contract/query.js";
import { queryFromParams, queryToParams } from "../../contract/query-string.js";
import { navigate, useAddress } from "./address.js";

/** "?q=airfield&type=Attack", or nothing for the empty query. */
export function queryToSearch(query: IncidentQuery): string {
  const text = queryToParams(query).toString();
  return text === "" ? "" : `?${text}`;
}

export function queryOfSearch(search: string): IncidentQuery {
  return queryFromParams(new URLSearchParams(search));
}

export type ListFacet = "country" | "place" | "type" | "weapon" | "outlet" | "origin" | "status" | "disputed";

/** What narrows the list: everything but order and page. */
export function filtersIn(query: IncidentQuery): IncidentQuery {
  const { sort: _sort, offset: _offset, limit: _limit, ...filters } = query;
  return filters;
}

export function isFiltered(query: IncidentQuery): boolean {
  return queryToSearch(filtersIn(query)) !== "";
}

export function without(query: IncidentQuery, ...keys: readonly (keyof IncidentQuery)[]): IncidentQuery {
  return Object.fromEntries(
    Object.entries(query).filter(([key]) => !keys.includes(key as keyof IncidentQuery)),
  );
}

/** The query with this value of a facet added, or taken away where it was chosen. */
export function toggled(query: IncidentQuery, facet: ListFacet, value: string): IncidentQuery {
  const chosen: readonly string[] = query[facet] ?? [];
  const next = chosen.includes(value) ? chosen.filter((v) => v !== value) : [...chosen, value];
  const rest = without(query, facet, "offset");
  return next.length === 0 ? rest : { ...rest, [facet]: next };
}

export type ChangeQuery = (next: IncidentQuery, how?: "push" | "replace") => void;

export function useIncidentQuery(): readonly [IncidentQuery, ChangeQuery] {
  const { search } = useAddress();
  const query = useMemo(() => queryOfSearch(search), [search]);
  const change = useCallback<ChangeQuery>(
    (next, how = "push") => navigate(`/${queryToSearch(next)}`, how),
    [],
  );
  return [query, change];
}
