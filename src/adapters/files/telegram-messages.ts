// Where the messages of a Telegram export stand: fed with its chunks and their JSON tokens in turn, it cuts the bytes of each message
// out, with the chat that it stands in. A chat is the whole export, or a member of chats.list or left_chats.list; what it says of
// itself stands before its messages. Leaves alone: what a message is made of.
import { TokenType } from "@streamparser/json";
import type { TelegramChat } from "../../model/telegram-message.js";

export interface FoundMessage {
  readonly chat: TelegramChat;
  /** Null where it is above the limit. */
  readonly bytes: Uint8Array | null;
  readonly size: number;
}

interface Token {
  readonly token: TokenType;
  readonly value: unknown;
  readonly offset: number;
}

/** An object or array that is open, and the key that was read last in it. */
interface Open {
  readonly object: boolean;
  key: string | null;
}

const DEEPEST = 200;
const IN_LIST = /^(?:left_)?chats\/list\/\/$/u;
const IN_CHAT = /^(?:(?:left_)?chats\/list\/\/)?messages\/\/$/u;
const NOBODY: TelegramChat = { name: null, type: null, id: null };

export class MessageFinder {
  tooDeep = false;
  /** True once the export is closed. */
  ended = false;
  private readonly open: Open[] = [];
  private chat: TelegramChat = NOBODY;
  private messageDepth = 0;
  private start = 0;
  /** The chunks that a message under way stands in, and where the first of them begins. */
  private kept: Uint8Array[] = [];
  private keptFrom = 0;
  private received = 0;
  private found: FoundMessage[] = [];
  private afterColon = false;

  constructor(private readonly limit: number) {}

  /** Before the tokens of the chunk. */
  chunk(bytes: Uint8Array): void {
    if (this.messageDepth === 0) {
      this.kept = [];
      this.keptFrom = this.received;
    } else if (this.received - this.start > this.limit) {
      this.kept = [];
      this.keptFrom = this.received;
    }
    this.kept.push(bytes);
    this.received += bytes.length;
  }

  token({ token, value, offset }: Token): void {
    if (this.tooDeep) return;
    const top = this.open.at(-1);
    switch (token) {
      case TokenType.LEFT_BRACE:
      case TokenType.LEFT_BRACKET:
        this.begin(token === TokenType.LEFT_BRACE, offset);
        break;
      case TokenType.RIGHT_BRACE:
      case TokenType.RIGHT_BRACKET:
        this.open.pop();
        this.ended = this.open.length === 0;
        if (this.messageDepth > 0 && this.open.length < this.messageDepth) this.finish(offset + 1);
        break;
      case TokenType.COLON:
        this.afterColon = true;
        return;
      case TokenType.COMMA:
        break;
      default:
        if (this.messageDepth > 0 || top === undefined || !top.object) break;
        if (!this.afterColon) top.key = String(value);
        else if (this.isChat()) this.learn(top.key, value);
    }
    this.afterColon = false;
  }

  /** The messages that are whole. */
  take(): readonly FoundMessage[] {
    const found = this.found;
    this.found = [];
    return found;
  }

  private begin(object: boolean, offset: number): void {
    const place = this.place(this.open.length);
    this.open.push({ object, key: null });
    if (this.open.length > DEEPEST) this.tooDeep = true;
    if (this.messageDepth > 0 || !object) return;
    if (place === "" || IN_LIST.test(place)) this.chat = NOBODY;
    else if (IN_CHAT.test(place)) {
      this.messageDepth = this.open.length;
      this.start = offset;
    }
  }

  private finish(end: number): void {
    const size = end - this.start;
    const bytes =
      size > this.limit
        ? null
        : Buffer.concat(this.kept).subarray(this.start - this.keptFrom, end - this.keptFrom);
    this.found.push({ chat: this.chat, bytes: bytes === null ? null : new Uint8Array(bytes), size });
    this.messageDepth = 0;
  }

  private learn(key: string | null, value: unknown): void {
    if (key === "name" && typeof value === "string") this.chat = { ...this.chat, name: value };
    else if (key === "type" && typeof value === "string") this.chat = { ...this.chat, type: value };
    else if (key === "id") this.chat = { ...this.chat, id: String(value) };
  }

  private isChat(): boolean {
    const around = this.open.length - 1;
    return around === 0 || (around === 3 && IN_LIST.test(this.place(around)));
  }

  /** The keys that lead to what begins within so many open ones; of an array nothing. */
  private place(depth: number): string {
    let place = "";
    for (let i = 0; i < depth && i < 6; i++) place += `${this.open[i]!.key ?? ""}/`;
    return place;
  }
}
