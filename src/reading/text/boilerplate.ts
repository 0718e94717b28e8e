// Lines without what stands beside the news, and what was taken out with the id of its rule. Rules are data
// (knowledge/text/boilerplate.yaml); a paragraph that stands twice is dropped the second time ("repeated").
// When in doubt words stay: a rule takes whole lines, or the ends of lines, and none reads the middle of a sentence.
import type { Dropped } from "../../model/document.js";
import type { BoilerplateRule } from "../../knowledge/text.js";
import { line } from "./line.js";
import type { Line } from "./line.js";

/** Longer lines are never boilerplate as a whole. */
const LONGEST_LINE = 420;
/** Lines at either end of the text in which "edge" rules apply. */
const EDGE = 12;
/** Characters at the end of a line in which "ending" rules look; of the text in which "footer" rules look. */
const ENDING = 700;
const FOOTER = 8000;
/** Shorter paragraphs may stand twice. */
const REPEATED = 40;

export interface Kept {
  readonly lines: readonly Line[];
  readonly dropped: readonly Dropped[];
}

export function withoutBoilerplate(lines: readonly Line[], rules: readonly BoilerplateRule[]): Kept {
  const dropped: Dropped[] = [];
  const of = (scope: BoilerplateRule["scope"]): readonly BoilerplateRule[] =>
    rules.filter((rule) => rule.scope === scope);
  let kept = withoutFooter(lines, of("footer"), dropped);
  kept = withoutParts(kept, of("inline"), dropped);
  kept = withoutLines(kept, rules, dropped);
  kept = withoutEnding(kept, of("ending"), dropped);
  kept = withoutRepeated(kept, dropped);
  return { lines: kept, dropped };
}

function withoutFooter(
  lines: readonly Line[],
  rules: readonly BoilerplateRule[],
  dropped: Dropped[],
): readonly Line[] {
  const total = lines.reduce((sum, { text }) => sum + text.length + 1, 0);
  const from = Math.max(total * 0.4, total - FOOTER);
  let passed = 0;
  const looked = lines.flatMap(({ text }, index) => {
    const skip = Math.min(text.length, Math.max(0, Math.ceil(from - passed)));
    passed += text.length + 1;
    return passed < from ? [] : [{ index, text, skip, tail: text.slice(skip) }];
  });
  const cuts = rules.flatMap((rule) => {
    for (const { index, text, skip, tail } of looked) {
      const match = rule.pattern.exec(tail);
      if (match === null) continue;
      const at = skip + match.index;
      const rest = [text.slice(at), ...lines.slice(index + 1).map((l) => l.text)].join("\n");
      if (rule.confirm === null || rule.confirm.test(rest)) return [{ rule, index, at, rest }];
    }
    return [];
  });
  const first = cuts.sort((a, b) => a.index - b.index || a.at - b.at)[0];
  if (first === undefined) return lines;
  dropped.push({ reason: first.rule.id, text: first.rest });
  const last = lines[first.index]!;
  const left = last.text.slice(0, first.at).trimEnd();
  return [...lines.slice(0, first.index), ...(left === "" ? [] : [{ ...last, text: left }])];
}

function withoutParts(
  lines: readonly Line[],
  rules: readonly BoilerplateRule[],
  dropped: Dropped[],
): readonly Line[] {
  return lines.flatMap((whole) => {
    const cuts = rules
      .flatMap((rule) => [...whole.text.matchAll(rule.pattern)].map((match) => ({ rule, match })))
      .sort((a, b) => a.match.index - b.match.index);
    if (cuts.length === 0) return [whole];
    const pieces: string[] = [];
    let from = 0;
    for (const { rule, match } of cuts) {
      if (match.index < from || match[0] === "") continue;
      pieces.push(whole.text.slice(from, match.index));
      dropped.push({ reason: rule.id, text: match[0] });
      from = match.index + match[0].length;
    }
    pieces.push(whole.text.slice(from));
    return pieces
      .map((piece) => piece.trim())
      .filter((piece) => piece !== "")
      .map((piece, index) => line(piece, index === 0 && whole.gap, whole.embed));
  });
}

function withoutLines(
  lines: readonly Line[],
  rules: readonly BoilerplateRule[],
  dropped: Dropped[],
): readonly Line[] {
  const everywhere = rules.filter(({ scope }) => scope === "line");
  const edge = rules.filter(({ scope }) => scope === "edge");
  const kept: Line[] = [];
  const any = anyOf(rules);
  let gap = false;
  lines.forEach((one, index) => {
    const near = index < EDGE || index >= lines.length - EDGE;
    const rule =
      one.text.length > LONGEST_LINE || one.embed !== null
        ? undefined
        : ((any(one.text) ? everywhere.find(({ pattern }) => pattern.test(one.text)) : undefined) ??
          (near ? edge.find(({ pattern }) => pattern.test(one.text)) : undefined));
    if (rule === undefined) {
      kept.push(gap && !one.gap ? { ...one, gap } : one);
      gap = false;
    } else {
      dropped.push({ reason: rule.id, text: one.text });
      gap ||= one.gap;
    }
  });
  return kept;
}

const UNIONS = new WeakMap<readonly BoilerplateRule[], readonly RegExp[]>();

/** Whether one of the rules for whole lines reads the line: all as one expression, compiled once for a set of rules. */
function anyOf(rules: readonly BoilerplateRule[]): (text: string) => boolean {
  const known = UNIONS.get(rules);
  const unions =
    known ??
    ["u", "iu"].flatMap((flags) => {
      const sources = rules
        .filter(({ scope, pattern }) => scope === "line" && pattern.flags === flags)
        .map(({ pattern }) => pattern.source);
      return sources.length === 0 ? [] : [new RegExp(sources.join("|"), flags)];
    });
  if (known === undefined) UNIONS.set(rules, unions);
  return (text) => unions.some((union) => union.test(text));
}

function withoutEnding(
  lines: readonly Line[],
  rules: readonly BoilerplateRule[],
  dropped: Dropped[],
): readonly Line[] {
  let kept = lines;
  for (let last = kept.at(-1); last !== undefined; last = kept.at(-1)) {
    const { text } = last;
    const window = text.slice(-ENDING);
    const found = rules
      .map((rule) => ({ rule, match: rule.pattern.exec(window) }))
      .find(({ match }) => match !== null);
    if (found === undefined) return kept;
    const cut = text.length - window.length + found.match!.index;
    dropped.push({ reason: found.rule.id, text: text.slice(cut).trim() });
    const left = text.slice(0, cut).trimEnd();
    kept = [...kept.slice(0, -1), ...(left === "" ? [] : [{ ...last, text: left }])];
  }
  return kept;
}

function withoutRepeated(lines: readonly Line[], dropped: Dropped[]): readonly Line[] {
  const seen = new Set<string>();
  return lines.filter(({ text, embed }) => {
    const key = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
    if (key.length < REPEATED || embed !== null || !seen.has(key)) {
      seen.add(key);
      return true;
    }
    dropped.push({ reason: "repeated", text });
    return false;
  });
}
