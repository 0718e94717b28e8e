// IncidentQuery ↔ the query part of a URL, the same for the address bar and for GET /api/incidents. Lists repeat their key
// (country=SY&country=IQ), the box is four numbers with commas. Unknown keys and values that cannot be read are left out on reading;
// an empty value never appears on writing, and keys stand in a fixed order, so that equal queries have one spelling.
import type { Attribute } from "../model/claim.js";
import type { EventType } from "../model/event.js";
import type { Status } from "../model/incident.js";
import type { IncidentQuery } from "./query.js";

const LISTS = ["country", "place", "type", "weapon", "outlet", "origin", "status", "disputed"] as const;
const SORTS = ["date", "-date", "disputes", "articles"] as const;

type Draft = { -readonly [K in keyof IncidentQuery]: IncidentQuery[K] };

/** `queryToParams({ q: "airfield", limit: 10 }).toString()` is "q=airfield&limit=10". */
export function queryToParams(query: IncidentQuery): URLSearchParams {
  const params = new URLSearchParams();
  if (query.q !== undefined && query.q !== "") params.set("q", query.q);
  if (query.from !== undefined) params.set("from", query.from);
  if (query.to !== undefined) params.set("to", query.to);
  for (const key of LISTS) for (const value of query[key] ?? []) params.append(key, value);
  if (query.focus !== undefined) params.set("focus", query.focus);
  if (query.bbox !== undefined) params.set("bbox", query.bbox.join(","));
  if (query.sort !== undefined) params.set("sort", query.sort);
  if (query.offset !== undefined) params.set("offset", String(query.offset));
  if (query.limit !== undefined) params.set("limit", String(query.limit));
  return params;
}

/** Reads what `queryToParams` writes. Whether a type, status or attribute exists is for the reader of the query to judge. */
export function queryFromParams(params: URLSearchParams): IncidentQuery {
  const query: Draft = {};
  const q = params.get("q")?.trim();
  if (q !== undefined && q !== "") query.q = q;
  for (const key of ["from", "to"] as const) {
    const day = params.get(key);
    if (day !== null && /^-?\d{4}(?:-\d{2}){0,2}$/u.test(day)) query[key] = day;
  }
  const list = (key: (typeof LISTS)[number]): readonly string[] | undefined => {
    const values = [...new Set(params.getAll(key).filter((value) => value !== ""))];
    return values.length === 0 ? undefined : values;
  };
  for (const key of ["country", "place", "weapon", "outlet", "origin"] as const) {
    const values = list(key);
    if (values !== undefined) query[key] = values;
  }
  const type = list("type") as readonly EventType[] | undefined;
  const status = list("status") as readonly Status[] | undefined;
  const disputed = list("disputed") as readonly Attribute[] | undefined;
  if (type !== undefined) query.type = type;
  if (status !== undefined) query.status = status;
  if (disputed !== undefined) query.disputed = disputed;
  const focus = params.get("focus");
  if (focus === "main" || focus === "all") query.focus = focus;
  const bbox = params.get("bbox")?.split(",").map(Number);
  if (bbox?.length === 4 && bbox.every(Number.isFinite))
    query.bbox = [bbox[0]!, bbox[1]!, bbox[2]!, bbox[3]!];
  const sort = SORTS.find((s) => s === params.get("sort"));
  if (sort !== undefined) query.sort = sort;
  for (const key of ["offset", "limit"] as const) {
    const text = params.get(key);
    if (text !== null && /^\d{1,9}$/u.test(text)) query[key] = Number(text);
  }
  return query;
}
