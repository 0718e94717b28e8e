// The terminal as the verbs see it: results on `out`, everything else on `err`; colour only where a person looks on.

export interface Terminal {
  /** Waits while the reader at the other end is slow; resolves false once it has gone away (`| head`). */
  out(text: string): Promise<boolean>;
  err(text: string): void;
  readonly outIsTty: boolean;
  readonly errIsTty: boolean;
  /** Characters per line; 100 where it is no terminal. */
  readonly columns: number;
  /** Colour on stdout; never where NO_COLOR is set. */
  readonly colour: boolean;
  /** Aborts when the person presses Ctrl-C. */
  readonly interrupted: AbortSignal;
  /** Milliseconds that only ever grow, for rates of progress; never part of a result. */
  elapsed(): number;
}

export const EXIT = { fine: 0, problems: 1, usage: 2, bug: 70 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Bold, dim and the like: `paint(terminal).bold("x")` is "x" itself where there is no colour. */
export function paint(
  terminal: Pick<Terminal, "colour">,
): Record<"bold" | "dim" | "underline", (text: string) => string> {
  const wrap =
    (on: number, off: number) =>
    (text: string): string =>
      terminal.colour ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return { bold: wrap(1, 22), dim: wrap(2, 22), underline: wrap(4, 24) };
}

/** Text of documents may hold control characters; a terminal must never obey them. Line breaks and tabs stay, and, where
 * `painted`, the few sequences of `paint`. */
export function printable(text: string, painted = false): string {
  return text.replace(
    // oxlint-disable-next-line no-control-regex
    /\u001b\[(?:1|2|4|22|24)m|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu,
    (found) => (painted && found.length > 1 ? found : "\ufffd"),
  );
}
