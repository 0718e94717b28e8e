// A stream of bytes that a parser pulls from: by lines, by counts, with bytes put back. A gap in the stream (a damaged stretch
// that was passed over) ends whatever is being read; nothing is ever joined across it. Memory is bounded by what is asked for.

/** Where bytes are missing from a stream, and why: a problem's code. */
export interface Gap {
  readonly gap: string;
}

export class ByteStream {
  /** How many bytes were handed out. */
  offset = 0;
  private readonly source: AsyncIterator<Uint8Array | Gap>;
  private head: Uint8Array = new Uint8Array(0);
  private waiting: Gap | null = null;
  private ended = false;

  constructor(chunks: AsyncIterable<Uint8Array | Gap>) {
    this.source = chunks[Symbol.asyncIterator]();
  }

  /** True once bytes are at hand; false at the end of the stream and before a gap. */
  private async fill(): Promise<boolean> {
    while (this.head.length === 0) {
      if (this.ended || this.waiting !== null) return false;
      const next = await this.source.next();
      if (next.done === true) this.ended = true;
      else if ("gap" in next.value) this.waiting = next.value;
      else this.head = next.value;
    }
    return true;
  }

  /** The gap that the stream stands before, which is passed over; null where it does not stand before one. */
  async gap(): Promise<Gap | null> {
    if (await this.fill()) return null;
    const { waiting } = this;
    this.waiting = null;
    return waiting;
  }

  /** Whether what holds it up is a gap and not the end. */
  get stopsAtGap(): boolean {
    return this.waiting !== null;
  }

  /** At most `most` bytes, as they happen to lie; null at the end and before a gap. */
  async some(most: number): Promise<Uint8Array | null> {
    if (!(await this.fill())) return null;
    const part = this.head.subarray(0, most);
    this.head = this.head.subarray(part.length);
    this.offset += part.length;
    return part;
  }

  unread(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.offset -= bytes.length;
    this.head = this.head.length === 0 ? bytes : new Uint8Array(Buffer.concat([bytes, this.head]));
  }

  /** `count` bytes, a copy; fewer where the stream ends or has a gap. */
  async take(count: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let size = 0;
    while (size < count) {
      const part = await this.some(count - size);
      if (part === null) break;
      parts.push(part);
      size += part.length;
    }
    return new Uint8Array(Buffer.concat(parts));
  }

  /** How many of `count` bytes could be passed over. */
  async skip(count: number): Promise<number> {
    let size = 0;
    while (size < count) {
      const part = await this.some(count - size);
      if (part === null) break;
      size += part.length;
    }
    return size;
  }

  /** Up to the next line break, with it; cut at `most` bytes. Null at the end and before a gap. */
  async line(most: number): Promise<Uint8Array | null> {
    const parts: Uint8Array[] = [];
    let size = 0;
    while (size < most && (await this.fill())) {
      const end = this.head.indexOf(0x0a);
      const part = await this.some(Math.min(end < 0 ? this.head.length : end + 1, most - size));
      if (part === null) break;
      parts.push(part);
      size += part.length;
      if (part.at(-1) === 0x0a) break;
    }
    return size === 0 ? null : parts.length === 1 ? parts[0]! : new Uint8Array(Buffer.concat(parts));
  }

  async close(): Promise<void> {
    await this.source.return?.();
  }
}
