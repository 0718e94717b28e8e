// Incidents as CSV (RFC 4180), a line for each: for every attribute its status and all values that are claimed, none chosen.
// Cells that a spreadsheet would run as a formula are defused. Leaves alone: who says what (the JSON form has it).
import { stringify } from "csv-stringify/sync";
import { valueText } from "../contract/value-text.js";
import { ATTRIBUTES } from "../model/claim.js";
import type { Attribute } from "../model/claim.js";
import type { ResolvedFigure } from "../model/resolution.js";
import type { ComparedValue, Incident } from "../model/incident.js";

const FIXED = [
  "id",
  "title",
  "type",
  "date",
  "place",
  "precision",
  "lat",
  "lon",
  "country",
  "documents",
  "origins",
] as const;

/** One figure by the rule that a person chose; null where nobody gives one. */
type FigureOf = (incident: Incident, attribute: "killed" | "injured") => ResolvedFigure | null;

const RESOLVED = ["killed", "injured"] as const;

/** With `figures`, columns for them stand at the end: low, best, high, and the rule that picked them. */
export function incidentsCsv(incidents: readonly Incident[], figures: FigureOf | null = null): string {
  const header = [
    ...FIXED,
    ...ATTRIBUTES.flatMap((attribute) => [`${attribute}_status`, attribute]),
    ...(figures === null ? [] : RESOLVED.flatMap((a) => [`${a}_low`, `${a}_best`, `${a}_high`, `${a}_rule`])),
  ];
  const rows = incidents.map((incident) => [
    ...cells(incident),
    ...(figures === null ? [] : RESOLVED.flatMap((attribute) => figureCells(figures(incident, attribute)))),
  ]);
  return stringify([header, ...rows], { escape_formulas: true, record_delimiter: "windows" });
}

function cells(incident: Incident): (string | number | null)[] {
  const { place } = incident;
  return [
    incident.id,
    incident.title,
    incident.type,
    incident.date,
    place?.name ?? null,
    place?.precision ?? null,
    place?.lat ?? null,
    place?.lon ?? null,
    place?.country ?? null,
    new Set(incident.events.map(({ document }) => document)).size,
    incident.origins.length,
    ...ATTRIBUTES.flatMap((attribute) => {
      const compared = incident.attributes[attribute];
      if (compared === undefined) return [null, null];
      return [compared.status, compared.values.map((value) => comparedText(attribute, value)).join(" | ")];
    }),
  ];
}

function figureCells(figure: ResolvedFigure | null): (string | number | null)[] {
  return figure === null ? [null, null, null, null] : [figure.low, figure.best, figure.high, figure.rule];
}

/** A value with its stance where it is not plainly asserted: "8 (unverified)". */
export function comparedText(attribute: Attribute, { value, stance }: ComparedValue): string {
  const text = valueText(attribute, value);
  return stance === "asserted" ? text : `${text} (${stance})`;
}
