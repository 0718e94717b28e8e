// A stand-in for the actor room: names and aliases of ../shared/data/actors looked up word by word. Benches only.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ActorMention } from "../src/model/actor-mention.js";
import type { SourceKind } from "../src/model/source.js";
import { SHARED } from "./gold-records.js";

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly kind: SourceKind;
  readonly basis: ActorMention["basis"];
  readonly memberOf: string | null;
}
const table = new Map<string, { words: string[]; entry: Entry }[]>();

function rows(path: string): Record<string, string>[] {
  if (!existsSync(path)) return [];
  const [head, ...lines] = readFileSync(path, "utf8")
    .split("\n")
    .filter((l) => l && !l.startsWith("#"));
  const names = head!.split("\t");
  return lines.map((line) => Object.fromEntries(line.split("\t").map((cell, i) => [names[i] ?? "", cell])));
}
function kindOf(kind: string): SourceKind {
  if (/media|outlet|agency/u.test(kind)) return "media";
  if (/police/u.test(kind)) return "police";
  if (/armed forces|coalition|military/u.test(kind)) return "military";
  if (/monitor|rescue|aid|rights|international/u.test(kind)) return "monitor";
  if (/armed group|militia|front/u.test(kind)) return "armed_group";
  if (/opposition/u.test(kind)) return "opposition";
  return "government";
}
function add(alias: string, entry: Entry): void {
  const words = alias
    .toLowerCase()
    .replaceAll(/['’]/gu, "")
    .split(/[\s-]+/u)
    .filter(Boolean);
  if (words.length === 0 || (words.length === 1 && words[0]!.length < 3)) return;
  table.set(
    words[0]!,
    [...(table.get(words[0]!) ?? []), { words, entry }].sort((a, b) => b.words.length - a.words.length),
  );
}
for (const row of rows(join(SHARED, "data/actors/actors.tsv"))) {
  const entry: Entry = {
    id: row.id!,
    name: row.name!.replace(/ \(.*\)$/u, ""),
    kind: kindOf(row.kind!),
    basis: "actor",
    memberOf: row.member_of || null,
  };
  for (const alias of [entry.name, ...(row.aliases ?? "").split("|")]) add(alias, entry);
}
for (const row of rows(join(SHARED, "data/actors/outlets.tsv"))) {
  const name = row.name ?? row.outlet ?? "";
  const entry: Entry = { id: row.domain ?? name, name, kind: "media", basis: "outlet", memberOf: null };
  for (const alias of [name, ...(row.aliases ?? "").split("|")]) add(alias, entry);
}

export function standInActors(text: string): ActorMention[] {
  const tokens = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    lower: m[0].toLowerCase(),
  }));
  const found: ActorMention[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const hit = (table.get(tokens[i]!.lower) ?? []).find(({ words }) =>
      words.every((w, k) => {
        const t = tokens[i + k]?.lower;
        return t === w || (k === words.length - 1 && t === `${w}s`);
      }),
    );
    if (
      hit === undefined ||
      !/\p{Lu}/u.test(text.slice(tokens[i]!.start, tokens[i + hit.words.length - 1]!.end))
    )
      continue;
    const start = tokens[i]!.start;
    const end = tokens[i + hit.words.length - 1]!.end;
    found.push({
      start,
      end,
      quote: text.slice(start, end),
      id: hit.entry.id,
      name: hit.entry.name,
      sourceKind: hit.entry.kind,
      basis: hit.entry.basis,
      memberOf: hit.entry.memberOf,
      country: null,
      loaded: false,
      derivation: { stage: "actor", rule: "stand-in", span: { start, end } },
    });
    i += hit.words.length - 1;
  }
  return found;
}
