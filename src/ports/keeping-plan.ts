// How a batch of captures meets what a collection already holds; the rule every Store follows, whatever it is made of.
// The same bytes under two refs are one capture, and the ref that sorts first is kept: so the order of adding does not tell.
import type { Capture } from "../model/document.js";
import type { CapturedDocument } from "./capture-source.js";
import type { Kept } from "./store.js";

export interface KeepingPlan {
  /** One for each document, in their order. */
  readonly kept: readonly Kept[];
  readonly added: readonly CapturedDocument[];
  /** Captures that were there under a later ref. */
  readonly renamed: readonly CapturedDocument[];
}

export function planKeeping(
  documents: readonly CapturedDocument[],
  before: ReadonlyMap<string, Capture>,
): KeepingPlan {
  const outcomes: Kept["as"][] = [];
  const added = new Map<string, CapturedDocument>();
  const renamed = new Map<string, CapturedDocument>();
  for (const document of documents) {
    const { id, ref } = document.capture;
    const here = added.get(id) ?? renamed.get(id);
    const known = here?.capture ?? before.get(id);
    if (known === undefined) {
      added.set(id, document);
      outcomes.push("added");
    } else if (ref < known.ref) {
      const merged = { ...document, capture: { ...known, ref } };
      (added.has(id) ? added : renamed).set(id, merged);
      outcomes.push(added.has(id) ? "present" : "renamed");
    } else {
      outcomes.push("present");
    }
  }
  const final = ({ capture }: CapturedDocument): Capture =>
    (added.get(capture.id) ?? renamed.get(capture.id))?.capture ?? before.get(capture.id)!;
  const kept = documents.map((document, i) => ({ as: outcomes[i]!, capture: final(document) }));
  return { kept, added: [...added.values()], renamed: [...renamed.values()] };
}
