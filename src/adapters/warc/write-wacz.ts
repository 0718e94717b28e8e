// A WACZ file (Webrecorder, WACZ 1.1.1): archive/data.warc.gz, indexes/index.cdx, pages/pages.jsonl, datapackage.json with the
// hashes of all three, and datapackage-digest.json with its own. Entries are stored, not packed, so that replay programs read
// within. No clock and no time zone goes in: the same records give the same bytes.
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { basename } from "node:path";
import { pipeline } from "node:stream/promises";
import { gzipSync } from "fflate";
import { ZipFile } from "yazl";
import { failed, ok } from "../../base/result.js";
import type { HttpHeader } from "../../model/http-exchange.js";
import type { ArchiveWriter } from "../../ports/archive-writer.js";
import { indexRecords, sortedIndex } from "./index-records.js";
import { readAsFields } from "./resource-form.js";
import { infoRecord, resourceRecord } from "./write-records.js";

const WARC_NAME = "data.warc.gz";

export function waczWriter(): ArchiveWriter {
  return {
    async write(path, items, pages, { title, software, created }) {
      const warc = `${path}.unfinished.warc.gz`;
      const unfinished = `${path}.unfinished`;
      try {
        const hash = createHash("sha256");
        const lines: string[] = [];
        let records = 0;
        let size = 0;
        const file = await open(warc, "w");
        try {
          const add = async (members: Uint8Array): Promise<void> => {
            const indexed = indexRecords(members, WARC_NAME, size);
            lines.push(...indexed.lines);
            records += indexed.records;
            size += members.length;
            hash.update(members);
            await file.writeFile(members);
          };
          const packed = (bytes: Uint8Array): Uint8Array => gzipSync(bytes, { level: 6, mtime: 0 });
          const info = infoRecord(WARC_NAME, created, [
            ["software", software],
            ["format", "WARC File Format 1.1"],
          ]);
          await add(packed(info.bytes));
          for await (const item of items) {
            if (item.kind === "records") await add(item.bytes);
            else {
              const { uri, date, mime, bytes, ref, as } = item;
              const fields: HttpHeader[] = [["Hearsay-Ref", ref], ...readAsFields(as)];
              await add(packed(resourceRecord(uri, date, mime, bytes, fields).bytes));
            }
          }
        } finally {
          await file.close();
        }

        const index = Buffer.from(sortedIndex(lines));
        const pageLines = [
          { format: "json-pages-1.0", id: "pages", title: "All pages" },
          ...pages.map(({ url, date, title: name }) => ({
            id: createHash("sha256").update(`${url} ${date}`).digest("hex").slice(0, 22),
            url,
            ts: date,
            title: name,
          })),
        ];
        const listed = Buffer.from(pageLines.map((line) => `${JSON.stringify(line)}\n`).join(""));
        const resources = [
          {
            name: WARC_NAME,
            path: `archive/${WARC_NAME}`,
            hash: `sha256:${hash.digest("hex")}`,
            bytes: size,
          },
          resource("indexes/index.cdx", index),
          resource("pages/pages.jsonl", listed),
        ];
        const [first] = pages;
        const description = {
          profile: "data-package",
          wacz_version: "1.1.1",
          title,
          software,
          created,
          ...(first === undefined ? {} : { mainPageUrl: first.url, mainPageDate: first.date }),
          resources,
        };
        const json = Buffer.from(`${JSON.stringify(description, null, 2)}\n`);
        const digest = Buffer.from(
          `${JSON.stringify({ path: "datapackage.json", hash: resource("datapackage.json", json).hash }, null, 2)}\n`,
        );

        // A ZIP's time is the wall clock's, whatever the zone: one that reads the same everywhere.
        const mtime = new Date(1980, 1, 1);
        const stored = { compress: false, mode: 0o100644, mtime, forceDosTimestamp: true };
        const zip = new ZipFile();
        zip.addReadStreamLazy(`archive/${WARC_NAME}`, { ...stored, size }, (give) =>
          give(null, createReadStream(warc)),
        );
        zip.addBuffer(index, "indexes/index.cdx", stored);
        zip.addBuffer(listed, "pages/pages.jsonl", stored);
        zip.addBuffer(json, "datapackage.json", stored);
        zip.addBuffer(digest, "datapackage-digest.json", stored);
        zip.end();
        const out = createWriteStream(unfinished);
        await pipeline(zip.outputStream, out);
        await rename(unfinished, path);
        return ok({ records, bytes: out.bytesWritten });
      } catch (error) {
        const system = (error as NodeJS.ErrnoException).code;
        if (system === undefined) throw error;
        return failed("archive/cannot-write", path, { system });
      } finally {
        await rm(warc, { force: true }).catch(() => {});
        await rm(unfinished, { force: true }).catch(() => {});
      }
    },
  };
}

function resource(
  path: string,
  bytes: Uint8Array,
): { name: string; path: string; hash: string; bytes: number } {
  const hash = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
  return { name: basename(path), path, hash, bytes: bytes.length };
}
