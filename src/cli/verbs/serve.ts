// hearsay serve and hearsay start: the workbench over HTTP until Ctrl-C; start reads the bundled samples first.
import { documentProgress } from "../progress.js";
import type { CommandLine, ServeOptions } from "../command-line.js";
import { problemReport } from "../report-problem.js";
import type { ExitCode } from "../terminal.js";
import { addVerb } from "./add.js";

export async function serveVerb(line: CommandLine, options: ServeOptions): Promise<ExitCode> {
  return serveUntilInterrupted(line, options, () => {});
}

export async function startVerb(
  line: CommandLine,
  options: ServeOptions & { readonly open?: boolean },
): Promise<ExitCode> {
  const added = await addVerb(line.environment, line.terminal, [line.samples.reports], {
    collection: options.collection,
    knowledge: line.samples.knowledge,
    samples: true,
  });
  if (added !== 0 && line.terminal.interrupted.aborted) return added;
  return serveUntilInterrupted(line, options, (url) => {
    if (options.open === true) line.openInBrowser(url);
  });
}

async function serveUntilInterrupted(
  { serve, terminal }: CommandLine,
  options: ServeOptions,
  onListening: (url: string) => void,
): Promise<ExitCode> {
  const progress = documentProgress(terminal, "read");
  const report = problemReport({ ...terminal, err: (text) => progress.interrupt(text) });
  const served = await serve(options, {
    onProblem: (problem, kind) => report[kind](problem),
    onRead: (documents) => progress.step(documents),
    onListening: (url) => {
      progress.done();
      terminal.err(`The workbench is at ${url} (Ctrl-C to stop)\n`);
      onListening(url);
    },
    signal: terminal.interrupted,
  });
  if (!served.ok) report.problem(served.problem);
  return report.exitCode();
}
