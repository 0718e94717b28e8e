// Why a decision was not kept, and what to do. Nothing changed: the log only grows by what the server took.
import type { RequestFailure } from "../../data/api.js";

export function DecisionProblem({ failure }: { readonly failure: RequestFailure }) {
  const { problem, unreachable } = failure;
  const todo =
    problem !== null ? problem.detail : unreachable ? "Start the program again, then decide again." : "";
  return (
    <div className="decision-problem" role="alert">
      <p>
        <b>{problem === null ? failure.message : capital(WORDS[problem.code] ?? problem.title)}</b>
      </p>
      <p className="small">
        Nothing was changed. {problem === null ? todo : (TODO[problem.code] ?? todo)}
        {problem === null ? null : (
          <span className="muted">
            {" "}
            Code <code>{problem.code}</code>
          </span>
        )}
      </p>
    </div>
  );
}

/** The problems that a page can meet, in its own words: the server's speak of ids. */
const WORDS: Readonly<Record<string, string>> = {
  "decision/not-one-incident": "The accounts are no longer in one incident",
  "decision/nothing-left": "These are all the accounts of the incident",
  "decision/undone": "This decision is undone already",
  "decision/twice": "The two share an account",
  "id/unknown": "One of the two is no longer in the record",
};
const TODO: Readonly<Record<string, string>> = {
  "decision/not-one-incident": "Somebody decided in between: load the page again.",
  "decision/nothing-left": "Leave at least one of them out.",
  "decision/undone": "Load the page again to see the log as it is now.",
  "decision/twice": "Load the page again: they may be one incident by now.",
  "id/unknown": "Somebody decided in between, or documents were read again: load the page again.",
};

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
