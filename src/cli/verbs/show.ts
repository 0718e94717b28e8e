// hearsay show INCIDENT: the accounts of one incident side by side, a column for each independent origin, a row for each
// attribute, disputed ones first. Where the terminal is too narrow for all columns, they follow in bands.
import type { Environment } from "../../app/environment.js";
import { showIncident } from "../../app/show.js";
import type { AttributeRow, CellView, IncidentView } from "../../contract/views.js";
import type { Status } from "../../model/incident.js";
import { printAnswer, type AnswerOptions } from "../answer.js";
import type { ExitCode, Terminal } from "../terminal.js";
import { paint, printable } from "../terminal.js";
import { tableLines } from "../text-table.js";

export async function showVerb(
  environment: Environment,
  terminal: Terminal,
  id: string,
  options: AnswerOptions,
): Promise<ExitCode> {
  return printAnswer(environment, terminal, options, {
    ask: (store) => showIncident(store, id),
    text: (view) => incidentText(view, terminal),
  });
}

/** By shape and by word, never by colour alone. */
export const STATUS_SIGNS: Readonly<Record<Status, string>> = {
  agreed: "●",
  disputed: "◆",
  single: "○",
  unverified: "◌",
  open: "…",
};

/** No origin's column is narrower than this where there is another band to put it in. */
const NARROWEST = 16;

export function incidentText(view: IncidentView, terminal: Pick<Terminal, "colour" | "columns">): string {
  const { bold, dim } = paint(terminal);
  const { row, origins, attributes } = view;
  const counts = (Object.keys(STATUS_SIGNS) as Status[])
    .filter((status) => (row.statuses[status] ?? 0) > 0)
    .map((status) => `${STATUS_SIGNS[status]} ${status} ${row.statuses[status]}`);
  const where = row.place === null ? "place unknown" : `${row.place.name} (${row.place.precision})`;
  const lines = [
    bold(row.title),
    `${row.date ?? "date unknown"} · ${where} · ${row.type}`,
    `${plural(row.articles, "report")} · ${plural(row.outlets, "outlet")} · ${plural(row.origins, "origin")}`,
    counts.join("   "),
    dim(row.id),
    ...bands(view, terminal.columns).flatMap((columns) => [
      "",
      ...bandLines(attributes, columns, terminal.columns),
    ]),
    ...conflictLines(attributes),
    "",
    bold("Who told it"),
    ...origins.map(
      ({ name, kind, articles }) =>
        `  ${name} (${kind}): ${articles.map(({ outlet, published, chain }) => chainOf(outlet, published, chain)).join("; ")}`,
    ),
  ];
  return printable(`${lines.join("\n")}\n`, terminal.colour);
}

type OriginColumn = IncidentView["origins"][number];

/** As many origins beside each other as the width allows. */
function bands({ origins }: IncidentView, width: number): readonly (readonly OriginColumn[])[] {
  const perBand = Math.max(1, Math.floor((width - 18) / (NARROWEST + 2)));
  const made: OriginColumn[][] = [];
  for (let at = 0; at < origins.length; at += perBand) made.push(origins.slice(at, at + perBand));
  return made;
}

function bandLines(rows: readonly AttributeRow[], origins: readonly OriginColumn[], width: number): string[] {
  const columns = [
    { head: "" },
    ...origins.map(({ name, articles }) => ({
      head: `${name}${articles.length > 1 ? ` (${articles.length})` : ""}`,
      overflow: "wrap" as const,
    })),
  ];
  const cells = rows.map((row) => [
    `${STATUS_SIGNS[row.status]} ${row.label}`,
    ...origins.map(({ id }) => (row.cells[id] ?? []).map(cellText).join("\n")),
  ]);
  const spoken = cells.filter((row) => row.slice(1).some((cell) => cell !== ""));
  return tableLines(columns, spoken, width);
}

function cellText({ label, stance }: CellView): string {
  return stance === "asserted" ? label : `${label}, ${stance}`;
}

function conflictLines(rows: readonly AttributeRow[]): string[] {
  const why = rows.flatMap(({ label, conflicts, across }) =>
    [...conflicts.map(({ why: words }) => words), ...across].map((words) => `  ${label}: ${words}`),
  );
  return why.length === 0 ? [] : ["", "In dispute", ...new Set(why)];
}

function chainOf(outlet: string, published: string | null, chain: readonly string[]): string {
  const told = chain.length > 0 ? chain.join(" → ") : outlet;
  return published === null ? told : `${told}, ${published}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
