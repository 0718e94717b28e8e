// The contract of the Store port: what every adapter must do. Run by test/adapters/*.test.ts on each of them.
import { describe, expect, it } from "vitest";
import type { Result } from "../../src/base/result.js";
import type { DocumentRecord } from "../../src/model/record.js";
import type { Decision, Store } from "../../src/ports/store.js";
import type { Capture } from "../../src/model/document.js";
import type { RowNames } from "../../src/model/row-layout.js";
import type { LogLine } from "../../src/model/evidence.js";
import { CHAIN_START, hashOf, parseLine } from "../../src/model/evidence.js";
import type { CapturedDocument, CapturedRepeat } from "../../src/ports/capture-source.js";
import { bytesOf, madeCapture, madeExchange, madeIncident, madeRecord, STAMP } from "../made.js";

const ROCKETS = "Three rockets fell on the depot. Nobody was hurt.";
const QUIET = "A quiet day in Tarn.";

export function storeContract(name: string, open: () => Promise<Store>): void {
  const withStore = (test: (store: Store) => Promise<void>) => async (): Promise<void> => {
    const store = await open();
    try {
      await test(store);
    } finally {
      await store.close();
    }
  };

  describe(`${name} keeps captures`, () => {
    it(
      "under the hash of their bytes, once",
      withStore(async (store) => {
        const capture = madeCapture(ROCKETS);
        expect(value(await store.keepCapture(capture, bytesOf(ROCKETS)))).toEqual({ as: "added", capture });
        expect(value(await store.keepCapture(capture, bytesOf(ROCKETS)))).toEqual({ as: "present", capture });
        expect(await store.captures()).toEqual([capture]);
        expect(await store.capture(capture.id)).toEqual(capture);
        expect(value(await store.bytesOf(capture.id))).toEqual(bytesOf(ROCKETS));
      }),
    );
    it(
      "with every byte as it came, also those that are no text",
      withStore(async (store) => {
        const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
        const capture = madeCapture(bytes);
        await store.keepCapture(capture, bytes);
        expect(value(await store.bytesOf(capture.id))).toEqual(bytes);
      }),
    );
    it(
      "in order of id, with the columns of a CSV row",
      withStore(async (store) => {
        const row = madeCapture(QUIET, "r.csv#2", {
          form: "csv-row",
          columns: ["id", "text"],
          capturedAt: null,
        });
        const other = madeCapture(ROCKETS);
        const kept = value(
          await store.keepCaptures([
            { capture: row, bytes: bytesOf(QUIET), exchange: null },
            { capture: other, bytes: bytesOf(ROCKETS), exchange: null },
          ]),
        );
        expect(kept.map(({ as }) => as)).toEqual(["added", "added"]);
        expect(await store.captures()).toEqual([row, other].sort((a, b) => (a.id < b.id ? -1 : 1)));
      }),
    );
    it(
      "with the layout of its table, and read anew by another mapping",
      withStore(async (store) => {
        const as = (names: RowNames): Capture =>
          madeCapture(QUIET, "r.csv#2", {
            form: "csv-row",
            columns: ["a", "b"],
            layout: { separator: ";", names },
          });
        await store.keepCapture(as({ text: "a" }), bytesOf(QUIET));
        expect(await store.captures()).toEqual([as({ text: "a" })]);
        await store.saveRecord(madeRecord(QUIET, "r.csv#2"));
        expect(value(await store.keepCapture(as({ text: "a" }), bytesOf(QUIET))).as).toBe("present");
        expect(value(await store.keepCapture(as({ text: "b" }), bytesOf(QUIET))).as).toBe("renamed");
        expect(await store.unread(STAMP)).toEqual([as({ text: "b" })]);
        const plain = madeCapture(QUIET, "r.csv#2", { form: "csv-row", columns: ["a", "b"] });
        expect(value(await store.keepCapture(plain, bytesOf(QUIET))).as).toBe("present");
      }),
    );
    it(
      "under the ref that sorts first, whatever the order of adding, and has a renamed one read again",
      withStore(async (store) => {
        const bytes = bytesOf(ROCKETS);
        await store.keepCapture(madeCapture(ROCKETS, "b.txt"), bytes);
        await store.saveRecord(madeRecord(ROCKETS, "b.txt"));
        expect(await store.unread(STAMP)).toEqual([]);
        expect(value(await store.keepCapture(madeCapture(ROCKETS, "c.txt"), bytes)).as).toBe("present");
        const kept = value(await store.keepCapture(madeCapture(ROCKETS, "a.txt"), bytes));
        expect([kept.as, kept.capture.ref]).toEqual(["renamed", "a.txt"]);
        expect((await store.unread(STAMP)).map(({ ref }) => ref)).toEqual(["a.txt"]);
        await store.saveRecord(madeRecord(ROCKETS, "b.txt"));
        expect(await store.unread(STAMP), "a reading under the old ref counts for nothing").toHaveLength(1);
        await store.saveRecord(madeRecord(ROCKETS, "a.txt"));
        expect(await store.unread(STAMP)).toEqual([]);
      }),
    );
    it(
      "and takes two of one batch with the same bytes as one",
      withStore(async (store) => {
        const documents = ["b.txt", "a.txt"].map((ref) => ({
          capture: madeCapture(ROCKETS, ref),
          bytes: bytesOf(ROCKETS),
          exchange: null,
        }));
        const kept = value(await store.keepCaptures(documents));
        expect(kept.map(({ as, capture }) => [as, capture.ref])).toEqual([
          ["added", "a.txt"],
          ["present", "a.txt"],
        ]);
      }),
    );
    it(
      "with the address that sorts first and the earliest time, and has them read again",
      withStore(async (store) => {
        const seen = (url: string, capturedAt: string): CapturedDocument => ({
          capture: madeCapture(ROCKETS, url, { url, capturedAt }),
          bytes: bytesOf(ROCKETS),
          exchange: madeExchange(url, capturedAt),
        });
        const [a, b] = ["https://a.example/", "https://b.example/"] as const;
        await store.keepCaptures([seen(b, "2031-05-03T00:00:00Z")]);
        await store.saveRecord(madeRecord(ROCKETS, b));
        const [kept] = value(await store.keepCaptures([seen(a, "2031-05-04T00:00:00Z")]));
        expect(kept).toMatchObject({
          as: "renamed",
          capture: { ref: a, url: a, capturedAt: "2031-05-03T00:00:00Z" },
        });
        expect(await store.unread(STAMP)).toHaveLength(1);
        await store.saveRecord(madeRecord(ROCKETS, a));
        const [earlier] = value(await store.keepCaptures([seen(b, "2031-05-01T00:00:00Z")]));
        expect(earlier).toMatchObject({
          as: "renamed",
          capture: { ref: a, url: a, capturedAt: "2031-05-01T00:00:00Z" },
        });
        expect(await store.unread(STAMP)).toHaveLength(1);
        expect((await store.sightings()).map(({ url, capturedAt }) => [url, capturedAt])).toEqual([
          [b, "2031-05-03T00:00:00Z"],
          [a, "2031-05-04T00:00:00Z"],
          [b, "2031-05-01T00:00:00Z"],
        ]);
        expect(await store.sightings({ url: a })).toHaveLength(1);
        expect(await store.sightings({ capture: kept!.capture.id })).toHaveLength(3);
      }),
    );
    it(
      "and logs each time that their bytes were received, chained, but not the same file or exchange again",
      withStore(async (store) => {
        const url = "https://a.example/";
        const first: CapturedDocument = {
          capture: madeCapture(ROCKETS, url, { url }),
          bytes: bytesOf(ROCKETS),
          exchange: madeExchange(url),
        };
        const file: CapturedDocument = { capture: madeCapture(QUIET), bytes: bytesOf(QUIET), exchange: null };
        const later = { ...file, capture: { ...file.capture, capturedAt: "2031-08-01T00:00:00Z" } };
        const repeat: CapturedRepeat = {
          capture: madeCapture(ROCKETS, url, { url, capturedAt: "2031-06-01T00:00:00Z" }),
          bytes: null,
          exchange: madeExchange(url, "2031-06-01T00:00:00Z"),
        };
        value(await store.keepCaptures([first, file, file], "2031-07-01T00:00:00Z"));
        const again = value(await store.keepCaptures([first, later, repeat, repeat], "2031-07-02T00:00:00Z"));
        expect(again.map(({ as }) => as)).toEqual(["present", "present", "present", "present"]);
        const lines: LogLine[] = [];
        for await (const line of store.evidence.lines()) lines.push(parseLine(line)!);
        const captures = lines.filter(({ kind }) => kind === "capture");
        expect(captures.map((line) => "capture" in line && [line.ref, line.capturedAt, line.at])).toEqual([
          [url, first.capture.capturedAt, "2031-07-01T00:00:00Z"],
          ["a.txt", file.capture.capturedAt, "2031-07-01T00:00:00Z"],
          [url, "2031-06-01T00:00:00Z", "2031-07-02T00:00:00Z"],
        ]);
        expect(lines.map(({ sequence }) => sequence)).toEqual(lines.map((_, i) => i + 1));
        expect(lines.map(({ previous }) => previous)).toEqual([
          CHAIN_START.hash,
          ...lines.slice(0, -1).map(({ hash }) => hash),
        ]);
        expect(lines.map(({ hash }) => hash)).toEqual(lines.map(hashOf));
        expect(await store.evidence.head()).toMatchObject({
          sequence: lines.length,
          hash: lines.at(-1)!.hash,
        });
        expect(await store.evidence.hashOfCapture(first.capture.id)).toBe(first.capture.id.slice(7));
        expect(await store.evidence.hashOfCapture(madeCapture("never").id)).toBeNull();
      }),
    );
    it(
      "and a repeat of what is not there is absent, and leaves no trace",
      withStore(async (store) => {
        const repeat: CapturedRepeat = { capture: madeCapture(ROCKETS), bytes: null, exchange: null };
        expect(value(await store.keepCaptures([repeat])).map(({ as }) => as)).toEqual(["absent"]);
        expect(await store.captures()).toEqual([]);
        expect(await store.sightings()).toEqual([]);
      }),
    );
    it(
      "and keeps timestamps as they come",
      withStore(async (store) => {
        await store.evidence.keepTimestamp("one");
        await store.evidence.keepTimestamp("two");
        expect(await store.evidence.timestamps()).toEqual(["one", "two"]);
      }),
    );
    it(
      "and finds them by the beginning of the id or by the ref",
      withStore(async (store) => {
        const capture = madeCapture(ROCKETS, "seeds/1.txt");
        await store.keepCapture(capture, bytesOf(ROCKETS));
        await store.keepCapture(madeCapture(QUIET, "q.txt"), bytesOf(QUIET));
        expect(await store.findCaptures(capture.id.slice(7, 17), 5)).toEqual([capture]);
        expect(await store.findCaptures(capture.id.slice(0, 17), 5)).toEqual([capture]);
        expect(await store.findCaptures("seeds/1.txt", 5)).toEqual([capture]);
        expect(await store.findCaptures("%", 5)).toEqual([]);
        expect(await store.findCaptures("", 1)).toHaveLength(1);
      }),
    );
    it(
      "and names a capture whose bytes are gone",
      withStore(async (store) => {
        const bytes = await store.bytesOf(madeCapture("never kept").id);
        expect(bytes).toMatchObject({ ok: false, problem: { code: "collection/damaged" } });
      }),
    );
  });

  describe(`${name} remembers visits`, () => {
    const visit = {
      address: "https://tarn.test/feed",
      url: "https://tarn.test/feed.xml",
      etag: '"v1"',
      lastModified: null,
      edition: null,
      at: "2031-05-02T10:00:00Z",
    };
    it(
      "by address, the last one of each, without a change of the record",
      withStore(async (store) => {
        expect(await store.visit(visit.address)).toBeNull();
        const before = await store.revision();
        const other = { ...visit, address: "/inbox/a.txt", url: null, etag: null, edition: "12 99" };
        value(await store.saveVisits([visit, other]));
        value(await store.saveVisits([{ ...visit, etag: '"v2"' }]));
        expect(await store.visit(visit.address)).toEqual({ ...visit, etag: '"v2"' });
        expect(await store.visit(other.address)).toEqual(other);
        expect(await store.visit("https://tarn.test/")).toBeNull();
        expect(await store.revision()).toBe(before);
      }),
    );
    it(
      "and the encoding that a server named with a capture",
      withStore(async (store) => {
        const capture = { ...madeCapture(ROCKETS), charset: "windows-1256" };
        await store.keepCapture(capture, bytesOf(ROCKETS));
        expect(await store.capture(capture.id)).toEqual(capture);
      }),
    );
  });

  describe(`${name} keeps readings`, () => {
    it(
      "and replaces the machine's own, and nothing else",
      withStore(async (store) => {
        await keep(store, ROCKETS, QUIET);
        await store.saveRecords([madeRecord(ROCKETS), madeRecord(QUIET)]);
        const decision = await store.decide(madeDecision("accept"));
        const again = { ...madeRecord(ROCKETS), events: [], reading: { ...STAMP, version: "2" } };
        await store.saveRecord(again);
        expect(await store.record(again.document.id)).toEqual(again);
        expect(await store.record(madeRecord(QUIET).document.id)).toEqual(madeRecord(QUIET));
        expect(await store.decisions()).toEqual([value(decision)]);
        expect(value(await store.bytesOf(again.document.id))).toEqual(bytesOf(ROCKETS));
      }),
    );
    it(
      "and gives them in order of document id, more than a page of them",
      withStore(async (store) => {
        const texts = Array.from({ length: 450 }, (_, i) => `Report ${i}.`);
        await keep(store, ...texts);
        await store.saveRecords(texts.map((text) => madeRecord(text)));
        const ids = (await all(store.records())).map(({ document }) => document.id);
        expect(ids).toEqual(texts.map((text) => madeCapture(text).id).sort());
      }),
    );
    it(
      "and lists what no reading exists for, or one by another stamp",
      withStore(async (store) => {
        await keep(store, ROCKETS, QUIET);
        expect(await store.unread(STAMP)).toHaveLength(2);
        await store.saveRecord(madeRecord(ROCKETS));
        expect((await store.unread(STAMP)).map(({ id }) => id)).toEqual([madeCapture(QUIET).id]);
        for (const part of ["engine", "version", "knowledge"]) {
          expect(await store.unread({ ...STAMP, [part]: "other" })).toHaveLength(2);
        }
      }),
    );
    it(
      "and remembers what could not be read, until it can",
      withStore(async (store) => {
        await keep(store, QUIET);
        const document = madeCapture(QUIET).id;
        const problem = { code: "text/none", input: "a.txt", detail: { size: 3 } };
        await store.saveFailures([{ document, stamp: STAMP, problem }]);
        expect(await store.failures()).toEqual([{ document, stamp: STAMP, problem }]);
        expect(await store.unread(STAMP)).toEqual([]);
        expect(await store.record(document)).toBeNull();
        expect(await all(store.records())).toEqual([]);
        await store.saveRecord(madeRecord(QUIET));
        expect(await store.failures()).toEqual([]);
        expect(await store.record(document)).toEqual(madeRecord(QUIET));
      }),
    );
  });

  describe(`${name} keeps incidents`, () => {
    it(
      "and replaces all of them at once",
      withStore(async (store) => {
        const records = [madeRecord(ROCKETS)];
        const [a, b] = [madeIncident(records, "b1"), madeIncident([], "a1")];
        await store.replaceIncidents([a, b]);
        expect(await store.incidents()).toEqual([b, a]);
        expect(await store.incident("b1")).toEqual(a);
        expect(await store.incidentsOf(records[0]!.document.id)).toEqual({ e1: "b1" });
        await store.replaceIncidents([madeIncident(records, "c1")]);
        expect((await store.incidents()).map(({ id }) => id)).toEqual(["c1"]);
        expect(await store.incident("b1")).toBeNull();
        expect(await store.incidentsOf(records[0]!.document.id)).toEqual({ e1: "c1" });
      }),
    );
    it(
      "and tells those that changed from those that did not",
      withStore(async (store) => {
        const record = madeRecord(ROCKETS);
        const others = ["a1", "a2", "a3"].map((id) => madeIncident([], id));
        const one = madeIncident([record], "b1");
        await store.replaceIncidents([...others, one]);
        const renamed = { ...one, title: "Rockets, told anew" };
        await store.replaceIncidents([...others, renamed]);
        expect(await store.incidents()).toEqual([...others, renamed]);
        expect(await store.incidentsOf(record.document.id)).toEqual({ e1: "b1" });
        const moved = madeIncident([record], "a0");
        await store.replaceIncidents([...others, moved]);
        expect(await store.incidents()).toEqual([moved, ...others]);
        expect(await store.incidentsOf(record.document.id)).toEqual({ e1: "a0" });
        await store.replaceIncidents(others.slice(1));
        expect(await store.incidents()).toEqual(others.slice(1));
        expect(await store.incidentsOf(record.document.id)).toEqual({});
      }),
    );
    it(
      "and knows when they are older than what they are made of",
      withStore(async (store) => {
        await keep(store, ROCKETS);
        expect(await store.incidentsStale()).toBe(false);
        await store.saveRecord(madeRecord(ROCKETS));
        expect(await store.incidentsStale()).toBe(true);
        await store.replaceIncidents([]);
        expect(await store.incidentsStale()).toBe(false);
        await store.decide(madeDecision("not-same"));
        expect(await store.incidentsStale()).toBe(true);
      }),
    );
  });

  describe(`${name} keeps the rest`, () => {
    it(
      "decisions in a log, oldest first",
      withStore(async (store) => {
        const first = value(await store.decide(madeDecision("same")));
        const second = value(await store.decide({ ...madeDecision("undo"), value: { undoes: first.id } }));
        expect(first.id).toBeLessThan(second.id);
        expect(await store.decisions()).toEqual([first, second]);
      }),
    );
    it(
      "settings, counts, and a revision that grows with every change",
      withStore(async (store) => {
        expect(await store.settings()).toEqual({ knowledge: [], samples: false, authority: null });
        const revisions = [await store.revision()];
        const authority = { server: "https://tsa.example/tsr", trusted: null };
        await store.saveSettings({ knowledge: ["/packs/tarn"], authority });
        revisions.push(await store.revision());
        await keep(store, ROCKETS);
        revisions.push(await store.revision());
        await store.saveRecord(madeRecord(ROCKETS));
        revisions.push(await store.revision());
        await store.replaceIncidents([madeIncident([madeRecord(ROCKETS)])]);
        revisions.push(await store.revision());
        expect(await store.settings()).toEqual({
          knowledge: ["/packs/tarn"],
          samples: false,
          authority,
        });
        expect(await store.counts()).toEqual({ documents: 1, events: 1, incidents: 1 });
        expect(revisions).toEqual([...new Set(revisions)].sort((a, b) => a - b));
        await keep(store, ROCKETS);
        expect(await store.revision()).toBe(revisions.at(-1));
      }),
    );
  });
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

async function keep(store: Store, ...texts: string[]): Promise<void> {
  const documents = texts.map((text) => ({
    capture: madeCapture(text),
    bytes: bytesOf(text),
    exchange: null,
  }));
  value(await store.keepCaptures(documents));
}

async function all(records: AsyncIterable<DocumentRecord>): Promise<DocumentRecord[]> {
  const list: DocumentRecord[] = [];
  for await (const record of records) list.push(record);
  return list;
}

function madeDecision(kind: Decision["kind"]): Omit<Decision, "id"> {
  return {
    kind,
    subjects: ["sha256:a#e1", "sha256:b#e1"],
    value: null,
    reason: "the same depot",
    by: "Ida",
    at: "2031-05-03T09:00:00Z",
  };
}
