// hearsay watch FEED-or-FOLDER...: rounds of adding what is new, one line on stdout for each, until Ctrl-C or once.
import type { Environment } from "../../app/environment.js";
import { watch } from "../../app/watch.js";
import type { WatchRound } from "../../app/watch.js";
import { documentProgress } from "../progress.js";
import { problemReport } from "../report-problem.js";
import type { ExitCode, Terminal } from "../terminal.js";
import { EXIT } from "../terminal.js";
import type { WebFlags } from "../web-options.js";
import { webOptions } from "../web-options.js";

export interface WatchVerbOptions extends Omit<WebFlags, "urls"> {
  readonly collection: string;
  readonly knowledge: readonly string[];
  readonly every: number;
  readonly once?: boolean;
  readonly now?: string;
}

export async function watchVerb(
  environment: Environment,
  terminal: Terminal,
  sources: readonly string[],
  options: WatchVerbOptions,
): Promise<ExitCode> {
  const progress = documentProgress(terminal, "read");
  const report = problemReport({ ...terminal, err: (text) => progress.interrupt(text) });
  const web = webOptions({ ...options, urls: [] }, options.now, (text) => progress.interrupt(text));
  const once = options.once === true;
  await watch(environment, sources, {
    ...web,
    collection: options.collection,
    knowledge: options.knowledge,
    every: once ? null : options.every,
    signal: terminal.interrupted,
    onProblem: (problem, kind) => report[kind](problem),
    onRead: (documents) => progress.step(documents),
    onRound: async (round) => {
      if (!round.result.ok) report.problem(round.result.problem);
      await terminal.out(`${roundLine(round, once ? null : options.every)}\n`);
    },
  });
  progress.done();
  if (terminal.interrupted.aborted) {
    terminal.err("stopped; what was kept is kept, and the next run goes on from there\n");
    return EXIT.fine;
  }
  return report.exitCode();
}

/** `2031-05-02T10:00:00Z 3 new, 40 as before; the next round in 15 min`. */
function roundLine({ at, result, problems, stopped }: WatchRound, every: number | null): string {
  const instant = at.replace(/\.\d+Z$/u, "Z");
  if (stopped) return `${instant} stopped before its end`;
  const told = problems > 0 ? `, ${problems} ${problems === 1 ? "problem" : "problems"}` : "";
  const next = every === null ? "" : `; the next round in ${interval(every)}`;
  if (!result.ok) return `${instant} not done (${result.problem.code})${told}${next}`;
  const { added, present, counts } = result.value;
  return `${instant} ${added} new, ${present} as before${told}; ${counts.documents} documents, ${counts.incidents} incidents${next}`;
}

function interval(milliseconds: number): string {
  const minutes = milliseconds / 60_000;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
}
