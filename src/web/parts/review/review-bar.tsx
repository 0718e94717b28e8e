// The line above the accounts: what can be decided of them. Says how many are chosen; stays in sight while the list is walked.
import type { IncidentView } from "../../../contract/views.js";
import type { ReviewAct } from "./incident-review.js";
import { eventsOf } from "./incident-review.js";

export function ReviewBar({
  view,
  chosen,
  clear,
  open,
}: {
  readonly view: IncidentView;
  readonly chosen: ReadonlySet<string>;
  readonly clear: () => void;
  readonly open: (act: ReviewAct) => void;
}) {
  const all = eventsOf(view).size;
  return (
    <div className="review-bar" data-chosen={chosen.size > 0 ? "" : undefined}>
      <button
        type="button"
        className="quiet review-whole"
        aria-keyshortcuts="m"
        onClick={() => open({ kind: "same" })}
      >
        Same as another incident…
      </button>
      <button type="button" className="quiet review-whole" onClick={() => open({ kind: "not-same" })}>
        Not the same as…
      </button>
      {all > 1 ? (
        <>
          <button
            type="button"
            className="quiet"
            aria-keyshortcuts="s"
            disabled={!splits(view, chosen)}
            onClick={() => open({ kind: "split" })}
          >
            Split off as another incident…
          </button>
          <span className="small muted review-chosen" role="status">
            {chosen.size === 0
              ? "Choose the accounts that tell of something else."
              : chosen.size === all
                ? "All are chosen: leave at least one out."
                : `${chosen.size} of ${all} chosen`}
          </span>
          {chosen.size > 0 ? (
            <button type="button" className="quiet small" onClick={clear}>
              Choose none
            </button>
          ) : null}
        </>
      ) : null}
    </div>
  );
}

/** Some, and not all. */
export function splits(view: IncidentView, chosen: ReadonlySet<string>): boolean {
  return chosen.size > 0 && chosen.size < eventsOf(view).size;
}
