// When: bars for certain dates, spans for uncertain ones, and a brush over them by mouse, touch or keyboard (two sliders).
// Shows all incidents that match but for the period, so that the chosen period stands among its neighbours.
import { useMemo, useRef, useState } from "react";
import { useSize } from "../../data/screen.js";
import { groupDigits, plural } from "../words/labels.js";
import { Brush } from "./brush.js";
import { pixelOf } from "./brush-range.js";
import type { DayRange, TimeMark } from "./timeline-bins.js";
import { ticksOf, timelineOf } from "./timeline-bins.js";

const BARS = 52;
const LANE = 6;

export function Timeline({
  marks,
  range,
  change,
  lit,
  light,
}: {
  readonly marks: readonly TimeMark[];
  readonly range: DayRange | null;
  /** `done` is false while the person is still dragging. */
  readonly change: (range: DayRange | null, done: boolean) => void;
  readonly lit: ReadonlySet<string>;
  readonly light: (ids: readonly string[]) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const { width } = useSize(box);
  const [within, setWithin] = useState<DayRange | null>(null);
  const [all, setAll] = useState(false);
  const line = useMemo(
    () => (width === 0 ? null : timelineOf(marks, width, within, all)),
    [marks, width, within, all],
  );
  const ticks = useMemo(() => (line === null ? [] : ticksOf(line.frame, width)), [line, width]);
  const tallest = Math.max(1, ...(line?.bins.map((bin) => bin.count) ?? []));
  const lanes = Math.max(0, ...(line?.stretches.map((s) => s.lane + 1) ?? []));
  const floor = BARS + 8;
  const height = floor + lanes * LANE + (lanes > 0 ? 4 : 0);
  const x = (day: number): number => (line === null ? 0 : pixelOf(day, line.frame, width));
  return (
    <section className="timeline" aria-label="Timeline">
      <div ref={box} className="timeline-box">
        {line === null ? (
          <p className="muted small timeline-empty">{width === 0 ? "" : "No dates to draw."}</p>
        ) : (
          <>
            <svg width={width} height={height} aria-hidden="true" className="timeline-plot">
              {ticks.map((tick) => (
                <line key={tick.day} className="tick" x1={x(tick.day)} x2={x(tick.day)} y1={0} y2={height} />
              ))}
              {line.bins.map((bin) => {
                const room = x(bin.to + 1) - x(bin.from);
                const wide = Math.max(1.5, Math.min(24, room - (room > 4 ? 1 : 0)));
                const left = x(bin.from) + Math.max(0, room - wide) / 2;
                const tall = Math.max(3, (bin.count / tallest) * BARS);
                const dispute = (bin.disputed / bin.count) * tall;
                return (
                  <g
                    key={bin.from}
                    className="bar"
                    data-lit={bin.ids.some((id) => lit.has(id)) ? "" : undefined}
                  >
                    <rect
                      className="bar-plain"
                      x={left}
                      y={floor - tall}
                      width={wide}
                      height={tall - dispute}
                    />
                    <rect
                      className="bar-disputed"
                      x={left}
                      y={floor - dispute}
                      width={wide}
                      height={dispute}
                    />
                  </g>
                );
              })}
              <line className="axis" x1={0} x2={width} y1={floor + 0.5} y2={floor + 0.5} />
              {line.stretches.map((s) => (
                <line
                  key={s.id}
                  className={s.disputed ? "stretch stretch-disputed" : "stretch"}
                  data-lit={lit.has(s.id) ? "" : undefined}
                  x1={Math.max(0, x(s.from)) + 1.5}
                  x2={Math.max(Math.max(0, x(s.from)) + 3, Math.min(width, x(s.to + 1)) - 1.5)}
                  y1={floor + 5 + s.lane * LANE}
                  y2={floor + 5 + s.lane * LANE}
                />
              ))}
            </svg>
            <Brush line={line} width={width} height={height} range={range} change={change} light={light} />
            <div className="timeline-axis small muted figures" aria-hidden="true">
              {ticks.map((tick) =>
                x(tick.day) > width - 30 ? null : (
                  <span key={tick.day} style={{ left: x(tick.day) }}>
                    {tick.label}
                  </span>
                ),
              )}
            </div>
          </>
        )}
      </div>
      {line === null ? null : (
        <p className="timeline-foot small muted">
          {line.before + line.after > 0 && within === null ? (
            <button type="button" className="quiet small" onClick={() => setAll(true)}>
              {line.before > 0 ? `${groupDigits(line.before)} earlier` : ""}
              {line.before > 0 && line.after > 0 ? ", " : ""}
              {line.after > 0 ? `${groupDigits(line.after)} later` : ""}: show
            </button>
          ) : null}
          {all ? (
            <button type="button" className="quiet small" onClick={() => setAll(false)}>
              Without the far-off ones
            </button>
          ) : null}
          {range !== null && within === null ? (
            <button type="button" className="quiet small" onClick={() => setWithin(range)}>
              Zoom to the period
            </button>
          ) : null}
          {within === null ? null : (
            <button type="button" className="quiet small" onClick={() => setWithin(null)}>
              Whole timeline
            </button>
          )}
          {range === null ? null : (
            <button type="button" className="quiet small" onClick={() => change(null, true)}>
              Clear the period
            </button>
          )}
          <span className="timeline-note">
            {line.bins.length > 0 ? `Tallest bar: ${groupDigits(tallest)} a ${line.unit}. ` : ""}
            {lanes > 0 ? "Spans: the date lies somewhere within. " : ""}
            {line.unplaced > 0 ? `${plural(line.unplaced, "further span")} not drawn. ` : ""}
            {line.undated > 0 ? `${groupDigits(line.undated)} without a date.` : ""}
          </span>
        </p>
      )}
    </section>
  );
}
