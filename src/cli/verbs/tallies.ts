// hearsay tallies: every claimed number of the collection, and what the record holds under the same rule. A table for people, JSON for
// machines. Never a verdict: the record holds what reports told, and reports do not tell all.
import type { Environment } from "../../app/environment.js";
import { tallyList } from "../../app/views/tally-view.js";
import { ok } from "../../base/result.js";
import type { TallyLineView } from "../../contract/views.js";
import { countText } from "../../contract/value-text.js";
import type { DocumentRecord } from "../../model/record.js";
import { printAnswer, tableWidth } from "../answer.js";
import type { ExitCode, Terminal } from "../terminal.js";
import { printable } from "../terminal.js";
import { tableLines } from "../text-table.js";

export interface TalliesVerbOptions {
  readonly collection: string;
  readonly format: "table" | "json";
}

export async function talliesVerb(
  environment: Environment,
  terminal: Terminal,
  options: TalliesVerbOptions,
): Promise<ExitCode> {
  return printAnswer(environment, terminal, options, {
    ask: async (store) => {
      const measures = await environment.openTallies((await store.settings()).knowledge);
      if (!measures.ok) return measures;
      const records: DocumentRecord[] = [];
      for await (const record of store.records()) records.push(record);
      return ok(tallyList(records, await store.incidents(), measures.value));
    },
    text: (list) =>
      options.format === "json"
        ? `${JSON.stringify(list, null, 1)}\n`
        : talliesTable(list.tallies, tableWidth(terminal)),
  });
}

function talliesTable(lines: readonly TallyLineView[], width: number): string {
  if (lines.length === 0) return "No tallies: no document of this collection states a number of events.\n";
  const right = "right" as const;
  const columns = [
    { head: "how many", align: right },
    { head: "of what" },
    { head: "who says so" },
    { head: "where" },
    { head: "period" },
    { head: "recorded", align: right },
    { head: "near", align: right },
    { head: "undecided", align: right },
    { head: "not tested" },
  ];
  const rows = lines.map((line) => [
    countText(line.count),
    line.what,
    printable(line.sources[0]?.name ?? line.outlet),
    printable(line.place ?? ""),
    line.period ?? "",
    line.record === null ? "-" : String(line.record.within.length),
    line.record === null ? "-" : String(line.record.near.length),
    line.record === null ? "-" : String(line.record.undecided.length),
    line.record?.untested.join(" ") ?? "",
  ]);
  return `${tableLines(columns, rows, width).join("\n")}\n`;
}
