// A response's body, piece by piece, with its content coding (gzip, br, deflate; RFC 9110, section 8.4) undone under limits: the
// size as sent, the size decoded, and their ratio, each looked at with every piece, so that a bomb never unfolds.
import type { Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";
import type { FetchLimits } from "../../ports/fetcher.js";
import { FetchFailure } from "./fetch-failure.js";

export interface BodySink {
  /** Throws a FetchFailure where a limit is passed; the bytes are taken over. */
  take(chunk: Uint8Array): void;
  /** The decoded body. */
  end(): Promise<Uint8Array>;
  /** Frees what decoding holds. */
  drop(): void;
  /** Called where decoding fails in between. */
  onFailure: (failure: FetchFailure) => void;
}

/** From this decoded size on the ratio is looked at: little pages of one repeated line are no bombs. */
const RATIO_FROM = 1_000_000;
const MOST_CODINGS = 2;

/** Problems as failures: fetch/coding-unknown, fetch/coding-broken, fetch/body-too-large, fetch/decoded-too-large, fetch/ratio-too-high. */
export function bodySink(contentEncoding: string, limits: FetchLimits): BodySink {
  const codings = contentEncoding
    .toLowerCase()
    .split(",")
    .map((coding) => coding.trim())
    .filter((coding) => coding !== "" && coding !== "identity");
  if (codings.length > MOST_CODINGS)
    throw new FetchFailure("fetch/coding-unknown", { coding: contentEncoding.slice(0, 80) });

  const parts: Uint8Array[] = [];
  let sent = 0;
  let decoded = 0;
  let failure: FetchFailure | null = null;
  let ended: { settle: (bytes: Uint8Array) => void; reject: (error: FetchFailure) => void } | null = null;
  const steps: Transform[] = [];

  const fail = (next: FetchFailure): void => {
    if (failure !== null) return;
    failure = next;
    for (const step of steps) step.destroy();
    parts.length = 0;
    ended?.reject(next);
    sink.onFailure(next);
  };
  const collect = (chunk: Uint8Array): void => {
    if (failure !== null) return;
    decoded += chunk.length;
    if (decoded > limits.decodedSize)
      fail(new FetchFailure("fetch/decoded-too-large", { limit: limits.decodedSize }));
    else if (steps.length > 0 && decoded > RATIO_FROM && decoded > sent * limits.decompressionRatio) {
      fail(new FetchFailure("fetch/ratio-too-high", { limit: limits.decompressionRatio }));
    } else parts.push(chunk);
  };
  const whole = (): Uint8Array => new Uint8Array(Buffer.concat(parts));

  const first = (chunk: Uint8Array): Transform | null => {
    // Codings were applied in the order listed: the last is undone first.
    for (const coding of codings.toReversed()) steps.push(decoder(coding, chunk));
    steps.forEach((step, i) => {
      const next = steps[i + 1];
      step.on("error", (error: NodeJS.ErrnoException) =>
        fail(new FetchFailure("fetch/coding-broken", { system: error.code ?? error.message })),
      );
      if (next === undefined) step.on("data", collect).on("end", () => ended?.settle(whole()));
      else step.pipe(next);
    });
    return steps[0] ?? null;
  };

  let begun = false;
  let input: Transform | null = null;
  const sink: BodySink = {
    take(chunk) {
      if (failure !== null) throw failure;
      sent += chunk.length;
      if (sent > limits.bodySize) {
        fail(new FetchFailure("fetch/body-too-large", { limit: limits.bodySize }));
        throw failure!;
      }
      if (!begun) {
        begun = true;
        input = first(chunk);
      }
      if (input === null) collect(chunk);
      else input.write(chunk);
      if (failure !== null) throw failure;
    },
    end: () =>
      new Promise((settle, reject) => {
        if (failure !== null) reject(failure);
        else if (input === null) settle(whole());
        else {
          ended = { settle, reject };
          input.end();
        }
      }),
    drop: () => {
      for (const step of steps) step.destroy();
    },
    onFailure: () => {},
  };
  return sink;
}

function decoder(coding: string, head: Uint8Array): Transform {
  switch (coding) {
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "br":
      return createBrotliDecompress();
    case "deflate":
      // Meant is zlib's form; some servers send the bare one, whose first byte is never that of zlib.
      return (head[0]! & 0x0f) === 8 ? createInflate() : createInflateRaw();
    default:
      throw new FetchFailure("fetch/coding-unknown", { coding: coding.slice(0, 80) });
  }
}
