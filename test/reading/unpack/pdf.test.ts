// PDF with a text layer: made here by hand, with what files differ in.
import { describe, expect, it } from "vitest";
import { madePdf } from "../../../bench/fuzz/made-pdf.js";
import type { MadePdf, PdfLineMade } from "../../../bench/fuzz/made-pdf.js";
import type { Unpacked } from "../../../src/model/unpacked.js";
import { unpackPdf } from "../../../src/reading/unpack/pdf.js";
import { readText } from "../../../src/reading/text/read-text.js";
import { outletTable } from "../text/outlet-table.js";
import { capture, knowledge } from "../text/reading.js";

async function opened(pages: readonly (readonly PdfLineMade[])[], made: MadePdf = {}): Promise<Unpacked> {
  const result = await unpackPdf(madePdf(pages, made), "a.pdf");
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

async function codeOf(bytes: Uint8Array): Promise<string> {
  const result = await unpackPdf(bytes, "a.pdf");
  return result.ok ? result.value.warnings.map(({ code }) => code).join() : result.problem.code;
}

const XMP = (properties: string): string =>
  `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
  `<rdf:Description xmlns:prism="http://prismstandard.org/namespaces/basic/2.1/" xmlns:dc="http://purl.org/dc/elements/1.1/">${properties}</rdf:Description></rdf:RDF></x:xmpmeta>`;
const TITLE = { text: "Depot hit near Tarn", x: 72, y: 740, size: 20 };
const LINES = [
  "",
  "Three rockets fell on the depot near Tarn on Friday evening,",
  "the police said.",
  "",
  "Nobody was hurt.",
];

describe("the text of a PDF", () => {
  it("is its paragraphs, lines joined", async () => {
    const { content } = await opened([[TITLE, ...LINES]]);
    expect(content).toBe(
      "Depot hit near Tarn\n\nThree rockets fell on the depot near Tarn on Friday evening, the police said.\n\nNobody was hurt.",
    );
    expect((await opened([[TITLE, ...LINES]], { packed: true })).content).toBe(content);
  });

  it("makes words whole that were broken at line ends, and leaves hyphens that belong", async () => {
    const { content } = await opened([
      [
        "The com-",
        "mander of the Kelm-",
        "backed group spoke of long-",
        "range rockets. A long-range one fell.",
      ],
    ]);
    expect(content).toBe(
      "The commander of the Kelm-backed group spoke of long-range rockets. A long-range one fell.",
    );
  });

  it("goes on over a page, without running heads and page numbers", async () => {
    const page = (number: number, ...lines: string[]): string[] => [
      `Tarn Courier, page ${number}`,
      "",
      ...lines,
      "",
      String(number),
    ];
    const { content, dropped } = await opened([
      page(1, "Three rockets fell on the depot", "near the river and on two of the"),
      page(2, "houses beside it.", "Nobody was hurt."),
      page(3, "A quiet day followed.", "So the police said."),
    ]);
    expect(content.split("\n\n")).toEqual([
      "Three rockets fell on the depot near the river and on two of the houses beside it. Nobody was hurt.",
      "A quiet day followed. So the police said.",
    ]);
    expect(dropped.map(({ reason }) => reason)).toContain("running-line");
  });

  it("reads two columns where the file has them one after the other", async () => {
    const column = (x: number, lines: readonly string[]): PdfLineMade[] =>
      lines.map((text, i) => ({ text, x, y: 700 - 14 * i }));
    const { content } = await opened([
      [
        ...column(72, ["Three rockets fell on", "the depot near the"]),
        ...column(320, ["river in Tarn.", "Nobody was hurt."]),
      ],
    ]);
    expect(content).toBe("Three rockets fell on the depot near the river in Tarn. Nobody was hurt.");
  });

  it("gives true spans, and no date from when the file was made", async () => {
    const made = {
      info: { Title: "Depot hit near Tarn", CreationDate: "D:20310502100000Z", Author: "user1" },
    };
    const result = readText(capture("pdf"), await opened([[TITLE, ...LINES]], made), knowledge, outletTable);
    expect(result).toMatchObject({
      ok: true,
      value: {
        document: { title: "Depot hit near Tarn", byline: null, published: null, publishedBasis: null },
      },
    });
    expect(result.ok && result.value.document.text).toBe(
      "Depot hit near Tarn\n\nThree rockets fell on the depot near Tarn on Friday evening, the police said.\n\nNobody was hurt.",
    );
  });
});

describe("what a PDF says of itself", () => {
  it("counts where the first page shows it too", async () => {
    expect(await opened([[TITLE, ...LINES]], { info: { Title: "layout7.indd" } })).toMatchObject({
      title: null,
    });
    const xmp = XMP(
      '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Depot hit near Tarn</rdf:li></rdf:Alt></dc:title>',
    );
    expect(await opened([[TITLE, ...LINES]], { xmp })).toMatchObject({ title: "Depot hit near Tarn" });
  });

  it("tells the date of publication by PRISM alone", async () => {
    const xmp = XMP("<prism:publicationDate>2031-05-02</prism:publicationDate>");
    const unpacked = await opened([[TITLE, ...LINES]], { xmp });
    const result = readText(capture("pdf"), unpacked, knowledge, outletTable);
    expect(result).toMatchObject({
      value: { document: { published: "2031-05-02", publishedBasis: "metadata" } },
    });
  });
});

describe("a PDF that cannot be read", () => {
  it("pdf/unreadable", async () => {
    expect(await codeOf(Buffer.from("%PDF-1.7 and no more"))).toBe("pdf/unreadable");
    expect(await codeOf(madePdf([LINES]).subarray(0, 300))).toBe("pdf/unreadable");
  });
  it("is read all the same where only its table of objects is wrong", async () => {
    expect((await opened([LINES], { xrefOff: -40 })).content).toContain("Nobody was hurt.");
  });
  it("pdf/encrypted", async () => {
    const key = `<${"41".repeat(32)}>`;
    const trailer = `/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O ${key} /U ${key} >>`;
    expect(await codeOf(madePdf([LINES], { trailer }))).toBe("pdf/encrypted");
  });
  it("pdf/no-text", async () => {
    expect(await codeOf(madePdf([[], []]))).toBe("pdf/no-text");
  });
  it("pdf/pages-without-text", async () => {
    expect(await codeOf(madePdf([LINES, []]))).toBe("pdf/pages-without-text");
  });
  it("pdf/too-many-pages", async () => {
    expect(await codeOf(madePdf(Array.from({ length: 501 }, () => ["x"])))).toBe("pdf/too-many-pages");
  });
});
