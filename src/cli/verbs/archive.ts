// hearsay archive [ID...] -o FILE: the evidence of documents or incidents as a WACZ file.
import { archive } from "../../app/archive.js";
import type { Environment } from "../../app/environment.js";
import { documentProgress } from "../progress.js";
import { problemReport } from "../report-problem.js";
import type { ExitCode, Terminal } from "../terminal.js";

export async function archiveVerb(
  environment: Environment,
  terminal: Terminal,
  ids: readonly string[],
  options: { readonly collection: string; readonly output: string; readonly title: string },
): Promise<ExitCode> {
  const progress = documentProgress(terminal, "written");
  const report = problemReport({ ...terminal, err: (text) => progress.interrupt(text) });
  const store = await environment.openStore(options.collection, "read");
  if (!store.ok) {
    report.problem(store.problem);
    return report.exitCode();
  }
  const written = await archive(store.value, await environment.openArchiveWriter(), {
    selection: ids,
    path: options.output,
    title: options.title,
    software: `Hearsay ${environment.version}`,
    onProblem: (problem, kind) => report[kind](problem),
    onWritten: (documents) => progress.step(documents),
  });
  await store.value.close();
  progress.done();
  if (!written.ok) report.problem(written.problem);
  else {
    const { documents, records, bytes } = written.value;
    terminal.err(`${options.output}: ${documents} documents in ${records} WARC records, ${bytes} bytes\n`);
  }
  return report.exitCode();
}
