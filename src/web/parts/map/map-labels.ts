// Which names the map has room for: the first come first, each only where its box touches no other.

export interface Label {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** The labels that fit, in the order given; widths are estimated from the number of letters. */
export function fitting(
  labels: readonly Label[],
  width: number,
  height: number,
  letter: number,
  line: number,
): Label[] {
  const kept: { label: Label; half: number }[] = [];
  for (const label of labels) {
    const half = (label.text.length * letter) / 2;
    if (label.x - half < 0 || label.x + half > width || label.y < line || label.y > height - line) continue;
    const free = kept.every(
      (other) =>
        Math.abs(other.label.x - label.x) > other.half + half + 6 || Math.abs(other.label.y - label.y) > line,
    );
    if (free) kept.push({ label, half });
  }
  return kept.map(({ label }) => label);
}
