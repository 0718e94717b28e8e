// A template filled with the names of two sides, and what its record tells without them: spans as places in the template, names
// as slots, ids and coordinates as known or unknown. Two fillings with the sides exchanged must tell the same, to the last
// derivation. Leaves alone: where inside a name a span begins or ends.
import type { DocumentRecord } from "../../src/model/record.js";
import type { ReportTemplate } from "./reports.js";
import type { Side } from "./sides.js";

/** A stretch of the filled text: words of the template, or a name in a slot. */
interface Piece {
  readonly start: number;
  readonly end: number;
  /** The slot's name; null for the template's own words. An article before a name is a slot that counts as the name's start. */
  readonly slot: string | null;
  readonly article: boolean;
}

export interface Filled {
  readonly title: string | null;
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly rename: (text: string) => string;
}

const SLOT = /\{(a )?([AB])\.(\w+)\}/gu;

/** Puts the names of `a` into the slots of A and those of `b` into the slots of B; slot names in records are those of A and B. */
export function filled({ title, text }: ReportTemplate, a: Side, b: Side): Filled {
  const template = title === null ? text : `${title}\n\n${text}`;
  const pieces: Piece[] = [];
  let out = "";
  const put = (words: string, slot: string | null, article: boolean): void => {
    if (words === "") return;
    const begins = out === "" || /(?:[.?!:]["”]?\s|["“]|\n)$/u.test(out);
    const shown = begins ? words[0]!.toUpperCase() + words.slice(1) : words;
    pieces.push({ start: out.length, end: out.length + shown.length, slot, article });
    out += shown;
  };
  let at = 0;
  for (const match of template.matchAll(SLOT)) {
    put(template.slice(at, match.index), null, false);
    at = match.index + match[0].length;
    const [, indefinite, side, name] = match as unknown as [string, string | undefined, string, string];
    const words = (side === "A" ? a : b).names[name]!;
    const the = words.startsWith("the ");
    if (indefinite !== undefined) {
      put(/^[aeiou]/iu.test(words) ? "an" : "a", null, false);
      put(" ", null, false);
    }
    const inTitle = title !== null && out.length < title.length && !out.includes("\n");
    if (the && !inTitle) put("the ", `${side}.${name}`, true);
    put(the ? words.slice(4) : words, `${side}.${name}`, false);
  }
  put(template.slice(at), null, false);
  const headline = title === null ? null : out.slice(0, out.indexOf("\n\n"));
  return {
    title: headline,
    text: headline === null ? out : out.slice(headline.length + 2),
    pieces: pieces.map((piece, i) => ({ ...piece, i })),
    rename: renaming(a, b),
  };
}

/** Names of both sides into slots, longer ones first. */
function renaming(a: Side, b: Side): (text: string) => string {
  const slots = new Map<string, string>();
  for (const [side, letter] of [
    [a, "A"],
    [b, "B"],
  ] as const)
    for (const [name, words] of Object.entries({ ...side.names, ...side.known }))
      for (const one of words.split("|")) {
        const key = one.replace(/^the /u, "").toLowerCase();
        if (!slots.has(key)) slots.set(key, `‹${letter}.${name.replace(/\d+$/u, "")}›`);
      }
  const names = [...slots.keys()].sort((x, y) => y.length - x.length || (x < y ? -1 : 1));
  const any = new RegExp(
    `(?<![\\p{L}])(?:${names.map((one) => one.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")).join("|")})(?![\\p{L}])`,
    "giu",
  );
  return (text) =>
    text.replace(any, (found) => slots.get(found.toLowerCase())!).replace(/\b(?:the|a|an) (?=‹)/giu, "");
}

/** Where an offset of the filled text stands in the template. */
function placeOf(offset: number, { pieces }: Filled, isEnd: boolean): string {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isEnd ? pieces[middle]!.end >= offset : pieces[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  const piece = pieces[low]!;
  // an article and its name are one slot; names have no article on some sides
  let index = 0;
  for (let i = 0; i < low; i++) if (!pieces[i]!.article) index++;
  if (piece.slot === null) return `${index}+${offset - piece.start}`;
  if (piece.article) return `${index}${isEnd ? " in article" : ""}`;
  if (offset === piece.start || offset === piece.end) return isEnd ? `${index}$` : `${index}`;
  return `${index} inside`;
}

/** What a record tells, with spans and names by their slots. */
export function told(record: DocumentRecord, filling: Filled): unknown {
  const { document, events, tallies, framing, mentions, warnings } = record;
  filling = { ...filling, rename: withLabels(record, filling) };
  const shown = bare(
    {
      title: document.title,
      byline: document.byline,
      outlet: document.outlet,
      agency: document.agency,
      language: document.language,
      published: [document.published, document.publishedBasis],
      dropped: document.dropped,
      posts: document.posts,
      events,
      tallies,
      framing,
      mentions,
      warnings,
    },
    filling,
  ) as { readonly mentions: readonly unknown[] };
  // an article in front lets one mention begin before another
  const sorted = shown.mentions.map((mention) => JSON.stringify(mention)).sort();
  return { ...shown, mentions: sorted.map((mention) => JSON.parse(mention) as unknown) };
}

/** The tables' names too, where a mention is a slot and nothing else: "Cucuta" is "Cúcuta" there. */
function withLabels({ mentions }: DocumentRecord, filling: Filled): (text: string) => string {
  const labels = new Map<string, string>();
  for (const { start, end, label } of mentions) {
    const piece = filling.pieces.find((one) => one.start === start && one.end === end && one.slot !== null);
    if (piece === undefined || label === null || filling.rename(label) !== label) continue;
    labels.set(label, `‹${piece.slot}›`);
  }
  return (text) => {
    let out = text;
    for (const [label, slot] of labels) out = out.replaceAll(label, slot);
    return filling.rename(out);
  };
}

const GONE: ReadonlySet<string> = new Set(["quote", "lat", "lon", "country", "admin1"]);
const IDS: ReadonlySet<string> = new Set(["id"]);

function bare(value: unknown, filling: Filled): unknown {
  if (typeof value === "string") return filling.rename(value);
  if (Array.isArray(value)) return value.map((item) => bare(item, filling));
  if (typeof value !== "object" || value === null) return value;
  const { start, end, kind, ...rest } = value as Record<string, unknown>;
  const shown: Record<string, unknown> = {};
  if (kind !== undefined) shown["kind"] = kind;
  if (typeof start === "number" && typeof end === "number")
    shown["span"] = `${placeOf(start, filling, false)} – ${placeOf(end, filling, true)}`;
  for (const [key, item] of Object.entries(rest)) {
    if (GONE.has(key)) continue;
    if (key === "note" && rest["stage"] === "place") {
      shown[key] = String(item).startsWith("abstained") ? item : "known";
      continue;
    }
    // whether a table has a row for an army or a ministry is no matter of sides: Peru's has none, India's has one
    if (kind === "actor" && (key === "value" || key === "abstained")) continue;
    const isId =
      (IDS.has(key) && !/^e\d+$/u.test(String(item))) ||
      (key === "value" && (kind === "place" || kind === "actor" || kind === "source"));
    shown[key] = isId ? (item === null ? null : "known") : bare(item, filling);
  }
  return shown;
}

/** The first differences of two such tellings, by path. */
export function differences(one: unknown, other: unknown, path = ""): string[] {
  if (one === other) return [];
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null)
    return [`${path}: ${JSON.stringify(one)} ≠ ${JSON.stringify(other)}`];
  if (Array.isArray(one) && Array.isArray(other) && one.length !== other.length) {
    const [these, those] = [one, other].map((items) => items.map((item) => JSON.stringify(item)));
    const only = (items: readonly string[], without: readonly string[]): string =>
      items.filter((item) => !without.includes(item)).join(" ");
    return [`${path}: ${one.length} ≠ ${other.length}: ${only(these!, those!)} ≠ ${only(those!, these!)}`];
  }
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) =>
    differences(
      (one as Record<string, unknown>)[key],
      (other as Record<string, unknown>)[key],
      `${path}/${key}`,
    ),
  );
}
