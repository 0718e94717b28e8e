// One question to a collection, asked and printed: opens it, brought up to date with progress on stderr, asks, closes, and prints the
// answer as text or as JSON. Problems go to stderr and decide the exit code.
import type { Environment } from "../app/environment.js";
import { openCollection } from "../app/open-collection.js";
import type { Result } from "../base/result.js";
import type { Store } from "../ports/store.js";
import { documentProgress } from "./progress.js";
import { problemReport } from "./report-problem.js";
import type { ExitCode, Terminal } from "./terminal.js";

export interface AnswerOptions {
  readonly collection: string;
  readonly json?: boolean;
}

export interface Question<T> {
  readonly ask: (store: Store) => Promise<Result<T>>;
  readonly text: (answer: T) => string;
  /** What stands for the answer in JSON, where that is not the answer itself. */
  readonly json?: (answer: T) => unknown;
}

export async function printAnswer<T>(
  environment: Environment,
  terminal: Terminal,
  options: AnswerOptions,
  { ask, text, json = (answer) => answer }: Question<T>,
): Promise<ExitCode> {
  const progress = documentProgress(terminal, "read");
  const report = problemReport({ ...terminal, err: (words) => progress.interrupt(words) });
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
  const answer = await ask(store.value);
  await store.value.close();
  if (!answer.ok) report.problem(answer.problem);
  else if (options.json === true) await terminal.out(`${JSON.stringify(json(answer.value), null, 2)}\n`);
  else await terminal.out(text(answer.value));
  return report.exitCode();
}

/** Wide enough that nothing is cut, for whoever reads a table through a pipe. */
const WHOLE = 10_000;

export function tableWidth({ outIsTty, columns }: Terminal): number {
  return outIsTty ? columns : WHOLE;
}
