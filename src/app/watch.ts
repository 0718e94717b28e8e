// Use case "watch": the same feeds, addresses and folders added round after round, what is new of them alone. All that is
// remembered between rounds stands in the collection, so that a run that was killed, or the next one by cron, goes on from there.
// The collection is open during a round only: others may add to it in between.
import type { Problem, Result } from "../base/result.js";
import { ok } from "../base/result.js";
import type { Fetcher } from "../ports/fetcher.js";
import type { AddOptions, AddSummary } from "./add.js";
import { add } from "./add.js";
import type { Environment } from "./environment.js";

export interface WatchOptions extends Omit<AddOptions, "capturedAt" | "skipUnchanged" | "samples"> {
  /** Milliseconds from the end of a round to the beginning of the next; null for a single round. */
  readonly every: number | null;
  readonly onRound: (round: WatchRound) => void | Promise<void>;
}

export interface WatchRound {
  readonly at: string;
  readonly result: Result<AddSummary>;
  readonly problems: number;
  /** True where the user stopped it before its end. */
  readonly stopped: boolean;
}

/** Returns when the signal aborts, or after the only round. */
export async function watch(
  environment: Environment,
  sources: readonly string[],
  options: WatchOptions,
): Promise<void> {
  // One fetcher for all rounds: it knows what robots.txt said, and which host asked to be left alone.
  let fetcher: Promise<Fetcher> | null = null;
  const steady: Environment = {
    ...environment,
    openFetcher: (given) => (fetcher ??= environment.openFetcher(given)),
  };
  const { signal } = options;
  while (signal?.aborted !== true) {
    const at = options.fetchedAt ?? environment.clock.now();
    let problems = 0;
    const result = await add(steady, sources, {
      ...options,
      capturedAt: at,
      skipUnchanged: true,
      onProblem: (problem: Problem, kind) => {
        if (kind === "problem") problems++;
        options.onProblem(problem, kind);
      },
    });
    const stopped = !result.ok && result.problem.code === "collection/interrupted";
    await options.onRound({ at, result: stopped ? ok(nothing) : result, problems, stopped });
    if (options.every === null) return;
    await environment.wait(options.every, signal);
  }
}

const nothing: AddSummary = {
  added: 0,
  present: 0,
  read: 0,
  failed: 0,
  counts: { documents: 0, events: 0, incidents: 0 },
};
