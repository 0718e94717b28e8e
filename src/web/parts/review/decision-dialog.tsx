// The dialog of a decision: what it means, what it is about, an optional reason, who decides (remembered), then one button.
// While the record is linked anew nothing else can be pressed; a problem is told here, and what was typed stays.
import { useState } from "react";
import type { FormEvent, ReactNode } from "react";
import { BY_KEY, useDecide } from "../../data/decide.js";
import { useStoredText } from "../../data/stored-text.js";
import { DecisionProblem } from "./decision-problem.js";
import { ModalDialog } from "./modal-dialog.js";

export function DecisionDialog({
  kind,
  title,
  meaning,
  act,
  subjects,
  follow,
  close,
  children,
}: {
  readonly kind: "same" | "not-same" | "split";
  readonly title: string;
  /** What follows from it, in a sentence. */
  readonly meaning: string;
  /** The words of the button that decides. */
  readonly act: string;
  /** Ids of incidents or events; null while something is still to be chosen. */
  readonly subjects: readonly string[] | null;
  readonly follow: string;
  readonly close: () => void;
  readonly children?: ReactNode;
}) {
  const [reason, setReason] = useState("");
  const [by, setBy] = useStoredText(BY_KEY);
  const deciding = useDecide();
  const ready = subjects !== null && !deciding.isPending;
  const decide = (event: FormEvent, leave: () => void): void => {
    event.preventDefault();
    if (subjects === null || deciding.isPending) return;
    const words = (text: string): string | null => (text.trim() === "" ? null : text.trim());
    const draft = { kind, subjects: [...subjects], reason: words(reason), by: words(by) };
    deciding.mutate({ draft, follow }, { onSuccess: leave });
  };
  return (
    <ModalDialog title={title} close={close}>
      {(leave) => (
        <form onSubmit={(event) => decide(event, leave)} aria-busy={deciding.isPending}>
          <p className="muted">{meaning}</p>
          {children}
          <div className="decision-fields">
            <label>
              <span className="small">
                Reason <span className="muted">(optional)</span>
              </span>
              <input
                className="field"
                maxLength={2000}
                autoComplete="off"
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            </label>
            <label>
              <span className="small">
                Decided by <span className="muted">(optional)</span>
              </span>
              <input
                className="field"
                maxLength={200}
                autoComplete="name"
                value={by}
                onChange={(event) => setBy(event.target.value)}
              />
            </label>
          </div>
          {deciding.error === null ? null : <DecisionProblem failure={deciding.error} />}
          <div className="decision-acts">
            <button type="submit" className="button primary" disabled={!ready}>
              {deciding.isPending ? "Linking anew…" : act}
            </button>
            <button type="button" className="button" onClick={leave}>
              Cancel
            </button>
            <span className="small muted">Kept in the log; can be undone.</span>
          </div>
        </form>
      )}
    </ModalDialog>
  );
}
