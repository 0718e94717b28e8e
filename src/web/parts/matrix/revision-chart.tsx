// A small step chart of how a figure was revised: one line an origin, dates of publication across, the figure upwards.
// The same numbers stand beside it as words, for those who cannot see it.
import { dayText } from "../timeline/day-number.js";
import { edtfShort } from "../words/edtf-words.js";
import type { RevisionLine, Step } from "./revision-steps.js";

const WIDTH = 280;
const HEIGHT = 96;
const LEFT = 28;
const RIGHT = 12;
const TOP = 10;
const BOTTOM = 20;

export function RevisionChart({
  lines,
  label,
}: {
  readonly lines: readonly RevisionLine[];
  readonly label: string;
}) {
  const steps = lines.flatMap((line) => line.steps);
  const first = Math.min(...steps.map((s) => s.day));
  const last = Math.max(...steps.map((s) => s.day));
  const most = Math.max(1, ...steps.map((s) => s.high));
  const x = (day: number): number =>
    LEFT + ((day - first) / Math.max(1, last - first)) * (WIDTH - LEFT - RIGHT);
  const y = (n: number): number => TOP + (1 - n / most) * (HEIGHT - TOP - BOTTOM);
  return (
    <figure className="revisions">
      <figcaption className="small">
        <b>{label}</b> as told over time
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
        <line className="axis" x1={LEFT} x2={WIDTH - RIGHT} y1={y(0)} y2={y(0)} />
        <text x={LEFT - 6} y={y(most) + 4} textAnchor="end">
          {most}
        </text>
        <text x={LEFT - 6} y={y(0) + 4} textAnchor="end">
          0
        </text>
        <text x={LEFT} y={HEIGHT - 4}>
          {edtfShort(dayText(first))}
        </text>
        <text x={WIDTH - RIGHT} y={HEIGHT - 4} textAnchor="end">
          {edtfShort(dayText(last))}
        </text>
        {lines.map((line, index) => (
          <g key={line.origin} className="revision-line" data-line={index % 4}>
            <path d={pathOf(line.steps, x, y)} />
            {line.steps.map((s) =>
              s.low === s.high ? (
                <circle key={s.day} cx={x(s.day)} cy={y(s.high)} r={3} />
              ) : (
                <line
                  key={s.day}
                  className="bounds"
                  x1={x(s.day)}
                  x2={x(s.day)}
                  y1={y(s.low)}
                  y2={y(s.high)}
                />
              ),
            )}
          </g>
        ))}
      </svg>
      <ul className="revision-words small">
        {lines.map((line, index) => (
          <li key={line.origin} data-line={index % 4}>
            <svg viewBox="0 0 20 8" className="revision-line" data-line={index % 4} aria-hidden="true">
              <path d="M0 4H20" />
            </svg>
            {line.name}: {line.steps.map((s) => `${s.label} (${edtfShort(dayText(s.day))})`).join(", then ")}
          </li>
        ))}
      </ul>
    </figure>
  );
}

function pathOf(steps: readonly Step[], x: (day: number) => number, y: (n: number) => number): string {
  return steps
    .map((s, index) => (index === 0 ? `M${x(s.day)} ${y(s.high)}` : `H${x(s.day)}V${y(s.high)}`))
    .join("");
}
