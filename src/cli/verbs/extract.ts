// hearsay extract PATH-or-URL...: the records of documents on stdout, as NDJSON, as one JSON array, or as text for people.
import type { Environment } from "../../app/environment.js";
import { extract } from "../../app/extract.js";
import type { DocumentRecord } from "../../model/record.js";
import { documentProgress } from "../progress.js";
import { recordText } from "../record-text.js";
import { problemReport } from "../report-problem.js";
import type { ExitCode, Terminal } from "../terminal.js";
import { EXIT } from "../terminal.js";
import type { WebFlags } from "../web-options.js";
import { webOptions } from "../web-options.js";

export interface ExtractVerbOptions extends WebFlags {
  readonly format: "ndjson" | "json" | "text";
  readonly knowledge: readonly string[];
  readonly now?: string;
}

export async function extractVerb(
  environment: Environment,
  terminal: Terminal,
  paths: readonly string[],
  options: ExtractVerbOptions,
): Promise<ExitCode> {
  const progress = documentProgress(terminal, "read");
  const report = problemReport({ ...terminal, err: (text) => progress.interrupt(text) });
  const records = await extract(environment, paths, {
    knowledge: options.knowledge,
    capturedAt: options.now ?? null,
    ...webOptions(options, options.now, (text) => progress.interrupt(text)),
    signal: terminal.interrupted,
    onProblem: (problem, kind) => report[kind](problem),
  });
  if (!records.ok) {
    report.problem(records.problem);
    return report.exitCode();
  }
  const write = writer(options.format, terminal);
  let open = true;
  for await (const record of records.value) {
    progress.step();
    open = await write.record(record);
    if (!open || terminal.interrupted.aborted) break;
  }
  if (open) await write.end();
  progress.done();
  if (terminal.interrupted.aborted) {
    terminal.err("Stopped before the end; the documents above are whole.\n");
    return report.problems > 0 ? report.exitCode() : EXIT.problems;
  }
  return report.exitCode();
}

function writer(
  format: ExtractVerbOptions["format"],
  terminal: Terminal,
): { record(record: DocumentRecord): Promise<boolean>; end(): Promise<boolean> } {
  let written = 0;
  switch (format) {
    case "ndjson":
      return {
        record: (record) => terminal.out(`${JSON.stringify(record)}\n`),
        end: async () => true,
      };
    case "json":
      return {
        record: (record) =>
          terminal.out(`${written++ === 0 ? "[" : ","}\n${JSON.stringify(record, null, 2)}`),
        end: () => terminal.out(written === 0 ? "[]\n" : "\n]\n"),
      };
    case "text":
      return {
        record: (record) => terminal.out(`${written++ === 0 ? "" : "\n"}${recordText(record, terminal)}`),
        end: async () => true,
      };
  }
}
