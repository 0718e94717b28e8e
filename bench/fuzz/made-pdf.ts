// Small PDF files, made by hand: pages of lines in Helvetica, an information dictionary, XMP, and the ways in which files differ.
// Follows ISO 32000-1. For tests and trials; all made up.
import { deflateSync } from "node:zlib";

export interface MadePdf {
  readonly info?: Readonly<Record<string, string>>;
  readonly xmp?: string;
  /** Streams are compressed. */
  readonly packed?: boolean;
  /** Added to the trailer, e.g. an encryption that nobody knows. */
  readonly trailer?: string;
  /** Where the table of objects is said to begin, beside where it does. */
  readonly xrefOff?: number;
}

/** A line, or one at its own place: column and height above the bottom, in points. */
export type PdfLineMade =
  string | { readonly text: string; readonly x: number; readonly y: number; readonly size?: number };

/** One array of lines a page; an empty line leaves a gap. */
export function madePdf(pages: readonly (readonly PdfLineMade[])[], made: MadePdf = {}): Buffer {
  const stream = (entries: string, content: string): string => {
    const bytes = made.packed === true ? deflateSync(content) : Buffer.from(content, "latin1");
    const filter = made.packed === true ? " /Filter /FlateDecode" : "";
    return `<< ${entries} /Length ${bytes.length}${filter} >>\nstream\n${bytes.toString("latin1")}\nendstream`;
  };
  const first = 6;
  const kids = pages.map((_, i) => `${first + 2 * i} 0 R`).join(" ");
  const info = Object.entries(made.info ?? {}).map(([key, value]) => `/${key} (${escaped(value)})`);
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R${made.xmp === undefined ? "" : " /Metadata 5 0 R"} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    `<< ${info.join(" ")} >>`,
    stream("/Type /Metadata /Subtype /XML", made.xmp ?? ""),
    ...pages.flatMap((lines, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${first + 2 * i + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      stream("", pageContent(lines)),
    ]),
  ];
  let file = "%PDF-1.4\n";
  const places = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const xref = file.length + (made.xrefOff ?? 0);
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R ${made.trailer ?? ""} >>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}

function pageContent(lines: readonly PdfLineMade[]): string {
  let y = 740;
  return lines
    .map((line) => {
      if (typeof line !== "string") return shown(line.text, line.x, line.y, line.size ?? 11);
      y -= 14;
      return line === "" ? "" : shown(line, 72, y, 11);
    })
    .join("\n");
}

function shown(text: string, x: number, y: number, size: number): string {
  return `BT /F1 ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET`;
}

function escaped(text: string): string {
  return text.replace(/[\\()]/gu, "\\$&");
}
