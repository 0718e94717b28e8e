// A WARC file of many pages for measuring, written by warcio: pages of the benchmarks where they stand beside the checkout, else
// made-up ones; each told apart by a line of its own. A tenth comes again under another address, a twentieth as a revisit.
import { createHash } from "node:crypto";
import { closeSync, existsSync, openSync, readFileSync, readdirSync, writeSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { WARCRecord, WARCSerializer } from "warcio";
import { madeText } from "./made-text.js";

export interface MadeWarc {
  /** Pages whose bytes are like no other's. */
  readonly pages: number;
  /** The times that bytes came, by response or revisit. */
  readonly sightings: number;
  readonly bytes: number;
}

const SETS = ["article-extraction-benchmark", "htmldate"];

/** `pages` distinct pages or, of the benchmarks, as many as asked for, however few they are made from. */
export async function writeMadeWarc(
  path: string,
  pages: number,
  small = false,
  /** Bytes of a comment in each made-up page: large pages that are read as quickly as small ones. */
  padding = 0,
): Promise<MadeWarc> {
  const sources = small ? [] : benchmarkPages();
  const comment = padding === 0 ? "" : `<!--${"-x".repeat(padding / 2)}-->`;
  const file = openSync(path, "w");
  let bytes = 0;
  let sightings = 0;
  const write = async (
    type: "response" | "revisit",
    url: string,
    i: number,
    body: string,
    digest: string,
  ): Promise<void> => {
    async function* content(): AsyncGenerator<Uint8Array> {
      if (type === "response") yield Buffer.from(body);
    }
    const record = WARCRecord.create(
      {
        type,
        url,
        date: new Date(Date.UTC(2031, 4, 1) + i * 60_000).toISOString().replace(".000", ""),
        statusline: "HTTP/1.1 200 OK",
        httpHeaders: { "Content-Type": "text/html; charset=utf-8" },
        warcHeaders: { "WARC-Payload-Digest": digest },
      },
      content(),
    );
    const packed = gzipSync(await WARCSerializer.serialize(record, { gzip: false }), { level: 1 });
    bytes += packed.length;
    sightings++;
    writeSync(file, packed);
  };
  for (let i = 0; i < pages; i++) {
    const own = `<p>Number ${i} of a collection made for measuring.</p>`;
    const source =
      sources.length === 0 ? null : gunzipSync(readFileSync(sources[i % sources.length]!)).toString("utf8");
    const body =
      source === null
        ? `<!doctype html><html><head><title>Report ${i}</title></head><body><article>${madeText(1500, i + 1)
            .split("\n\n")
            .map((paragraph) => `<p>${paragraph}</p>`)
            .join("")}${own}</article>${comment}</body></html>`
        : source.replace(/(<\/body>|$)/iu, `${own}$1`);
    const digest = `sha256:${createHash("sha256").update(body).digest("hex")}`;
    await write("response", `https://site${i % 97}.example/page/${i}`, i, body, digest);
    if (i % 10 === 3) await write("response", `https://mirror.example/page/${i}`, i, body, digest);
    if (i % 20 === 7) await write("revisit", `https://site${i % 97}.example/page/${i}`, i + 1, "", digest);
  }
  closeSync(file);
  return { pages, sightings, bytes };
}

function benchmarkPages(): string[] {
  return SETS.flatMap((set) => {
    const folder = fileURLToPath(new URL(`../../shared/data/${set}/html`, import.meta.url));
    if (!existsSync(folder)) return [];
    // A live blog is a document a post: its page would not be counted as one.
    return readdirSync(folder)
      .sort()
      .map((name) => join(folder, name))
      .filter((path) => !gunzipSync(readFileSync(path)).includes("LiveBlogPosting"));
  });
}
