// Tables whose columns have other names than ours, and other separators than a comma.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fileCaptures } from "../../src/adapters/files/capture-files.js";
import type { RowNames } from "../../src/model/row-layout.js";
import { parseRowNames } from "../../src/model/row-layout.js";
import type { CaptureItem } from "../../src/ports/capture-source.js";
import { readText } from "../../src/reading/text/read-text.js";
import { outletTable } from "../reading/text/outlet-table.js";
import { knowledge } from "../reading/text/reading.js";
import { scratchFolder } from "../scratch.js";

const root = scratchFolder();
let names = 0;

async function capture(name: string, content: string, mapping?: RowNames): Promise<CaptureItem[]> {
  const folder = join(root, `f${names++}`);
  mkdirSync(folder);
  writeFileSync(join(folder, name), content);
  const items: CaptureItem[] = [];
  const source = fileCaptures(async function* () {}, undefined, mapping);
  for await (const item of source.documents([join(folder, name)], null)) items.push(item);
  return items;
}

/** Each document as what is read of it, each problem as its code and facts. */
async function told(name: string, content: string, mapping?: string): Promise<unknown[]> {
  const parsed = mapping === undefined ? undefined : parseRowNames(mapping);
  if (parsed !== undefined && "wrong" in parsed) throw new Error(parsed.wrong);
  return (await capture(name, content, parsed?.names)).map((item) => {
    if ("problem" in item) return [item.problem.code, item.problem.detail];
    if (item.kind !== "document") return item.kind;
    const read = readText(item.capture, item.bytes, knowledge, outletTable);
    if (!read.ok) return [read.problem.code, read.problem.detail];
    const { title, text, url, published, outlet } = read.value.document;
    return [item.capture.ref.replace(/^.*\/f\d+\//u, ""), title, text, url, published, outlet?.name];
  });
}

const BODY = "Three rockets fell on the depot in Tarn.";

describe("a mapping of columns", () => {
  it("gives the fields of a CSV their names, in any case and order", async () => {
    const csv = `GUID,Date,Headline,Body,Link,Source\na1,2031-05-02,Depot hit,${BODY},https://tarn.example/1,Tarn Courier\n`;
    expect(
      await told("a.csv", csv, "text=body,title=headline,published=date,url=link,outlet=source,id=guid"),
    ).toEqual([
      ["a1", "Depot hit", `Depot hit\n\n${BODY}`, "https://tarn.example/1", "2031-05-02", "Tarn Courier"],
    ]);
  });

  it("goes before a column that has the field's own name", async () => {
    const csv = `text,body\nshort,${BODY}\n`;
    expect(await told("a.csv", csv, "text=body")).toEqual([
      ["csv/columns-ignored", { ignored: "text" }],
      ["a.csv#2", null, BODY, null, null, undefined],
    ]);
  });

  it("takes keys and paths of NDJSON", async () => {
    const row = { guid: 7, content: { parts: [{ text: BODY }], "head.line": "x" }, "a.b": "Depot hit" };
    expect(
      await told("a.ndjson", JSON.stringify(row), "text=content.parts.0.text,title=a.b,id=guid"),
    ).toEqual([["7", "Depot hit", `Depot hit\n\n${BODY}`, null, null, undefined]]);
  });

  it("names the columns there are where one is not there", async () => {
    const csv = `id,body\n1,${BODY}\n`;
    const unknown = (column: string, field: string): unknown => [
      "input/column-unknown",
      { column, field, found: "id, body" },
    ];
    expect(await told("a.csv", csv, "text=content")).toEqual([unknown("content", "text")]);
    expect(await told("a.csv", csv, "text=body,title=head")).toEqual([
      unknown("head", "title"),
      ["1", null, BODY, null, null, undefined],
    ]);
    expect(await told("a.ndjson", JSON.stringify({ id: 1, body: BODY }), "text=body,title=head")).toEqual([
      ["1", null, BODY, null, null, undefined],
      unknown("head", "title"),
    ]);
  });

  it("is wrong where it is no list of pairs of known fields", () => {
    expect(parseRowNames("text")).toEqual({ wrong: "write it as text=COLUMN,title=COLUMN (not text)" });
    expect(parseRowNames("text=")).toMatchObject({ wrong: /^write it/u });
    expect(parseRowNames("words=body")).toEqual({
      wrong: "words is none of id, url, outlet, title, published, text",
    });
    expect(parseRowNames("text=a,text=b")).toEqual({ wrong: "text is named twice" });
  });
});

describe("a table without a mapping", () => {
  it.each([
    [";", "a.csv"],
    ["\t", "a.tsv"],
    ["|", "noname"],
    [",", "noname"],
  ])("is separated by %j", async (separator, name) => {
    const quoted = `"Smoke${separator} ""black"",\nover Tarn."`;
    const csv = [`id${separator}text${separator}title`, `a1${separator}${quoted}${separator}Depot hit`].join(
      "\n",
    );
    expect(await told(name, csv)).toEqual([
      [
        "a1",
        "Depot hit",
        `Depot hit\n\nSmoke${separator === "\t" ? "" : separator} "black",\nover Tarn.`,
        null,
        null,
        undefined,
      ],
    ]);
  });

  it("and without a column called text is told which one has the most words", async () => {
    expect(await told("a.csv", `id;body;title\n1;${BODY};x\n2;${BODY};y\n`)).toEqual([
      ["csv/no-text-column", { found: "id, body, title", longest: "body" }],
    ]);
  });
});
