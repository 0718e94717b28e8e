// A message of a Telegram export as a report: its words, put together from the pieces of its formatting; the channel as the outlet;
// the day that it was sent, in UTC; whose message it forwards. In: the captured bytes, an export of one chat with one message
// (Telegram Desktop's result.json). Leaves alone: pictures, polls, reactions, what the words say.
import type { Problem, Result } from "../../base/result.js";
import { failed, ok } from "../../base/result.js";
import type { Unpacked } from "../../model/unpacked.js";
import { NOTHING_SAID } from "../../model/unpacked.js";

type Fields = Readonly<Record<string, unknown>>;

/** Chats whose messages have an address (core.telegram.org/api/links, private message links). */
const ADDRESSED = /^(?:public|private)_(?:channel|supergroup)$/u;

/** Problem: telegram/unreadable. Warning: telegram/edited. */
export function unpackTelegram(bytes: Uint8Array, ref: string): Result<Unpacked> {
  const chat = fields(parsed(new TextDecoder().decode(bytes)));
  const messages = chat?.["messages"];
  const message = Array.isArray(messages) ? fields(messages[0]) : null;
  if (chat === null || message === null) return failed("telegram/unreadable", ref);
  const channel = words(chat["name"]);
  const from = words(message["from"]);
  const forwarded = words(message["forwarded_from"]);
  const edited = day(message["edited_unixtime"], message["edited"]);
  const warnings: Problem[] =
    edited === null ? [] : [{ code: "telegram/edited", input: ref, detail: { edited } }];
  return ok({
    ...NOTHING_SAID,
    kind: "text",
    content: messageText(message["text"]),
    byline: words(message["author"]) ?? (from === channel ? null : from),
    outlet: channel ?? from,
    url: address(chat, message),
    published: day(message["date_unixtime"], message["date"]),
    origins: forwarded === null || forwarded === channel ? [] : [forwarded],
    warnings,
  });
}

/** `messageText(["Sirens in ", { type: "bold", text: "Tarn" }])` is "Sirens in Tarn". */
function messageText(text: unknown): string {
  if (typeof text === "string") return text;
  if (!Array.isArray(text)) return "";
  return text
    .map((piece: unknown) => (typeof piece === "string" ? piece : fields(piece)?.["text"]))
    .filter((piece) => typeof piece === "string")
    .join("");
}

function address(chat: Fields, message: Fields): string | null {
  const [channel, id] = [number(chat["id"]), number(message["id"])];
  if (channel === null || id === null || !ADDRESSED.test(String(chat["type"]))) return null;
  return `https://t.me/c/${channel}/${id}`;
}

/** The day in UTC, by seconds since 1970; else the day that the export shows, which is that of the machine that wrote it. */
function day(seconds: unknown, shown: unknown): string | null {
  const instant = number(seconds);
  // Four digits of the year, and no more.
  if (instant !== null && Number(instant) < 253_402_300_800)
    return new Date(Number(instant) * 1000).toISOString().slice(0, 10);
  return /^\d{4}-\d{2}-\d{2}(?=T|$)/u.exec(typeof shown === "string" ? shown : "")?.[0] ?? null;
}

function number(value: unknown): string | null {
  const written = typeof value === "number" ? String(value) : value;
  return typeof written === "string" && /^\d{1,15}$/u.test(written) ? written : null;
}

function words(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

function fields(value: unknown): Fields | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
