// One label of CASE 2021 for a snippet, for ../shared/eval/types.mjs: rules of case-kinds.yaml vote with their weights, the main
// event of our own record with them. What stands in the first sentences counts in full, what comes later less than half. Most of the labels
// (protests, agreements, disasters, diplomacy) lie outside of what a record of attacks holds: hence a table of its own here.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { rowReader } from "./reading.js";
import type { Verb } from "./rows.js";

interface KindRule {
  readonly type: string;
  readonly weight: number;
  readonly when: readonly string[];
  readonly unless?: readonly string[];
}
interface Kinds {
  readonly lists: Readonly<Record<string, string>>;
  readonly kinds: readonly KindRule[];
  readonly record: Readonly<Record<string, string>>;
}

/** Characters at the head of a snippet that tell its news. */
const HEAD = 200;
const LATER = 0.4;
/** What the main event of the record weighs, and a background event. */
const MAIN = 3;
const BACKGROUND = 0.5;
/** Told by nothing at all. */
const NOTHING = "OTHER";

export const types: Verb = () => {
  const kinds = parse(
    readFileSync(fileURLToPath(new URL("case-kinds.yaml", import.meta.url)), "utf8"),
  ) as Kinds;
  const pattern = (source: string) =>
    new RegExp(
      `\\b(?:${source.replaceAll("..", "[^.;]{0,60}?\\b").replace(/\{(\w+)\}/gu, (_, name: string) => `(?:${kinds.lists[name]})`)})`,
      "u",
    );
  const rules = kinds.kinds.map((rule) => ({
    ...rule,
    when: rule.when.map(pattern),
    unless: (rule.unless ?? []).map(pattern),
  }));
  const read = rowReader();
  return (row) => {
    const text = row.text.toLowerCase().replaceAll(/\s+/gu, " ");
    const head = text.slice(0, HEAD);
    const votes = new Map<string, number>();
    const vote = (type: string, weight: number) => votes.set(type, (votes.get(type) ?? 0) + weight);
    for (const rule of rules) {
      const holds = (stretch: string) =>
        rule.when.every((p) => p.test(stretch)) && !rule.unless.some((p) => p.test(stretch));
      if (holds(head)) vote(rule.type, rule.weight);
      else if (holds(text)) vote(rule.type, rule.weight * LATER);
    }
    for (const event of read(row)?.events ?? []) {
      const type = kinds.record[event.type];
      if (type !== undefined) vote(type, event.focus === "main" ? MAIN : BACKGROUND);
    }
    const best = [...votes].sort((a, b) => b[1] - a[1])[0];
    return JSON.stringify({ id: row.id, type: best?.[0] ?? NOTHING });
  };
};
