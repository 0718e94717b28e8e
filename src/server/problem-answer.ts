// A problem as the answer to a request: problem details (RFC 9457) with the same code as on the command line.
import type { Problem } from "../base/result.js";
import { renderProblem } from "../contract/problem-text.js";
import type { ProblemView } from "../contract/views.js";

export const PROBLEM_TYPE = "application/problem+json";

const STATUS: Readonly<Record<string, number>> = {
  "id/unknown": 404,
  "id/ambiguous": 400,
  "id/unread": 404,
  "query/invalid": 400,
  "decision/too-few": 400,
  "decision/twice": 400,
  "decision/no-event": 400,
  "decision/not-one-incident": 409,
  "decision/nothing-left": 409,
  "decision/unknown": 404,
  "decision/undone": 409,
  "decision/invalid": 400,
  "serve/not-found": 404,
  "serve/method-refused": 405,
  "serve/host-refused": 403,
  "serve/origin-refused": 403,
  "collection/busy": 503,
};

/** The code names the type; docs/problems.md describes it. A code without a status of its own is the server's fault: 500. */
export function problemView(problem: Problem): ProblemView {
  const { what, todo } = renderProblem(problem);
  return {
    type: `urn:hearsay:problem:${problem.code}`,
    title: what,
    status: STATUS[problem.code] ?? 500,
    detail: todo,
    code: problem.code,
  };
}
