// "Decided. Undo": stays for twenty seconds or until dismissed, and as long as the pointer or the focus is on it (WCAG 2.2, 2.2.1).
import { useCallback, useEffect, useState } from "react";
import { useDecide, undoing } from "../../data/decide.js";
import { showDecided, useDecided } from "../../data/decided.js";
import type { Decided } from "../../data/decided.js";
import { useKey } from "../../data/keys.js";
import { DECIDED_WORDS } from "../words/decision-words.js";
import { DecisionProblem } from "./decision-problem.js";

const STAYS_MS = 20_000;

export function DecidedToast() {
  const decided = useDecided();
  // The live region stands before its text does, so that screen readers say it.
  return (
    <div className="toast-place" role="status" aria-live="polite">
      {decided === null ? null : <Toast key={decided.decision.id} decided={decided} />}
    </div>
  );
}

function Toast({ decided: { decision, follow } }: { readonly decided: Decided }) {
  const [held, setHeld] = useState(false);
  const deciding = useDecide();
  const stays = held || deciding.isPending || deciding.isError;
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(() => showDecided(null), STAYS_MS);
    return () => clearTimeout(timer);
  }, [stays]);
  const undoable = decision.kind !== "undo";
  const { mutate, isPending } = deciding;
  const undo = useCallback(() => {
    if (undoable && !isPending) mutate(undoing(decision.id, follow));
  }, [undoable, isPending, mutate, decision.id, follow]);
  useKey("u", undo);
  return (
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p>
        {undoable ? "Decided: " : ""}
        {DECIDED_WORDS[decision.kind] ?? decision.kind}.
      </p>
      {undoable ? (
        <button
          type="button"
          className="quiet"
          onClick={undo}
          aria-disabled={isPending}
          aria-keyshortcuts="u"
        >
          {isPending ? "Undoing…" : "Undo"}
        </button>
      ) : null}
      <button type="button" className="quiet dismiss" onClick={() => showDecided(null)}>
        <span className="unseen">Dismiss</span>
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d="M2 2 10 10M10 2 2 10" />
        </svg>
      </button>
      {deciding.error === null ? null : <DecisionProblem failure={deciding.error} />}
    </div>
  );
}
