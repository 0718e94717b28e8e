// Which names the map has room for: the first come first, each only where its box touches no other and no circle.

export interface Label {
  readonly key: string;
  readonly text: string;
  /** The middle of the words, and their baseline. */
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface LabelRoom {
  readonly width: number;
  readonly height: number;
  /** Pixels for a letter and for a line: labels are measured by estimate, because nothing is drawn yet. */
  readonly letter: number;
  readonly line: number;
  readonly taken: readonly Box[];
}

/** The labels that fit, in the order given, and the room that is taken then. */
export function fitting(
  labels: readonly Label[],
  room: LabelRoom,
): { readonly labels: Label[]; readonly taken: readonly Box[] } {
  const taken = [...room.taken];
  const kept = labels.filter((label) => {
    const box = boxOfLabel(label, room);
    if (box.x0 < 0 || box.x1 > room.width || box.y0 < 0 || box.y1 > room.height) return false;
    if (taken.some((other) => touches(other, box))) return false;
    taken.push(box);
    return true;
  });
  return { labels: kept, taken };
}

function boxOfLabel(label: Label, room: LabelRoom): Box {
  const half = (label.text.length * room.letter) / 2 + 2;
  return { x0: label.x - half, y0: label.y - room.line + 3, x1: label.x + half, y1: label.y + 3 };
}

function touches(a: Box, b: Box): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}
