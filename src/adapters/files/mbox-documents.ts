// The messages of an mbox (RFC 4155) as captures, each with its bytes as they stand in the file, its "From " line first: by that a
// reading knows that lines within it are quoted (">From "). A message begins at the start and after an empty line. Streamed: memory
// is bounded by one message. Leaves alone: what messages say.
import { createHash } from "node:crypto";
import type { CaptureItem } from "../../ports/capture-source.js";
import { isFromLine } from "./mail-head.js";

/** Longer lines are taken in pieces. */
const LONGEST_LINE = 64 * 1024;
/** So far into a message its id is looked for. */
const HEAD = 64 * 1024;
const LF = 0x0a;

export async function* mboxDocuments(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  capturedAt: string | null,
  limit: number,
): AsyncGenerator<CaptureItem> {
  let number = 0;
  for await (const { bytes, size } of messages(chunks, limit)) {
    number++;
    const place = `${path}#${number}`;
    if (bytes === null) {
      yield { kind: "problem", problem: { code: "input/too-large", input: place, detail: { size, limit } } };
      continue;
    }
    const id = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
    const ref = messageId(bytes) ?? place;
    const capture = { id, ref, form: "mail" as const, columns: null, url: null, capturedAt };
    yield { kind: "document", capture, bytes, exchange: null };
  }
}

interface Message {
  /** Null where it is above the limit. */
  readonly bytes: Uint8Array | null;
  readonly size: number;
}

async function* messages(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Message> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let carry: Uint8Array = new Uint8Array(0);
  let afterEmpty = true;
  let midLine = false;
  const keep = (part: Uint8Array): void => {
    size += part.length;
    if (size <= limit) parts.push(part);
    else parts = [];
  };
  const message = (): Message => {
    const made = { bytes: size > limit ? null : new Uint8Array(Buffer.concat(parts)), size };
    parts = [];
    size = 0;
    return made;
  };
  for await (const chunk of chunks) {
    const bytes = carry.length === 0 ? chunk : Buffer.concat([carry, chunk]);
    let from = 0;
    /** What was not yet kept begins here. */
    let whole = 0;
    for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, from)) {
      if (!midLine && afterEmpty && isFromLine(bytes.subarray(from, at))) {
        keep(bytes.slice(whole, from));
        whole = from;
        if (size > 0) yield message();
      }
      const length = at - from;
      afterEmpty = !midLine && (length === 0 || (length === 1 && bytes[from] === 0x0d));
      midLine = false;
      from = at + 1;
    }
    keep(bytes.slice(whole, from));
    carry = bytes.slice(from);
    if (carry.length > LONGEST_LINE) {
      keep(carry);
      carry = new Uint8Array(0);
      midLine = true;
    }
  }
  keep(carry);
  if (size > 0) yield message();
}

/** `mid:` and the Message-ID (RFC 2392); null where there is none. */
function messageId(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString("latin1");
  const fields = head.slice(0, head.search(/\r?\n\r?\n|$/u));
  const id = /^message-id:\s{0,20}<([^<>\s]{1,250})>/imu.exec(fields)?.[1];
  return id === undefined ? null : `mid:${id}`;
}
