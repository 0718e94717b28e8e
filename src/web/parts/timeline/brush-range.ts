// The brush's arithmetic: days to pixels and back, and what dragging or a key makes of the chosen range.
import type { DayRange } from "./timeline-bins.js";
import { binStart, nextBin } from "./timeline-bins.js";
import type { Unit } from "./timeline-bins.js";

export function pixelOf(day: number, frame: DayRange, width: number): number {
  return ((day - frame.from) / (frame.to - frame.from + 1)) * width;
}

/** The day under a pixel, kept inside the frame. */
export function dayAt(x: number, frame: DayRange, width: number): number {
  const day = Math.floor(frame.from + (x / Math.max(1, width)) * (frame.to - frame.from + 1));
  return Math.max(frame.from, Math.min(frame.to, day));
}

/** The bins that a drag from one pixel to another touches, whole. */
export function draggedRange(x0: number, x1: number, frame: DayRange, width: number, unit: Unit): DayRange {
  const a = dayAt(Math.min(x0, x1), frame, width);
  const b = dayAt(Math.max(x0, x1), frame, width);
  return { from: binStart(a, unit), to: nextBin(binStart(b, unit), unit) - 1 };
}

/** One edge moved by a key: arrows by a bin, PageUp and PageDown by six, Home and End to the frame. Null for other keys. */
export function edgeMoved(
  range: DayRange,
  edge: "from" | "to",
  key: string,
  frame: DayRange,
  unit: Unit,
): DayRange | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowDown: -1,
    ArrowRight: 1,
    ArrowUp: 1,
    PageDown: -6,
    PageUp: 6,
  };
  const step = steps[key];
  let day: number;
  if (key === "Home") day = frame.from;
  else if (key === "End") day = frame.to;
  else if (step === undefined) return null;
  else day = stepped(range[edge], step, unit, edge);
  if (edge === "from") return { from: Math.max(frame.from, Math.min(day, range.to)), to: range.to };
  return { from: range.from, to: Math.min(frame.to, Math.max(day, range.from)) };
}

function stepped(day: number, steps: number, unit: Unit, edge: "from" | "to"): number {
  let start = binStart(day, unit);
  for (let i = 0; i < Math.abs(steps); i++)
    start = steps > 0 ? nextBin(start, unit) : binStart(start - 1, unit);
  return edge === "from" ? start : nextBin(start, unit) - 1;
}
