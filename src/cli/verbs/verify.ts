// hearsay verify: everything that the evidence log names, hashed again; each difference is a problem that says where.
import type { Environment } from "../../app/environment.js";
import { verify } from "../../app/verify.js";
import { documentProgress } from "../progress.js";
import { problemReport } from "../report-problem.js";
import type { ExitCode, Terminal } from "../terminal.js";
import { EXIT, printable } from "../terminal.js";

export async function verifyVerb(
  environment: Environment,
  terminal: Terminal,
  options: { readonly collection: string; readonly head?: string; readonly json?: boolean },
): Promise<ExitCode> {
  const first = problemReport(terminal);
  const store = await environment.openStore(options.collection, "read");
  if (!store.ok) {
    first.problem(store.problem);
    return first.exitCode();
  }
  const { sequence } = await store.value.evidence.head();
  const progress = documentProgress(terminal, "checked", sequence);
  const report = problemReport({ ...terminal, err: (text) => progress.interrupt(text) });
  const result = await verify(store.value, await environment.openTimestamps(), {
    head: options.head ?? null,
    onProblem: (problem, kind) => report[kind](problem),
    onChecked: (lines) => progress.step(lines),
    signal: terminal.interrupted,
  });
  await store.value.close();
  progress.done();
  if (options.json === true) await terminal.out(`${JSON.stringify(result, null, 2)}\n`);
  else {
    const { lines, captures, records, problems, head } = result;
    const found =
      problems === 0 ? "nothing has changed" : `${problems} ${problems === 1 ? "problem" : "problems"}`;
    const told = [
      `${lines} lines of the log, ${captures} captures, ${records} WARC records: ${result.stopped ? "stopped before the end" : found}`,
      `head ${head.hash} (line ${head.sequence})`,
      ...result.timestamps.map(
        ({ at, signer, sequence: line }) =>
          `line ${line} and those before it existed at ${at}, says ${signer}`,
      ),
    ];
    await terminal.out(printable(`${told.join("\n")}\n`));
  }
  return result.stopped ? EXIT.problems : report.exitCode();
}
