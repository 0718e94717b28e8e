// How the bytes of a file are to be read: by the ending of its name where that tells, else by its first bytes.
// In: a name and the head of the file. Out: a form, or "binary", or null where no reader fits.
// Web archives are known by their first bytes. Signatures: WHATWG MIME Sniffing for HTML, byte order marks, NUL bytes for what is no text.
import { constants, gunzipSync } from "node:zlib";
import type { RowNames } from "../../model/row-layout.js";
import { isMail, isMbox } from "./mail-head.js";
import { namesText } from "./csv-header.js";

export type FileForm =
  | "text"
  | "html"
  | "ndjson"
  | "csv"
  | "feed"
  | "telegram"
  | "mail"
  | "mbox"
  | "pdf"
  | "warc"
  | "warc-gz"
  | "wacz";

const ENDINGS: Readonly<Record<string, FileForm>> = {
  txt: "text",
  text: "text",
  md: "text",
  htm: "html",
  html: "html",
  xhtml: "html",
  ndjson: "ndjson",
  jsonl: "ndjson",
  csv: "csv",
  tsv: "csv",
};

/** How many bytes `recogniseForm` wants to see. */
export const HEAD_BYTES = 4096;

/** `recogniseForm("a.txt", …)` is "text" unless the bytes are no text at all. */
export function recogniseForm(name: string, head: Uint8Array, names?: RowNames): FileForm | "binary" {
  const archive = archiveForm(name, head);
  if (archive !== null) return archive;
  if (startsWith(head, "%PDF-")) return "pdf";
  if (isBinary(head)) return "binary";
  if (isFeed(head)) return "feed";
  const container = containerForm(name, head);
  if (container !== null) return container;
  const ending = /\.([a-z]+)$/iu.exec(name)?.[1]?.toLowerCase();
  const named = ending === undefined ? undefined : ENDINGS[ending];
  if (named !== undefined) return named;
  const start = new TextDecoder("utf-8").decode(head).trimStart();
  if (/^(?:<!doctype html|<html|<head|<body|<!--|<\?xml)/iu.test(start)) return "html";
  if (start.startsWith("{")) return "ndjson";
  return namesText(head, names) ? "csv" : "text";
}

/** Web archives: by their first bytes, of gzip files by the first bytes within; a WACZ by its ending or its first entry. */
function archiveForm(name: string, head: Uint8Array): FileForm | null {
  if (startsWith(head, "WARC/")) return "warc";
  if (startsWith(head, "PK\u0003\u0004")) {
    const first = Buffer.from(head.buffer, head.byteOffset, head.length).toString("latin1", 30, 50);
    return /\.wacz$/iu.test(name) || /^(?:archive|pages|indexes)\/|^datapackage/u.test(first) ? "wacz" : null;
  }
  if (head[0] !== 0x1f || head[1] !== 0x8b) return null;
  if (/\.warc\.gz$/iu.test(name)) return "warc-gz";
  try {
    const within = gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 2 ** 22 });
    return startsWith(within, "WARC/") ? "warc-gz" : null;
  } catch {
    return null;
  }
}

/** Chats, mails and PDF: by their first bytes, a mail also by its ending. */
function containerForm(name: string, head: Uint8Array): FileForm | null {
  const start = new TextDecoder("utf-8").decode(head).trimStart();
  if (TELEGRAM.test(start)) return "telegram";
  if (isMbox(start)) return "mbox";
  return isMail(start) || /\.eml$/iu.test(name) ? "mail" : null;
}

/** The first keys that Telegram Desktop writes, of one chat and of all. */
const TELEGRAM =
  /^\{\s*(?:(?:"name"\s*:\s*(?:null|"(?:[^"\\]|\\.)*")\s*,\s*)?"type"\s*:\s*(?:null|"[a-z_]+")\s*,\s*"id"\s*:\s*(?:null|"?\d+"?)\s*,\s*"messages"\s*:\s*\[|"about"\s*:\s*"(?:[^"\\]|\\.)*"\s*,\s*"(?:personal_information|profile_pictures|stories|contacts|frequent_contacts|sessions|web_sessions|other_data|chats|left_chats)"\s*:)/u;

function startsWith(bytes: Uint8Array, start: string): boolean {
  return (
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1", 0, start.length) === start
  );
}

/** How bytes that a server sent are to be read: by its Content-Type where that tells, else as a file of the address's name. */
export function receivedForm(
  mediaType: string | null,
  url: string,
  head: Uint8Array,
  names?: RowNames,
): FileForm | "binary" {
  if (startsWith(head, "%PDF-")) return "pdf";
  if (isFeed(head)) return "feed";
  switch (mediaType) {
    case "message/rfc822":
      return "mail";
    case "application/mbox":
      return "mbox";
    case "text/html":
    case "application/xhtml+xml":
      return isBinary(head) ? "binary" : "html";
    case "text/csv":
    case "text/tab-separated-values":
      return "csv";
    case "application/x-ndjson":
    case "application/jsonl":
      return "ndjson";
    default:
      return recogniseForm(new URL(url).pathname, head, names);
  }
}

/** RSS, Atom and RDF by their root element, JSON Feed by its version, whatever the name of the file. */
function isFeed(head: Uint8Array): boolean {
  const start = new TextDecoder(startsUtf16(head) ? utf16Label(head) : "utf-8").decode(head).trimStart();
  if (start.startsWith("{")) {
    return /"version"\s{0,5}:\s{0,5}"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org\\?\/version\\?\//u.test(start);
  }
  const root =
    /^(?:<\?[^>]{0,400}\?>\s*|<!--(?:[^-]|-(?!->)){0,3000}-->\s*|<!DOCTYPE[^>[]{0,400}>\s*)*<([\w:]+)/u.exec(
      start,
    )?.[1];
  return root === "rss" || root === "feed" || root === "rdf:RDF";
}

function utf16Label(head: Uint8Array): string {
  return head[0] === 0xff ? "utf-16le" : "utf-16be";
}

/** NUL bytes, unless they stand as in UTF-16 (a mark, or nearly every second byte of an even or odd run). */
function isBinary(head: Uint8Array): boolean {
  if (startsUtf16(head)) return false;
  if (SIGNATURES.some((signature) => signature.every((byte, i) => head[i] === byte))) return true;
  let even = 0;
  let odd = 0;
  head.forEach((byte, i) => {
    if (byte !== 0) return;
    if (i % 2 === 0) even++;
    else odd++;
  });
  if (even + odd === 0) return false;
  const half = head.length / 2;
  return !((even === 0 && odd > half * 0.6) || (odd === 0 && even > half * 0.6));
}

/** PNG, JPEG, GIF8, ZIP (also office files), gzip, RAR: what people have beside their reports. */
const SIGNATURES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x50, 0x4b, 0x03, 0x04],
  [0x1f, 0x8b],
  [0x52, 0x61, 0x72, 0x21],
];

export function startsUtf16(head: Uint8Array): boolean {
  return (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
}
