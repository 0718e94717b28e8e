// One broken input through all that an input goes through: recognised, opened as what it is, feeds followed to nowhere, each
// document read; as a server's answer, or, each third one and what only files can hold, as a file. What must hold: nothing throws,
// each problem has a code with words, each span is the text's own words.
import { rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { fileCaptures } from "../../src/adapters/files/capture-files.js";
import { knowledgeFolder } from "../../src/adapters/files/knowledge-files.js";
import { gather } from "../../src/app/gather.js";
import type { Problem } from "../../src/base/result.js";
import { failed, ok } from "../../src/base/result.js";
import { PROBLEM_WORDINGS } from "../../src/contract/problem-text.js";
import type { FindLiveBlog } from "../../src/pipeline/live-blog.js";
import { liveBlogFinder } from "../../src/pipeline/live-blog.js";
import type { ReadCapture } from "../../src/ports/document-reader.js";
import { mutated } from "./mutation.js";
import { seeded } from "./random.js";
import { WHOLE_INPUTS } from "./whole-inputs.js";

const KNOWLEDGE = fileURLToPath(new URL("../../knowledge", import.meta.url));
let liveBlogs: FindLiveBlog | null = null;

export interface Trial {
  readonly seed: number;
  readonly form: string;
  readonly documents: number;
  readonly problems: readonly string[];
  /** What must not be, in words; null where all held. */
  readonly failure: string | null;
}

export type Read = ReadCapture;

/** The input of a seed. */
export function brokenInput(seed: number) {
  const random = seeded(seed);
  const whole = random.pick(WHOLE_INPUTS);
  return { ...whole, bytes: mutated(whole, WHOLE_INPUTS, random) };
}

/** `folder` holds the input while it is tried as a file. */
export async function trial(seed: number, folder: string, read: Read): Promise<Trial> {
  const { form, url, mediaType, names, bytes, fileOnly } = brokenInput(seed);
  const path = fileOnly || seed % 3 === 0 ? join(folder, basename(url)) : null;
  if (path !== null) writeFileSync(path, bytes);
  const problems: Problem[] = [];
  let documents = 0;
  let failure: string | null = null;
  const nowhere = async function* (): AsyncGenerator<Uint8Array> {};
  const exchange = {
    url,
    method: "GET",
    requestHeaders: [],
    status: 200,
    statusText: "OK",
    httpVersion: "1.1",
    responseHeaders: [],
    body: null,
    address: null,
    startedAt: "2031-05-02T10:00:00Z",
    truncated: null,
    redirectedFrom: null,
    archived: null,
  };
  const validators = { etag: null, lastModified: null };
  const content = { kind: "content" as const, url, mediaType, charset: null, bytes, validators, exchange };
  try {
    const items = gather(
      { inputs: [path ?? url], lists: [], follow: seed % 2 === 0, capturedAt: null, skipUnchanged: false },
      {
        source: fileCaptures(nowhere, undefined, names),
        fetcher: async () => ({
          fetch: async (request) =>
            request.url === url ? ok(content) : failed("fetch/name-unknown", request.url),
        }),
        visitOf: async () => null,
        signal: undefined,
        liveBlogs: async () => (liveBlogs ??= liveBlogFinder([knowledgeFolder(KNOWLEDGE)])),
      },
    );
    for await (const item of items) {
      if ("problem" in item) problems.push(item.problem);
      if (item.kind !== "document") continue;
      documents++;
      const record = await read(item.capture, item.bytes);
      if (!record.ok) problems.push(record.problem);
      else {
        problems.push(...record.value.warnings);
        failure ??= badSpan(record.value, record.value.document.text);
      }
    }
  } catch (error) {
    failure = (error as Error).stack ?? String(error);
  } finally {
    if (path !== null) rmSync(path);
  }
  const codes = problems.map(({ code }) => code);
  const uncoded = codes.find((code) => PROBLEM_WORDINGS[code] === undefined);
  if (uncoded !== undefined) failure ??= `a problem without words: ${uncoded}`;
  if (documents === 0 && problems.length === 0) failure ??= "neither a document nor a problem";
  return { seed, form, documents, problems: codes, failure };
}

/** The first value anywhere in a record whose quote is not what stands at its place. */
function badSpan(value: unknown, text: string): string | null {
  if (typeof value !== "object" || value === null) return null;
  const { quote, start, end } = value as { quote?: unknown; start?: unknown; end?: unknown };
  if (typeof quote === "string" && typeof start === "number" && typeof end === "number") {
    if (text.slice(start, end) !== quote) return `not the words at ${start} to ${end}: ${quote.slice(0, 80)}`;
  }
  for (const part of Object.values(value)) {
    const found = badSpan(part, text);
    if (found !== null) return found;
  }
  return null;
}
