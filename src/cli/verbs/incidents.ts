// hearsay incidents: every incident of the collection, as a table for people or as JSON, CSV or GeoJSON for machines.
import type { Environment } from "../../app/environment.js";
import { figuresBy, type FigureOf } from "../../app/resolved-figures.js";
import { byCodeUnits } from "../../base/order.js";
import { ok } from "../../base/result.js";
import { incidentsCsv } from "../../exchange/incidents-csv.js";
import { incidentsGeoJson } from "../../exchange/incidents-geojson.js";
import { INCIDENTS_SCHEMA } from "../../model/incident.js";
import type { Incident } from "../../model/incident.js";
import type { ResolutionRule, ResolvedFigure } from "../../model/resolution.js";
import { printAnswer, tableWidth } from "../answer.js";
import type { ExitCode, Terminal } from "../terminal.js";
import { printable } from "../terminal.js";
import { tableLines } from "../text-table.js";

export interface IncidentsVerbOptions {
  readonly collection: string;
  readonly format: "table" | "json" | "csv" | "geojson";
  readonly resolve?: ResolutionRule;
}

export async function incidentsVerb(
  environment: Environment,
  terminal: Terminal,
  options: IncidentsVerbOptions,
): Promise<ExitCode> {
  return printAnswer(environment, terminal, options, {
    ask: async (store) => {
      const figures = options.resolve === undefined ? null : await figuresBy(options.resolve, store);
      return ok({ incidents: await store.incidents(), figures });
    },
    text: ({ incidents, figures }) => {
      switch (options.format) {
        case "json":
          return `${JSON.stringify({ schema: INCIDENTS_SCHEMA, incidents }, null, 1)}\n`;
        case "geojson":
          return `${JSON.stringify(incidentsGeoJson(incidents), null, 1)}\n`;
        case "csv":
          return incidentsCsv(incidents, figures);
        case "table":
          return incidentTable(incidents, figures, tableWidth(terminal));
      }
    },
  });
}

/** Newest first, unknown dates last. */
function incidentTable(incidents: readonly Incident[], figures: FigureOf | null, width: number): string {
  if (incidents.length === 0) return "No incidents yet. Add reports with: hearsay add PATH...\n";
  const sorted = [...incidents].sort(
    (a, b) => byCodeUnits(b.date ?? "", a.date ?? "") || byCodeUnits(a.id, b.id),
  );
  const shown = shortIds(incidents.map(({ id }) => id));
  const columns = [
    { head: "id" },
    { head: "date" },
    { head: "incident" },
    { head: "place" },
    { head: "reports", align: "right" as const },
    { head: "origins", align: "right" as const },
    ...(figures === null
      ? []
      : [
          { head: "killed", align: "right" as const },
          { head: "injured", align: "right" as const },
        ]),
    { head: "in dispute" },
  ];
  const rows = sorted.map((incident) => [
    shown(incident.id),
    incident.date ?? "unknown",
    printable(incident.title),
    incident.place?.name ?? "unknown",
    String(new Set(incident.events.map(({ document }) => document)).size),
    String(incident.origins.length),
    ...(figures === null
      ? []
      : (["killed", "injured"] as const).map((attribute) => resolvedText(figures(incident, attribute)))),
    Object.entries(incident.attributes)
      .filter(([, { status }]) => status === "disputed")
      .map(([attribute]) => attribute)
      .join(" "),
  ]);
  return `${tableLines(columns, rows, width).join("\n")}\n`;
}

/** "9", or "7–9" with the best between in brackets: "7–9 (8)"; empty where nobody gives a figure. */
function resolvedText(figure: ResolvedFigure | null): string {
  if (figure === null) return "";
  const { low, best, high } = figure;
  if (low === null) return best === null ? "" : String(best);
  const range = high === null ? `${low}+` : low === high ? String(low) : `${low}–${high}`;
  return best === null || range === String(best) ? range : `${range} (${best})`;
}

/** As few characters as tell every id from the others, at least four. */
function shortIds(ids: readonly string[]): (id: string) => string {
  const sorted = [...ids].sort(byCodeUnits);
  let needed = 4;
  for (let i = 1; i < sorted.length; i++) {
    let same = 0;
    while (sorted[i - 1]![same] !== undefined && sorted[i - 1]![same] === sorted[i]![same]) same++;
    needed = Math.max(needed, same + 1);
  }
  return (id) => id.slice(0, needed);
}
