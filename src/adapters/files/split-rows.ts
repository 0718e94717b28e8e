// From a stream of bytes to the rows of an NDJSON or CSV file: each row exactly as it stands, without its line end.
// A CSV row ends at a line break outside quoted fields (RFC 4180). Memory is bounded by one row: a row above the limit
// is passed over with its size. Leaves alone: what a row says.

export interface Row {
  /** Null where the row is above the limit. */
  readonly bytes: Uint8Array | null;
  readonly size: number;
  /** Line of the file that the row begins on, from 1. */
  readonly line: number;
  /** True where the file ends inside a quoted field. */
  readonly unclosed: boolean;
}

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;

/** Where the scan stands within a CSV field; NDJSON stays in "plain". */
type Field = "start" | "plain" | "quoted" | "quote-in-quoted";

export async function* splitRows(
  chunks: AsyncIterable<Uint8Array>,
  options: { readonly quotes: boolean; readonly limit: number; readonly separator?: string },
): AsyncGenerator<Row> {
  const separator = (options.separator ?? ",").charCodeAt(0);
  let parts: Uint8Array[] = [];
  let size = 0;
  let line = 1;
  let rowLine = 1;
  let field: Field = options.quotes ? "start" : "plain";

  const keep = (part: Uint8Array): void => {
    size += part.length;
    if (size <= options.limit) parts.push(part);
    else parts = [];
  };
  const row = (): Row => {
    const whole = size <= options.limit ? joined(parts) : null;
    const bytes = whole !== null && whole.at(-1) === CR ? whole.subarray(0, -1) : whole;
    const made = { bytes, size, line: rowLine, unclosed: field === "quoted" };
    parts = [];
    size = 0;
    return made;
  };

  for await (const chunk of chunks) {
    let from = 0;
    let at = options.quotes ? 0 : chunk.indexOf(LF);
    while (at >= 0 && at < chunk.length) {
      const byte = chunk[at]!;
      if (options.quotes) field = nextField(field, byte, separator);
      if (byte === LF) {
        line++;
        if (field !== "quoted") {
          keep(chunk.subarray(from, at));
          yield row();
          rowLine = line;
          from = at + 1;
          if (options.quotes) field = "start";
        }
      }
      at = options.quotes ? at + 1 : chunk.indexOf(LF, at + 1);
    }
    if (from < chunk.length) keep(chunk.subarray(from));
  }
  if (size > 0) yield row();
}

function nextField(field: Field, byte: number, separator: number): Field {
  switch (field) {
    case "start":
      return byte === QUOTE ? "quoted" : byte === separator ? "start" : "plain";
    case "plain":
      return byte === separator ? "start" : "plain";
    case "quoted":
      return byte === QUOTE ? "quote-in-quoted" : "quoted";
    case "quote-in-quoted":
      return byte === QUOTE ? "quoted" : byte === separator ? "start" : "plain";
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  // Always a copy: rows outlive the chunk they were cut from, which may be read over.
  return new Uint8Array(Buffer.concat(parts));
}
