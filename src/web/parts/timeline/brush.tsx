// The brush: drag to choose a period, drag it to move it, drag an edge to change it, click a bar for that bar.
// Both edges are sliders for the keyboard; Escape gives a drag up, Delete clears.
import { useRef, useState } from "react";
import type { KeyboardEvent, PointerEvent } from "react";
import { edtfWords } from "../words/edtf-words.js";
import { draggedRange, edgeMoved, pixelOf } from "./brush-range.js";
import { dayText } from "./day-number.js";
import type { DayRange, Timeline } from "./timeline-bins.js";

type Drag =
  | { readonly kind: "new"; readonly x: number }
  | { readonly kind: "move"; readonly x: number; readonly range: DayRange }
  | { readonly kind: "from" | "to"; readonly range: DayRange };

const GRIP = 8;

export function Brush({
  line,
  width,
  height,
  range,
  change,
  light,
}: {
  readonly line: Timeline;
  readonly width: number;
  readonly height: number;
  readonly range: DayRange | null;
  readonly change: (range: DayRange | null, done: boolean) => void;
  readonly light: (ids: readonly string[]) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag | null>(null);
  const before = useRef<DayRange | null>(null);
  const [told, setTold] = useState<{ readonly x: number; readonly words: string } | null>(null);
  const { frame, unit } = line;
  const shown = range ?? frame;
  const left = Math.max(0, Math.min(width, pixelOf(shown.from, frame, width)));
  const right = Math.max(0, Math.min(width, pixelOf(shown.to + 1, frame, width)));

  const at = (event: PointerEvent): number =>
    event.clientX - (box.current?.getBoundingClientRect().left ?? 0);
  const begin = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    const x = at(event);
    before.current = range;
    if (range !== null && Math.abs(x - left) <= GRIP) drag.current = { kind: "from", range };
    else if (range !== null && Math.abs(x - right) <= GRIP) drag.current = { kind: "to", range };
    else if (range !== null && x > left && x < right) drag.current = { kind: "move", x, range };
    else drag.current = { kind: "new", x };
    box.current?.setPointerCapture(event.pointerId);
  };
  const rangeAt = (x: number): DayRange | null => {
    const d = drag.current;
    if (d === null) return null;
    if (d.kind === "new") return draggedRange(d.x, x, frame, width, unit);
    if (d.kind === "move") {
      const days = Math.round(((x - d.x) / width) * (frame.to - frame.from + 1));
      const bounded = Math.max(frame.from - d.range.from, Math.min(frame.to - d.range.to, days));
      return { from: d.range.from + bounded, to: d.range.to + bounded };
    }
    const touched = draggedRange(x, x, frame, width, unit);
    return d.kind === "from"
      ? { from: Math.min(touched.from, d.range.to), to: d.range.to }
      : { from: d.range.from, to: Math.max(touched.to, d.range.from) };
  };
  const move = (event: PointerEvent): void => {
    const x = at(event);
    if (drag.current === null) {
      const bar = draggedRange(x, x, frame, width, unit);
      const bin = line.bins.find((b) => b.from === bar.from);
      light(bin?.ids ?? []);
      setTold({ x, words: `${periodWords(bar)}: ${bin?.count ?? 0}` });
      return;
    }
    const next = rangeAt(x);
    if (next === null) return;
    setTold({ x, words: periodWords(next) });
    change(next, false);
  };
  const end = (event: PointerEvent): void => {
    const d = drag.current;
    const x = at(event);
    const next = rangeAt(x);
    drag.current = null;
    if (d === null || next === null) return;
    if (d.kind === "move" && Math.abs(x - d.x) < 2) change(draggedRange(x, x, frame, width, unit), true);
    else change(next, true);
  };
  const key = (edge: "from" | "to") => (event: KeyboardEvent) => {
    if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      change(null, true);
      return;
    }
    const next = edgeMoved(shown, edge, event.key, frame, unit);
    if (next === null) return;
    event.preventDefault();
    change(next, true);
  };
  return (
    <div
      ref={box}
      className="brush"
      data-chosen={range === null ? undefined : ""}
      style={{ height }}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={() => {
        drag.current = null;
        change(before.current, true);
      }}
      onPointerLeave={() => {
        if (drag.current !== null) return;
        setTold(null);
        light([]);
      }}
    >
      {range === null ? null : (
        <>
          <div className="brush-out" style={{ left: 0, width: left }} />
          <div className="brush-out" style={{ left: right, width: Math.max(0, width - right) }} />
        </>
      )}
      {(["from", "to"] as const).map((edge) => (
        <div
          key={edge}
          role="slider"
          tabIndex={0}
          className="brush-edge"
          style={{ left: edge === "from" ? left : right }}
          aria-label={edge === "from" ? "Period begins" : "Period ends"}
          aria-orientation="horizontal"
          aria-valuemin={frame.from}
          aria-valuemax={frame.to}
          aria-valuenow={Math.max(frame.from, Math.min(frame.to, shown[edge]))}
          aria-valuetext={edtfWords(dayText(shown[edge]))}
          onKeyDown={key(edge)}
        />
      ))}
      {told === null ? null : (
        <div
          className="brush-told small figures"
          style={told.x < width / 2 ? { left: told.x + 8 } : { right: width - told.x + 8 }}
        >
          {told.words}
        </div>
      )}
    </div>
  );
}

function periodWords(range: DayRange): string {
  return edtfWords(`${dayText(range.from)}/${dayText(range.to)}`);
}
