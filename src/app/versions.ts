// Use cases "history" and "diff": the times that one address gave bytes, and how the clean texts of two documents differ, by
// words (Myers' differences, by jsdiff). Where they differ beyond measure, one is given as removed and the other as added.
import { diffArrays } from "diff";
import type { Result } from "../base/result.js";
import { failed, ok } from "../base/result.js";
import type { Sighting } from "../model/evidence.js";
import type { DocumentRecord } from "../model/record.js";
import type { Store } from "../ports/store.js";
import { findDocument } from "./find-id.js";

export interface Version extends Sighting {
  readonly title: string | null;
  readonly published: string | null;
  /** Against the version before it. */
  readonly change: "first" | "same" | "changed";
}

export interface TextPart {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

export interface Difference {
  readonly from: DocumentRecord["document"];
  readonly to: DocumentRecord["document"];
  readonly parts: readonly TextPart[];
}

/** Steps of the search for the shortest difference: a rewritten story needs some hundreds. */
const MOST_EDITS = 4000;

/** By an address, or by a document that came from it; in order of time. Problem: id/unknown. */
export async function history(store: Store, idOrUrl: string): Promise<Result<readonly Version[]>> {
  let sightings = await store.sightings({ url: idOrUrl });
  if (sightings.length === 0) {
    const capture = await findDocument(store, idOrUrl);
    if (!capture.ok) return capture;
    const { id, url } = capture.value;
    sightings = await store.sightings(url === null ? { capture: id } : { url });
  }
  const inTime = [...sightings].sort((a, b) => {
    const [x, y] = [a.capturedAt ?? "", b.capturedAt ?? ""];
    return x < y ? -1 : x > y ? 1 : a.sequence - b.sequence;
  });
  const versions: Version[] = [];
  for (const sighting of inTime) {
    const document = (await store.record(sighting.capture))?.document ?? null;
    const before = versions.at(-1);
    const change = before === undefined ? "first" : before.capture === sighting.capture ? "same" : "changed";
    versions.push({
      ...sighting,
      title: document?.title ?? null,
      published: document?.published ?? null,
      change,
    });
  }
  return ok(versions);
}

export async function difference(store: Store, from: string, to: string): Promise<Result<Difference>> {
  const documents: DocumentRecord["document"][] = [];
  for (const id of [from, to]) {
    const capture = await findDocument(store, id);
    if (!capture.ok) return capture;
    const record = await store.record(capture.value.id);
    if (record === null) return failed("id/unread", id);
    documents.push(record.document);
  }
  const [a, b] = documents as [Difference["from"], Difference["to"]];
  return ok({ from: a, to: b, parts: textDifference(a.text, b.text) });
}

/** `textDifference("eight rockets", "three rockets")` removes "eight", adds "three" and keeps " rockets". */
export function textDifference(from: string, to: string): readonly TextPart[] {
  const words = (text: string): string[] =>
    text.match(/\n+|[^\S\n]+|[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}\s]/gu) ?? [];
  const changes = diffArrays(words(from), words(to), { maxEditLength: MOST_EDITS });
  if (changes === undefined) {
    return [
      { kind: "removed", text: from },
      { kind: "added", text: to },
    ];
  }
  return changes.map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value.join(""),
  }));
}
