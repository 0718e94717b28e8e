// How a mail and an mbox begin (RFC 5322, RFC 4155): lines of header fields, with one that only programs write, so that a memo that
// begins "From:" stays a text. Leaves alone: what the fields say.

/** Fields that no person writes by hand. */
const BY_PROGRAMS =
  /^(?:message-id|mime-version|received|return-path|delivered-to|dkim-signature|content-transfer-encoding|list-id|list-unsubscribe)$/u;
const FIELD = /^([!-9;-~]{1,80}):/u;
const FROM_LINE = /^From \S+ .{0,80}\d{4}/u;

export function isMail(start: string): boolean {
  const names = fieldsOf(start.split(/\r?\n/u));
  return names !== null && names.has("from") && [...names].some((name) => BY_PROGRAMS.test(name));
}

export function isMbox(start: string): boolean {
  const [first, ...rest] = start.split(/\r?\n/u);
  const names = FROM_LINE.test(first!) ? fieldsOf(rest) : null;
  return names !== null && names.size > 0;
}

/** A line that parts two messages of an mbox. */
export function isFromLine(line: Uint8Array): boolean {
  if (line[0] !== 0x46 || line[1] !== 0x72 || line[4] !== 0x20 || line.length > 300) return false;
  return FROM_LINE.test(Buffer.from(line).toString("latin1"));
}

/** The fields of a header in lower case, as far as it is to be seen; null where another line stands among them. */
function fieldsOf(lines: readonly string[]): ReadonlySet<string> | null {
  const names = new Set<string>();
  // The last line may be cut.
  for (const line of lines.slice(0, Math.max(1, lines.length - 1))) {
    if (line === "") break;
    const name = FIELD.exec(line)?.[1];
    if (name !== undefined) names.add(name.toLowerCase());
    else if (!/^[ \t]/u.test(line) || names.size === 0) return null;
  }
  return names;
}
