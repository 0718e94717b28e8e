// hearsay add PATH-or-URL...: reports into the collection; progress and a summary on stderr.
import { add } from "../../app/add.js";
import type { Environment } from "../../app/environment.js";
import { documentProgress } from "../progress.js";
import { problemReport } from "../report-problem.js";
import type { ExitCode, Terminal } from "../terminal.js";
import type { WebFlags } from "../web-options.js";
import { webOptions } from "../web-options.js";

export interface AddVerbOptions extends Partial<WebFlags> {
  readonly collection: string;
  readonly knowledge: readonly string[];
  readonly now?: string;
  readonly acknowledge?: boolean;
  readonly samples?: boolean;
}

export async function addVerb(
  environment: Environment,
  terminal: Terminal,
  paths: readonly string[],
  options: AddVerbOptions,
): Promise<ExitCode> {
  const progress = documentProgress(terminal, "read");
  const report = problemReport({ ...terminal, err: (text) => progress.interrupt(text) });
  const summary = await add(environment, paths, {
    collection: options.collection,
    knowledge: options.knowledge,
    capturedAt: options.now ?? environment.clock.now(),
    samples: options.samples ?? false,
    ...webOptions({ urls: [], ...options }, options.now, (text) => progress.interrupt(text)),
    signal: terminal.interrupted,
    onProblem: (problem, kind) => report[kind](problem),
    onRead: (documents) => progress.step(documents),
    onPassed: (passed, of) => progress.passed(passed, of),
    onLinking: () => progress.interrupt("linking events into incidents\n"),
    onKept: async (kept) => {
      if (options.acknowledge !== true) return;
      const lines = kept.map(({ as, capture }) => JSON.stringify({ id: capture.id, ref: capture.ref, as }));
      await terminal.out(`${lines.join("\n")}\n`);
    },
  });
  progress.done();
  if (!summary.ok) {
    report.problem(summary.problem);
    return report.exitCode();
  }
  const { added, present, failed, counts } = summary.value;
  terminal.err(
    `${documents(added)} added, ${present} there already${failed > 0 ? `, ${failed} not readable` : ""}; ` +
      `${options.collection} holds ${documents(counts.documents)}, ${counts.events} events, ${counts.incidents} incidents\n`,
  );
  return report.exitCode();
}

function documents(count: number): string {
  return count === 1 ? "1 document" : `${count} documents`;
}
