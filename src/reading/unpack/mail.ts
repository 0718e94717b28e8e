// A mail (RFC 5322, MIME) as a report: its HTML part as a page, else its text; the subject as title, whom it is from as outlet, the
// Date field, and the address at which it is archived (RFC 5064). In: the bytes of one message, with its "From " line where it stood
// in an mbox. Attachments are counted and left out. By postal-mime. Leaves alone: what the words say.
import PostalMime from "postal-mime";
import type { Address, Email } from "postal-mime";
import type { Problem, Result } from "../../base/result.js";
import { failed, ok } from "../../base/result.js";
import type { Unpacked } from "../../model/unpacked.js";
import { NOTHING_SAID } from "../../model/unpacked.js";

const LIMITS = { maxNestingDepth: 30, maxHeadersSize: 2 ** 20, maxRfc822NestingDepth: 3 };

/** Problem: mail/unreadable. Warning: mail/attachments. */
export async function unpackMail(bytes: Uint8Array, ref: string): Promise<Result<Unpacked>> {
  let mail: Email;
  try {
    mail = await PostalMime.parse(unquoted(bytes), LIMITS);
  } catch (error) {
    return failed("mail/unreadable", ref, { why: String((error as Error).message).slice(0, 120) });
  }
  const { from, subject, html, text, attachments, headers } = mail;
  if (from === undefined && subject === undefined && mail.date === undefined)
    return failed("mail/unreadable", ref, { why: "no header fields" });
  const page = html !== undefined && html.trim() !== "";
  const left = attachments.filter(({ disposition, related }) => disposition !== "inline" && related !== true);
  const warnings: Problem[] =
    left.length === 0 ? [] : [{ code: "mail/attachments", input: ref, detail: { attachments: left.length } }];
  const field = (name: string): string | null =>
    headers.find(({ key }) => key === name)?.value.trim() || null;
  return ok({
    ...NOTHING_SAID,
    kind: page ? "page" : "text",
    content: page ? html : (text ?? ""),
    title: subject?.trim() || null,
    ...sender(from),
    url: /^<?(https?:\/\/[^\s<>]{1,2000})>?$/iu.exec(field("archived-at") ?? "")?.[1] ?? null,
    language: /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/iu.exec(field("content-language") ?? "")?.[0] ?? null,
    published: field("date"),
    warnings,
  });
}

function sender(from: Address | undefined): {
  readonly outlet: string | null;
  readonly domain: string | null;
} {
  const mailbox = from?.group === undefined ? from : from.group[0];
  const domain = /@([a-z0-9.-]{1,253})$/iu.exec(mailbox?.address ?? "")?.[1]?.toLowerCase() ?? null;
  return { outlet: mailbox?.name.trim() || domain, domain };
}

/** Without the "From " line of an mbox, and with one ">" less before what it quotes. */
function unquoted(bytes: Uint8Array): Uint8Array {
  if (!fromAt(bytes, 0)) return bytes;
  const kept = new Uint8Array(bytes.length);
  let size = 0;
  let at = bytes.indexOf(LF) + 1;
  if (at === 0) return new Uint8Array(0);
  while (at < bytes.length) {
    let quotes = at;
    while (bytes[quotes] === QUOTE) quotes++;
    if (quotes > at && fromAt(bytes, quotes)) at++;
    const next = bytes.indexOf(LF, quotes);
    const end = next < 0 ? bytes.length : next + 1;
    kept.set(bytes.subarray(at, end), size);
    size += end - at;
    at = end;
  }
  return kept.subarray(0, size);
}

const LF = 0x0a;
const QUOTE = 0x3e;
const FROM = [0x46, 0x72, 0x6f, 0x6d, 0x20];

function fromAt(bytes: Uint8Array, at: number): boolean {
  return FROM.every((byte, i) => bytes[at + i] === byte);
}
