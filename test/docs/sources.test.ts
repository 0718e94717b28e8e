// Every command of docs/sources.md and docs/evidence.md, run as it stands in a folder that holds the files it names.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { commandWords, runHearsay } from "./doc-commands.js";
import { fences, pageText } from "./markdown.js";
import { madeWarc, page } from "../adapters/warc/made-archive.js";
import { madePdf } from "../../bench/fuzz/made-pdf.js";
import { scratchFolder } from "../scratch.js";
import { zipped } from "../adapters/warc/made-zip.js";

const scratch = scratchFolder();

/** What stands in the folder of each section, by its title. */
const FILES: Readonly<Record<string, () => Promise<Readonly<Record<string, Uint8Array | string>>>>> = {
  "Saved pages": async () => ({
    "saved/depot.html": page("Depot hit", "Three rockets fell on the depot in Tarn."),
    "saved/live.html": `<html><body itemtype="https://schema.org/LiveBlogPosting">${[1, 2, 3]
      .map(
        (hour) =>
          `<article><time datetime="2031-05-02T0${hour}:00">now</time><p>Rocket ${hour} fell.</p></article>`,
      )
      .join("")}</body></html>`,
  }),
  "Tables: CSV and NDJSON": async () => ({
    "tracker.csv":
      "guid;date;headline;body;link;source\n" +
      'a1;2031-05-02;Depot hit;"Three rockets fell; nobody was hurt.";https://tarn.example/1;Tarn Courier\n',
    "export.ndjson": `${JSON.stringify({ content: { headline: "Quiet", body: "A quiet day." }, meta: { date: "2031-05-03" } })}\n`,
  }),
  "Telegram exports": async () => ({
    "ChatExport/result.json": JSON.stringify({
      name: "Tarn Channel",
      type: "public_channel",
      id: 1700000001,
      messages: [
        {
          id: 2,
          type: "message",
          date_unixtime: "1935523800",
          text: "Three rockets fell on the depot in Tarn.",
        },
      ],
    }),
  }),
  "Newsletters: mails and mbox": async () => ({
    "letter.eml":
      "Message-ID: <1@tarn.example>\nFrom: Tarn Courier <a@tarn.example>\nSubject: Depot hit\n\nThree rockets fell.\n",
    "letters.mbox":
      "From b@kelm.example Sat May  3 01:30:00 2031\nFrom: b@kelm.example\nSubject: Quiet\n\nA quiet day.\n",
  }),
  PDF: async () => ({
    "statement.pdf": madePdf([["Depot hit", "", "Three rockets fell on the depot in Tarn."]]),
  }),
  "Web archives: WARC and WACZ": async () => ({
    "crawl.warc.gz": await madeWarc(
      [{ body: page("Depot hit", "Three rockets fell on the depot in Tarn.") }],
      true,
    ),
    "pages.wacz": await zipped({
      "archive/1.warc.gz": await madeWarc(
        [{ url: "https://tarn.example/b", body: page("Quiet", "A quiet day.") }],
        true,
      ),
    }),
  }),
};

/** The path of a file, its folder made. */
function made(folder: string, name: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  return path;
}

interface Section {
  readonly title: string;
  readonly commands: readonly string[];
}

function sections(name: string): readonly Section[] {
  return pageText(name)
    .split(/^## /mu)
    .slice(1)
    .map((text) => ({
      title: text.split("\n", 1)[0]!,
      commands: fences(text)
        .filter(({ language }) => language === "console")
        .flatMap(({ body }) => body.split("\n"))
        .filter((line) => line.startsWith("$ npx hearsay "))
        .map((line) => line.slice("$ npx hearsay ".length)),
    }));
}

describe("each source has a command that works", () => {
  it.each(Object.keys(FILES))("%s", async (title) => {
    const section = sections("docs/sources.md").find((one) => one.title === title);
    expect(section?.commands.length).toBeGreaterThan(0);
    const folder = join(scratch, title.replace(/\W+/gu, "-"));
    mkdirSync(folder);
    for (const [name, content] of Object.entries(await FILES[title]!()))
      writeFileSync(made(folder, name), content);
    for (const command of section!.commands) {
      const { exit, stderr } = await runHearsay(commandWords(command), folder);
      expect([exit, stderr]).toEqual([0, expect.stringMatching(/^[1-9]\d* documents? added/mu)]);
    }
  });
});

describe("evidence", () => {
  it("is verified and archived by the commands of its page", async () => {
    const folder = join(scratch, "evidence");
    mkdirSync(folder);
    const depot = page("Depot hit", "Three rockets fell on the depot in Tarn.");
    const later = page("Depot hit", "Eight rockets fell on the depot in Tarn.");
    const records = [{ body: depot }, { body: later, date: "2031-05-03T10:00:00Z" }];
    writeFileSync(join(folder, "crawl.warc"), await madeWarc(records));
    expect((await runHearsay(["add", "crawl.warc"], folder)).exit).toBe(0);
    const commands = sections("docs/evidence.md").flatMap((section) => section.commands);
    expect(commands).toEqual(["verify", "archive -o everything.wacz"]);
    const [verified, archived] = [
      await runHearsay(["verify"], folder),
      await runHearsay(["archive", "-o", join(folder, "everything.wacz")], folder),
    ];
    expect(verified.stdout).toMatch(
      /^3 lines of the log, 2 captures, 3 WARC records: nothing has changed\nhead [0-9a-f]{64} \(line 3\)\n$/u,
    );
    expect(archived).toMatchObject({
      exit: 0,
      stderr: expect.stringContaining("2 documents in 3 WARC records"),
    });
    const again = await runHearsay(["add", "everything.wacz"], folder);
    expect(again.stderr).toContain("0 documents added, 2 there already");
    const { stdout } = await runHearsay(["history", "https://tarn.example/a"], folder);
    const ids = [...stdout.matchAll(/\b[0-9a-f]{12}\b/gu)].map(([id]) => id);
    expect(ids).toHaveLength(2);
    const changed = await runHearsay(["diff", ids[0]!, ids[1]!], folder);
    expect(changed.stdout).toContain("[-Three-]{+Eight+} rockets fell");
    expect((await runHearsay(["verify", "--head", "0".repeat(64)], folder)).exit).toBe(1);
    expect((await runHearsay(["verify", "--head", "0"], folder)).exit).toBe(2);
    expect((await runHearsay(["timestamp", "--server", "ftp://tsa.example/"], folder)).exit).toBe(2);
    expect(
      (await runHearsay(["timestamp", "--server", "http://127.0.0.1:1/", "--ca", "gone.pem"], folder)).stderr,
    ).toContain("input/missing");
  });
});
