// hearsay tallies: every claimed number of the collection, and what the record holds under the same rule. A table for people, JSON for
// machines. Never a verdict: the record holds what reports told, and reports do not tell all.
import type { Environment } from "../../app/environment.js";
import { openCollection } from "../../app/open-collection.js";
import { tallyList } from "../../app/views/tally-view.js";
import type { TallyLineView } from "../../contract/views.js";
import { countText } from "../../contract/value-text.js";
import type { DocumentRecord } from "../../model/record.js";
import { documentProgress } from "../progress.js";
import { problemReport } from "../report-problem.js";
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
  const progress = documentProgress(terminal, "read");
  const report = problemReport({ ...terminal, err: (text) => progress.interrupt(text) });
  const store = await openCollection(environment, options.collection, {
    onProblem: (problem, kind) => report[kind](problem),
    onRead: (documents) => progress.step(documents),
    signal: terminal.interrupted,
  });
  progress.done();
  if (!store.ok) {
    report.problem(store.problem);
    return report.exitCode();
  }
  const measures = await environment.openTallies((await store.value.settings()).knowledge);
  if (!measures.ok) {
    await store.value.close();
    report.problem(measures.problem);
    return report.exitCode();
  }
  const records: DocumentRecord[] = [];
  for await (const record of store.value.records()) records.push(record);
  const list = tallyList(records, await store.value.incidents(), measures.value);
  await store.value.close();
  await terminal.out(
    options.format === "json"
      ? `${JSON.stringify(list, null, 1)}\n`
      : talliesTable(list.tallies, terminal.outIsTty ? terminal.columns : WHOLE),
  );
  return report.exitCode();
}

/** Wide enough that nothing is cut, for whoever reads the table through a pipe. */
const WHOLE = 10_000;

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
