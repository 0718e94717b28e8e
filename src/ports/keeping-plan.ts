// How a batch of captures meets what a collection already holds; the rule every Store follows, whatever it is made of.
// The same bytes that came under several refs, from several addresses or at several times are one capture. It carries the ref
// and the address that sort first and the earliest time, so that the order of adding does not tell. Rows that are added again with
// another mapping of their columns are read by that from then on.
import { canonicalJson } from "../base/canonical-json.js";
import { byCodeUnits } from "../base/order.js";
import type { Capture } from "../model/document.js";
import type { CapturedDocument, CapturedRepeat } from "./capture-source.js";
import type { Kept } from "./store.js";

export interface KeepingPlan {
  /** One for each document, in their order. */
  readonly kept: readonly Kept[];
  readonly added: readonly CapturedDocument[];
  /** As they stand from now on; they were there under another ref, address or time. */
  readonly renamed: readonly Capture[];
}

export function planKeeping(
  documents: readonly (CapturedDocument | CapturedRepeat)[],
  before: ReadonlyMap<string, Capture>,
): KeepingPlan {
  const outcomes: Kept["as"][] = [];
  const added = new Map<string, CapturedDocument>();
  const renamed = new Map<string, Capture>();
  for (const document of documents) {
    const { id } = document.capture;
    const known = added.get(id)?.capture ?? renamed.get(id) ?? before.get(id);
    if (known === undefined) {
      if (document.bytes !== null) added.set(id, document);
      outcomes.push(document.bytes === null ? "absent" : "added");
      continue;
    }
    const merged = mergedCapture(known, document.capture);
    const fresh = added.get(id);
    if (merged === known) outcomes.push("present");
    else if (fresh === undefined) {
      renamed.set(id, merged);
      outcomes.push("renamed");
    } else {
      added.set(id, { ...fresh, capture: merged });
      outcomes.push("present");
    }
  }
  const kept = documents.map(({ capture }, i) => {
    const final = added.get(capture.id)?.capture ?? renamed.get(capture.id) ?? before.get(capture.id);
    return { as: outcomes[i]!, capture: final ?? capture };
  });
  return { kept, added: [...added.values()], renamed: [...renamed.values()] };
}

/** `known` itself where the other adds nothing. */
export function mergedCapture(known: Capture, other: Capture): Capture {
  const ref = least(known.ref, other.ref);
  const url = least(known.url, other.url);
  const capturedAt = least(known.capturedAt, other.capturedAt);
  const same = ref === known.ref && url === known.url && capturedAt === known.capturedAt;
  const { names, ...rest } = other.layout ?? {};
  if (names === undefined || canonicalJson(names) === canonicalJson(known.layout?.names ?? null))
    return same ? known : { ...known, ref: ref ?? known.ref, url, capturedAt };
  const { columns } = other;
  return { ...known, ref: ref ?? known.ref, url, capturedAt, columns, layout: { ...rest, names } };
}

/** The one that sorts first; null sorts last. */
function least(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return byCodeUnits(a, b) <= 0 ? a : b;
}

/**
 * Whether two times that the same bytes were received are one: for a file, where the ref is the same, however often it is added;
 * for an address, where the time is too.
 */
export function sightingKey({ id, ref, url, capturedAt }: Capture): string {
  return JSON.stringify([id, ref, url, url === null ? null : capturedAt]);
}
