// The messages of a Telegram export (Telegram Desktop's result.json, of one chat or of all) as captures, each with its exact bytes
// within an export of its chat alone. In: a stream; the JSON is read token by token (@streamparser/json), so memory is bounded by one
// message. Service messages and messages without words are counted and passed over. Leaves alone: what messages say.
import { createHash } from "node:crypto";
import { Tokenizer } from "@streamparser/json";
import type { Problem } from "../../base/result.js";
import { aroundMessage } from "../../model/telegram-message.js";
import type { CaptureItem } from "../../ports/capture-source.js";
import { MessageFinder } from "./telegram-messages.js";

export async function* telegramDocuments(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  capturedAt: string | null,
  limit: number,
): AsyncGenerator<CaptureItem> {
  const finder = new MessageFinder(limit);
  const tokenizer = new Tokenizer();
  let broken: string | null = null;
  tokenizer.onToken = (token) => finder.token(token);
  tokenizer.onError = (error) => (broken ??= error.message);
  const passed = { service: 0, wordless: 0 };
  let documents = 0;
  const ready = function* (): Generator<CaptureItem> {
    for (const { chat, bytes, size } of finder.take()) {
      if (bytes === null) {
        yield problem("input/too-large", `${path}#${chat.name ?? ""}`, { size, limit });
        continue;
      }
      const read = summary(bytes);
      if (read === null) {
        yield problem("telegram/unreadable", `${path}#${chat.name ?? ""}`);
        continue;
      }
      if (read.kind !== "message") {
        passed.service++;
        continue;
      }
      if (!read.words) {
        passed.wordless++;
        continue;
      }
      documents++;
      const { before, after } = aroundMessage(chat);
      const whole = new Uint8Array(Buffer.concat([Buffer.from(before), bytes, Buffer.from(after)]));
      const id = `sha256:${createHash("sha256").update(whole).digest("hex")}`;
      const ref = `telegram:${chat.id ?? chat.name ?? ""}/${read.id ?? documents}`;
      const capture = { id, ref, form: "telegram-message" as const, columns: null, url: null, capturedAt };
      yield { kind: "document", capture, bytes: whole, exchange: null };
    }
  };
  for await (const chunk of chunks) {
    finder.chunk(chunk);
    tokenizer.write(chunk);
    yield* ready();
    if (broken !== null || finder.tooDeep) break;
  }
  if (broken !== null || finder.tooDeep || !finder.ended)
    yield problem("telegram/broken", path, { documents });
  else if (documents === 0) yield problem("telegram/no-messages", path);
  if (passed.service + passed.wordless > 0)
    yield { kind: "warning", problem: { code: "telegram/passed-over", input: path, detail: passed } };
}

interface Summary {
  readonly kind: unknown;
  readonly id: string | null;
  readonly words: boolean;
}

/** What of a message decides whether it is taken; null where it is no JSON. */
function summary(bytes: Uint8Array): Summary | null {
  try {
    const message = JSON.parse(Buffer.from(bytes).toString("utf8")) as Record<string, unknown>;
    const { type, id, text } = message;
    const words = typeof text === "string" ? text.trim() !== "" : Array.isArray(text) && text.length > 0;
    return { kind: type, id: typeof id === "number" || typeof id === "string" ? String(id) : null, words };
  } catch {
    return null;
  }
}

function problem(code: string, input: string, detail: Problem["detail"] = {}): CaptureItem {
  return { kind: "problem", problem: { code, input, detail } };
}
