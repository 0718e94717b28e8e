// A gzip file of any number of members (RFC 1952), as WARC files are compressed, to the bytes within. A member that is damaged,
// cut off or swells beyond all measure becomes a gap, and the search goes on for the next one. Checksums are checked.
import { crc32, createInflateRaw } from "node:zlib";
import { ByteStream } from "./byte-stream.js";
import type { Gap } from "./byte-stream.js";

export interface GunzipLimits {
  /** Bytes out for one byte in, told once a member has grown above `ratioFrom`: text shrinks to a tenth, deflate's most is 1032. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

const MAGIC = [0x1f, 0x8b, 0x08];
/** Bytes given to the decompressor at a time: at deflate's worst, 16 MB come out. */
const PIECE = 16 * 1024;
const LONGEST_NAME = 64 * 1024;

export async function* gunzipMembers(
  chunks: AsyncIterable<Uint8Array>,
  limits: GunzipLimits,
): AsyncGenerator<Uint8Array | Gap> {
  const input = new ByteStream(chunks);
  try {
    for (;;) {
      const start = await input.take(3);
      if (start.length === 0) return;
      if (start.length === 3 && MAGIC.every((byte, i) => start[i] === byte) && (await skipHeader(input))) {
        const failed = yield* inflateMember(input, limits);
        if (failed !== null) yield { gap: failed };
        if (failed === null) continue;
      } else if (start.every((byte) => byte === 0)) {
        continue;
      } else {
        input.unread(start.subarray(1));
        yield { gap: "archive/gzip-broken" };
      }
      if (!(await findMember(input))) return;
    }
  } finally {
    await input.close();
  }
}

/** The optional parts of a member's header, after its first three bytes; false where it is cut off. */
async function skipHeader(input: ByteStream): Promise<boolean> {
  const fixed = await input.take(7);
  if (fixed.length < 7) return false;
  const flags = fixed[0]!;
  if ((flags & 4) !== 0) {
    const size = await input.take(2);
    await input.skip((size[0] ?? 0) + (size[1] ?? 0) * 256);
  }
  for (const flag of [8, 16]) if ((flags & flag) !== 0) await skipName(input);
  if ((flags & 2) !== 0) await input.skip(2);
  return true;
}

async function skipName(input: ByteStream): Promise<void> {
  for (let size = 0; size < LONGEST_NAME;) {
    const part = await input.some(PIECE);
    if (part === null) return;
    const end = part.indexOf(0);
    size += part.length;
    if (end >= 0) return input.unread(part.subarray(end + 1));
  }
}

/** The bytes of one member; returns why it was given up, or null where it was whole. */
async function* inflateMember(
  input: ByteStream,
  limits: GunzipLimits,
): AsyncGenerator<Uint8Array, string | null> {
  const inflate = createInflateRaw();
  let ready: Uint8Array[] = [];
  let failed: string | null = null;
  inflate.on("data", (chunk: Uint8Array) => ready.push(chunk));
  inflate.on("error", () => (failed = "archive/gzip-broken"));
  let out = 0;
  let taken = 0;
  let checksum = 0;
  try {
    for (let ended = false; !ended;) {
      const piece = await input.some(PIECE);
      if (piece === null) return "archive/truncated";
      await new Promise<void>((settle) => {
        inflate.write(piece, () => settle());
        inflate.once("error", () => settle());
      });
      inflate.removeAllListeners("error").on("error", () => (failed = "archive/gzip-broken"));
      if (failed !== null) {
        input.unread(piece);
        return failed;
      }
      const used = inflate.bytesWritten - taken;
      taken = inflate.bytesWritten;
      ended = used < piece.length;
      if (ended) input.unread(piece.subarray(used));
      const given = ready;
      ready = [];
      for (const part of given) {
        out += part.length;
        checksum = crc32(part, checksum);
        yield part;
      }
      if (out > limits.ratioFrom && out > taken * limits.ratio) return "archive/swells";
    }
    const end = Buffer.from(await input.take(8));
    if (end.length < 8) return "archive/truncated";
    return end.readUInt32LE(0) === checksum && end.readUInt32LE(4) === out % 2 ** 32
      ? null
      : "archive/gzip-broken";
  } finally {
    inflate.removeAllListeners("data");
    inflate.destroy();
  }
}

/** Up to where the next member may begin; false where there is none. */
async function findMember(input: ByteStream): Promise<boolean> {
  for (;;) {
    const part = await input.take(PIECE);
    if (part.length < 3) return false;
    const at = Buffer.from(part.buffer, part.byteOffset, part.length).indexOf(Uint8Array.from(MAGIC));
    if (at >= 0) {
      input.unread(part.subarray(at));
      return true;
    }
    if (part.length < PIECE) return false;
    input.unread(part.subarray(-2));
  }
}
