// Problems on stderr, one line each: what is wrong, what to do, the code. Counts them, so that a verb knows its exit code.
import type { Problem } from "../base/result.js";
import { renderProblem } from "../contract/problem-text.js";
import type { ExitCode, Terminal } from "./terminal.js";
import { EXIT, printable } from "./terminal.js";

export interface ProblemReport {
  problem(problem: Problem): void;
  warning(problem: Problem): void;
  readonly problems: number;
  exitCode(): ExitCode;
}

export function problemReport(terminal: Terminal): ProblemReport {
  let problems = 0;
  let bugs = 0;
  const line = (problem: Problem): string => {
    const { what, todo } = renderProblem(problem);
    return printable(`${what}. ${todo} [${problem.code}]`).replaceAll("\n", " ");
  };
  return {
    problem: (problem) => {
      problems++;
      if (problem.code.startsWith("bug/")) bugs++;
      terminal.err(`${line(problem)}\n`);
    },
    warning: (problem) => terminal.err(`note: ${line(problem)}\n`),
    get problems() {
      return problems;
    },
    exitCode: () => (bugs > 0 ? EXIT.bug : problems > 0 ? EXIT.problems : EXIT.fine),
  };
}
