// What the reader can underline: mentions by kind, sources, claims and events, tallies, loaded words, quotations. From a document's
// view to marks with ids; one layer each, so that each can be switched.
import type { DocumentView } from "../../../contract/views.js";
import type { Marked } from "./segments.js";

export const LAYERS = [
  { layer: "event", label: "Events" },
  { layer: "claim", label: "Claims" },
  { layer: "tally", label: "Tallies" },
  { layer: "time", label: "Times" },
  { layer: "place", label: "Places" },
  { layer: "actor", label: "Actors" },
  { layer: "source", label: "Sources" },
  { layer: "weapon", label: "Weapons" },
  { layer: "count", label: "Counts" },
  { layer: "framing", label: "Loaded words" },
  { layer: "quotation", label: "Quotations" },
] as const;
export type Layer = (typeof LAYERS)[number]["layer"];

export interface ReaderMark extends Marked {
  readonly layer: Layer;
  /** What it was read as, for the tooltip: "5 July 2021", or why the reading abstained. */
  readonly words: string;
}

export function marksOf(view: DocumentView): ReaderMark[] {
  const marks: ReaderMark[] = [];
  view.mentions.forEach((mention, index) => {
    const words =
      mention.label ??
      mention.value ??
      (mention.abstained === null ? "" : `not resolved: ${mention.abstained}`);
    marks.push({ id: `m${index}`, start: mention.start, end: mention.end, layer: mention.kind, words });
  });
  for (const event of view.events) {
    marks.push({
      id: eventMark(event.id),
      start: event.start,
      end: event.end,
      layer: "event",
      words: event.type,
    });
    event.claims.forEach((claim, index) => {
      marks.push({
        id: claimMark(event.id, index),
        start: claim.start,
        end: claim.end,
        layer: "claim",
        words: claim.attribute,
      });
    });
  }
  view.tallies.forEach((tally, index) => {
    marks.push({ id: `t${index}`, start: tally.start, end: tally.end, layer: "tally", words: tally.what });
  });
  const framed = new Set(marks.filter((m) => m.layer === "framing").map((m) => `${m.start} ${m.end}`));
  view.framing.forEach((term, index) => {
    if (framed.has(`${term.start} ${term.end}`)) return;
    marks.push({
      id: `f${index}`,
      start: term.start,
      end: term.end,
      layer: "framing",
      words: [term.referent, term.neutral].filter((word) => word !== null).join("; "),
    });
  });
  return marks;
}

export function eventMark(event: string): string {
  return `e ${event}`;
}
export function claimMark(event: string, index: number): string {
  return `c ${event} ${index}`;
}

export function countsByLayer(marks: readonly ReaderMark[]): ReadonlyMap<Layer, number> {
  const counts = new Map<Layer, number>();
  for (const mark of marks) counts.set(mark.layer, (counts.get(mark.layer) ?? 0) + 1);
  return counts;
}
