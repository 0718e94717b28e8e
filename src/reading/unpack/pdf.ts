// A PDF with a text layer as a report: its paragraphs (pdf-lines.ts), and of what the file says of itself that which can be trusted: a
// title or an author that the first page shows too, and a date of publication (PRISM). The dates of making the file tell nothing of the
// report. In: bytes. By pdf.js (unpdf), which runs no script. Leaves alone: pictures, forms, what stands in pictures of text.
import type { Problem, Result } from "../../base/result.js";
import { failed, ok } from "../../base/result.js";
import type { Unpacked } from "../../model/unpacked.js";
import { NOTHING_SAID } from "../../model/unpacked.js";
import type { PdfPiece } from "./pdf-lines.js";
import { pdfText } from "./pdf-lines.js";

const MOST_PAGES = 500;
const MOST_CHARACTERS = 4_000_000;
/** XMP properties that tell when the report was published (PRISM 2.1). */
const PUBLISHED = ["prism:publicationdate", "prism:coverdate", "prism:onlinedate"];
const OPTIONS = { verbosity: 0, isEvalSupported: false, enableXfa: false, useSystemFonts: false };

type Pdf = Awaited<ReturnType<(typeof import("unpdf"))["getDocumentProxy"]>>;

/** Problems: pdf/unreadable, pdf/encrypted, pdf/no-text, pdf/too-many-pages. Warning: pdf/pages-without-text. */
export async function unpackPdf(bytes: Uint8Array, ref: string): Promise<Result<Unpacked>> {
  const { getDocumentProxy } = await import("unpdf");
  let open: Pdf | null = null;
  try {
    // pdf.js takes the bytes for its own.
    open = await getDocumentProxy(new Uint8Array(bytes), OPTIONS);
    if (open.numPages > MOST_PAGES)
      return failed("pdf/too-many-pages", ref, { pages: open.numPages, limit: MOST_PAGES });
    const pages: PdfPiece[][] = [];
    let characters = 0;
    for (let number = 1; number <= open.numPages; number++) {
      const pieces = characters > MOST_CHARACTERS ? [] : await piecesOf(open, number);
      for (const { text } of pieces) characters += text.length;
      pages.push(pieces);
    }
    const empty = pages.filter((pieces) => pieces.every(({ text }) => text.trim() === "")).length;
    if (empty === pages.length) return failed("pdf/no-text", ref, { pages: pages.length });
    const { text, dropped } = pdfText(pages);
    const warnings: Problem[] =
      empty === 0
        ? []
        : [{ code: "pdf/pages-without-text", input: ref, detail: { pages: empty, of: pages.length } }];
    const said = await statements(open, pages[0]!);
    return ok({ ...NOTHING_SAID, kind: "text", content: text, ...said, dropped, warnings });
  } catch (error) {
    const { name, message } = error as Error;
    if (name === "PasswordException") return failed("pdf/encrypted", ref);
    return failed("pdf/unreadable", ref, { why: String(message).split("\n", 1)[0]!.slice(0, 120) });
  } finally {
    await open?.destroy().catch(() => {});
  }
}

/** A page that is damaged has none. */
async function piecesOf(pdf: Pdf, number: number): Promise<PdfPiece[]> {
  try {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    return items.flatMap((item): PdfPiece[] => {
      if (!("str" in item)) return [];
      const [, , , , x = 0, y = 0] = item.transform as number[];
      return [{ text: item.str, last: item.hasEOL, x, y, height: Math.abs(item.height) }];
    });
  } catch {
    return [];
  }
}

async function statements(
  pdf: Pdf,
  first: readonly PdfPiece[],
): Promise<Pick<Unpacked, "title" | "byline" | "published" | "language">> {
  const said = await pdf.getMetadata();
  const info = said.info as Readonly<Record<string, unknown>>;
  const metadata = said.metadata as { get(name: string): unknown } | null;
  const shown = letters(first.map(({ text, last }) => (last ? `${text} ` : text)).join(""));
  const stated = (name: string): string | null => words(info[name]);
  const xmp = (name: string): string | null => words(metadata?.get(name));
  const visible = (value: string | null): string | null =>
    value !== null && letters(value).length > 3 && shown.includes(letters(value)) ? value : null;
  return {
    title: visible(xmp("dc:title")) ?? visible(stated("Title")),
    byline: visible(xmp("dc:creator")) ?? visible(stated("Author")),
    published: PUBLISHED.map(xmp).find((date) => date !== null) ?? null,
    language: words(info["Language"]),
  };
}

function words(value: unknown): string | null {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return typeof one === "string" && one.trim() !== "" ? one.trim().slice(0, 1000) : null;
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{Nd}]+/gu, "");
}
