// A DocumentReader that looks before it starts workers: up to a threshold the documents are read in this process, above
// it by the workers, which are kept until closing. Order is kept either way, so the record does not tell which it was.
import type { CapturedBytes } from "../../ports/capture-source.js";
import type { DocumentReader } from "../../ports/document-reader.js";

/** Below this many documents a worker's start (loading the knowledge again) costs more than it saves. */
export const WORKER_THRESHOLD = 50;

/** Documents above this size together are not held back to be counted. */
const HELD_BYTES = 16 * 2 ** 20;

export function adaptiveReader(
  inProcess: DocumentReader,
  parallel: () => DocumentReader,
  threshold: number = WORKER_THRESHOLD,
): DocumentReader {
  let workers: DocumentReader | null = null;
  return {
    stamp: inProcess.stamp,
    async *readAll(documents) {
      const iterator = documents[Symbol.asyncIterator]();
      const first: CapturedBytes[] = [];
      let size = 0;
      let ended = false;
      while (workers === null && first.length < threshold && size < HELD_BYTES && !ended) {
        const next = await iterator.next();
        if (next.done === true) ended = true;
        else {
          first.push(next.value);
          size += next.value.bytes.length;
        }
      }
      if (ended) {
        yield* inProcess.readAll(replay(first, null));
      } else {
        workers ??= parallel();
        yield* workers.readAll(replay(first, iterator));
      }
    },
    close: async () => {
      await inProcess.close();
      await workers?.close();
    },
  };
}

async function* replay(
  first: CapturedBytes[],
  rest: AsyncIterator<CapturedBytes> | null,
): AsyncGenerator<CapturedBytes> {
  // What was handed on is not held: the first documents may be large, and the rest many.
  for (let next = first.shift(); next !== undefined; next = first.shift()) yield next;
  if (rest === null) return;
  try {
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
