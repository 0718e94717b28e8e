// The query over incidents, as it stands in the address bar and in GET /api/incidents. One query, three views of it.
import type { Attribute } from "../model/claim.js";
import type { EventType } from "../model/event.js";
import type { Status } from "../model/incident.js";

export interface IncidentQuery {
  /** Words: all must occur in the incident's title, place, actors, outlets or quotes. */
  readonly q?: string;
  /** EDTF days, inclusive; an incident matches when its date can lie within. */
  readonly from?: string;
  readonly to?: string;
  /** ISO 3166 alpha-2 or name of a country, and the name of a place. */
  readonly country?: readonly string[];
  readonly place?: readonly string[];
  readonly type?: readonly EventType[];
  readonly weapon?: readonly string[];
  readonly outlet?: readonly string[];
  readonly origin?: readonly string[];
  /** Incidents with at least one attribute of this status. */
  readonly status?: readonly Status[];
  /** Incidents in which this attribute is disputed. */
  readonly disputed?: readonly Attribute[];
  /** "main": told as news by at least one document; "all" also what is only recalled as background. Default "all". */
  readonly focus?: "main" | "all";
  /** west,south,east,north in degrees. */
  readonly bbox?: readonly [number, number, number, number];
  readonly sort?: "date" | "-date" | "disputes" | "articles";
  readonly offset?: number;
  readonly limit?: number;
}
