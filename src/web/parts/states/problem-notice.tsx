// What went wrong, what was kept and what to do, for a request that failed. A server that is gone is asked again by itself.
import type { RequestFailure } from "../../data/api.js";

export function ProblemNotice({
  failure,
  what,
  retry,
}: {
  readonly failure: RequestFailure;
  /** What could not be shown: "the incidents". */
  readonly what: string;
  readonly retry: () => void;
}) {
  const { problem, unreachable } = failure;
  return (
    <section className="notice" role="alert">
      <h2>{unreachable ? "The server does not answer" : (problem?.title ?? `Could not show ${what}`)}</h2>
      <p>
        {unreachable
          ? `This page asks the program on your own machine for ${what}, and got no answer.`
          : (problem?.detail ?? failure.message)}
      </p>
      <p className="muted">
        Nothing is lost: the collection stands on disk as it was.{" "}
        {unreachable
          ? "Start the program again; this page asks every few seconds and goes on by itself:"
          : null}
      </p>
      {unreachable ? (
        <pre className="command">
          <code>npx hearsay serve</code>
        </pre>
      ) : null}
      <p>
        <button type="button" className="button" onClick={retry}>
          Try again
        </button>
        {problem === null ? null : (
          <span className="small muted">
            {" "}
            Code <code>{problem.code}</code>
          </span>
        )}
      </p>
    </section>
  );
}
