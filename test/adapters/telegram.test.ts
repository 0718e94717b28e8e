// Telegram's JSON exports: each message a document of its channel.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CAPTURE_LIMITS, fileCaptures } from "../../src/adapters/files/capture-files.js";
import type { CaptureItem } from "../../src/ports/capture-source.js";
import { readText } from "../../src/reading/text/read-text.js";
import { unpackTelegram } from "../../src/reading/unpack/telegram.js";
import { outletTable } from "../reading/text/outlet-table.js";
import { bytesOf, knowledge } from "../reading/text/reading.js";
import { scratchFolder } from "../scratch.js";

const root = scratchFolder();
let names = 0;

async function capture(content: string, limits = CAPTURE_LIMITS): Promise<CaptureItem[]> {
  const folder = join(root, `f${names++}`);
  mkdirSync(folder);
  writeFileSync(join(folder, "result.json"), content);
  const items: CaptureItem[] = [];
  for await (const item of fileCaptures(async function* () {}, limits).documents([folder], null))
    items.push(item);
  return items;
}

/** Each document as its ref and text, each problem as its code. */
function told(items: readonly CaptureItem[]): unknown[] {
  return items.map((item) => {
    if ("problem" in item) return item.problem.code;
    if (item.kind !== "document") return item.kind;
    const opened = unpackTelegram(item.bytes, item.capture.ref);
    return [item.capture.ref, opened.ok ? opened.value.content : opened.problem.code];
  });
}

const chat = (messages: readonly object[], id = 1700000001, name = "Tarn Channel"): object => ({
  name,
  type: "public_channel",
  id,
  messages,
});
const said = (id: number, text: unknown, more: object = {}): object => ({
  id,
  type: "message",
  date: "2031-05-02T23:30:00",
  date_unixtime: "1935523800",
  from: "Tarn Channel",
  text,
  ...more,
});

describe("an export of one chat", () => {
  it("gives each message with its exact bytes, and none of the service's", async () => {
    const spaced = JSON.stringify(
      chat([
        said(2, ["Sirens in ", { type: "bold", text: "Tarn \u{1f680}\u00e9" }, "."]),
        { id: 3, type: "service" },
        said(4, ""),
      ]),
      null,
      1,
    );
    const items = await capture(spaced);
    expect(told(items)).toEqual([
      ["telegram:1700000001/2", "Sirens in Tarn \u{1f680}\u00e9."],
      "telegram/passed-over",
    ]);
    expect(items[1]).toMatchObject({ kind: "warning", problem: { detail: { service: 1, wordless: 1 } } });
    const [item] = items;
    const text = item?.kind === "document" ? Buffer.from(item.bytes).toString() : "";
    const cut = text.slice(text.indexOf("[") + 1, text.lastIndexOf("]"));
    expect(spaced).toContain(cut);
    expect(JSON.parse(cut)).toMatchObject({ id: 2 });
    // What was captured is an export too, and gives itself again.
    expect(await capture(text)).toMatchObject([
      { capture: { id: item?.kind === "document" && item.capture.id } },
    ]);
  });

  it("reads the channel, the day in UTC, the address, and whose message it forwards", async () => {
    const [item] = await capture(
      JSON.stringify(
        chat([
          said(7, "Three rockets fell on the depot.", {
            forwarded_from: "Kelm Post",
            author: "A. Merrow",
            edited_unixtime: "1935610200",
          }),
        ]),
      ),
    );
    if (item?.kind !== "document") throw new Error("no document");
    const opened = unpackTelegram(item.bytes, item.capture.ref);
    const read = opened.ok ? readText(item.capture, opened.value, knowledge, outletTable) : opened;
    expect(read).toMatchObject({
      ok: true,
      value: {
        document: {
          outlet: { name: "Tarn Channel", domain: null },
          byline: "A. Merrow",
          published: "2031-05-02",
          publishedBasis: "metadata",
          url: "https://t.me/c/1700000001/7",
          agency: ["Kelm Post"],
          text: "Three rockets fell on the depot.",
        },
        warnings: [{ code: "telegram/edited", detail: { edited: "2031-05-03" } }],
      },
    });
  });

  it("does not care where the file is cut into chunks", async () => {
    const messages = Array.from({ length: 4000 }, (_, i) =>
      said(i + 1, `Smoke \u00e9 ${i} over Tarn. ${"x".repeat(i % 300)}`),
    );
    const items = await capture(JSON.stringify(chat(messages)));
    expect(told(items)).toEqual(
      messages.map((message, i) => [`telegram:1700000001/${i + 1}`, (message as { text: string }).text]),
    );
  });
});

describe("an export of all chats", () => {
  it("gives the messages of each, by the name of each", async () => {
    const list = [chat([said(1, "One.")], 11, "First"), chat([said(1, "Two.")], 22, "Second")];
    const items = await capture(
      JSON.stringify({
        about: "made up",
        personal_information: { id: 5, name: "x" },
        chats: { about: "y", list },
        left_chats: { list: [chat([said(9, "Three.")], 33, "Third")] },
      }),
    );
    expect(told(items)).toEqual([
      ["telegram:11/1", "One."],
      ["telegram:22/1", "Two."],
      ["telegram:33/9", "Three."],
    ]);
  });
});

describe("what is broken is told, and the rest goes on", () => {
  const whole = JSON.stringify(chat([said(1, "One."), said(2, "Two.")]));
  it("telegram/broken", async () => {
    expect(told(await capture(whole.slice(0, whole.indexOf("Two"))))).toEqual([
      ["telegram:1700000001/1", "One."],
      "telegram/broken",
    ]);
    expect(told(await capture(whole.replace("]}", "}")))).toContain("telegram/broken");
    expect(told(await capture(`${whole.slice(0, -2)},${"[".repeat(5000)}`))).toContain("telegram/broken");
  });
  it("telegram/unreadable", async () => {
    expect(told(await capture(whole.replace('"id":1,', '"id" 1,')))).toEqual([
      "telegram/unreadable",
      ["telegram:1700000001/2", "Two."],
    ]);
    expect(unpackTelegram(bytesOf("{}"), "a")).toMatchObject({ problem: { code: "telegram/unreadable" } });
  });
  it("telegram/no-messages", async () => {
    expect(told(await capture(JSON.stringify(chat([]))))).toEqual(["telegram/no-messages"]);
  });
  it("a message above the limit", async () => {
    const items = await capture(JSON.stringify(chat([said(1, "x".repeat(900_000)), said(2, "Two.")])), {
      ...CAPTURE_LIMITS,
      row: 1000,
    });
    expect(told(items)).toEqual(["input/too-large", ["telegram:1700000001/2", "Two."]]);
  });
});
