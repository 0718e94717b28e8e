// hearsay decide, undo and decisions: what a person decides about incidents, kept in the collection's log and never overwritten.
import { decide } from "../../app/decide.js";
import type { Environment } from "../../app/environment.js";
import type { DecisionDraft } from "../../contract/decisions.js";
import type { Decision } from "../../ports/store.js";
import { problemReport } from "../report-problem.js";
import type { ExitCode, Terminal } from "../terminal.js";
import { printable } from "../terminal.js";
import { tableLines } from "../text-table.js";

export async function decideVerb(
  environment: Environment,
  terminal: Terminal,
  draft: DecisionDraft,
  options: { readonly collection: string },
): Promise<ExitCode> {
  const report = problemReport(terminal);
  const decided = await decide(environment, options.collection, draft);
  if (!decided.ok) report.problem(decided.problem);
  else {
    const { decision, incidents } = decided.value;
    const now = incidents.length === 0 ? "no incident" : incidents.map((id) => id.slice(0, SHOWN)).join(" ");
    await terminal.out(`decision ${decision.id}: ${decision.kind}; its events are in ${now}\n`);
  }
  return report.exitCode();
}

const SHOWN = 8;

export async function decisionsVerb(
  environment: Environment,
  terminal: Terminal,
  options: { readonly collection: string; readonly format: "table" | "json" },
): Promise<ExitCode> {
  const report = problemReport(terminal);
  const store = await environment.openStore(options.collection, "read");
  if (!store.ok) {
    report.problem(store.problem);
    return report.exitCode();
  }
  const log = await store.value.decisions();
  await store.value.close();
  await terminal.out(
    options.format === "json"
      ? `${JSON.stringify({ decisions: log }, null, 1)}\n`
      : decisionTable(log, terminal.outIsTty ? terminal.columns : WHOLE),
  );
  return report.exitCode();
}

const WHOLE = 10_000;

function decisionTable(log: readonly Decision[], width: number): string {
  if (log.length === 0)
    return "No decisions yet. Say that two incidents are one with: hearsay decide same INCIDENT INCIDENT\n";
  const undone = new Set(log.map(({ value }) => (value as { undoes?: unknown } | null)?.undoes));
  const columns = [
    { head: "number", align: "right" as const },
    { head: "decision" },
    { head: "by" },
    { head: "at" },
    { head: "reason" },
    { head: "events" },
  ];
  const rows = [...log].reverse().map(({ id, kind, by, at, reason, subjects, value }) => {
    const taken = (value as { undoes?: number } | null)?.undoes;
    const words = taken === undefined ? kind : `undo ${taken}`;
    return [
      String(id),
      undone.has(id) ? `${words} (undone)` : words,
      printable(by ?? ""),
      at,
      printable(reason ?? ""),
      subjects.map((key) => key.replace(/^sha256:/u, "").replace(/^(.{8})[^#]*/u, "$1")).join(" "),
    ];
  });
  return `${tableLines(columns, rows, width).join("\n")}\n`;
}
