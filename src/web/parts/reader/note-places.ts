// Where notes stand beside the lines they come from: each as near to its line as the notes above it allow, in text order.

export interface NoteBox {
  readonly id: string;
  /** Where its line stands, and how tall the note is, in pixels from the top of the text. */
  readonly at: number;
  readonly height: number;
}

/** The top of each note. Notes never overlap and never stand above their line. */
export function stacked(boxes: readonly NoteBox[], gap: number): ReadonlyMap<string, number> {
  const tops = new Map<string, number>();
  let free = 0;
  for (const box of [...boxes].sort((a, b) => a.at - b.at)) {
    const top = Math.max(box.at, free);
    tops.set(box.id, top);
    free = top + box.height + gap;
  }
  return tops;
}
