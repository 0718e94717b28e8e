// Incidents as CSV (RFC 4180), a line for each: for every attribute its status and all values that are claimed, none chosen.
// Cells that a spreadsheet would run as a formula are defused. Leaves alone: who says what (the JSON form has it).
import { stringify } from "csv-stringify/sync";
import { valueText } from "../contract/value-text.js";
import { ATTRIBUTES } from "../model/claim.js";
import type { Attribute } from "../model/claim.js";
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

export function incidentsCsv(incidents: readonly Incident[]): string {
  const header = [...FIXED, ...ATTRIBUTES.flatMap((attribute) => [`${attribute}_status`, attribute])];
  return stringify([header, ...incidents.map(cells)], { escape_formulas: true, record_delimiter: "windows" });
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

/** A value with its stance where it is not plainly asserted: "8 (unverified)". */
export function comparedText(attribute: Attribute, { value, stance }: ComparedValue): string {
  const text = valueText(attribute, value);
  return stance === "asserted" ? text : `${text} (${stance})`;
}
