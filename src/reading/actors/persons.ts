// Persons: a title and a name ("Homs Governor Talal Barazi"), or a name that speaks or is explained ("Ola Berg, a doctor").
// The title or the body beside it makes the kind of source. A person's later surname alone stands for the same person.
// Knowledge: titles and cues of knowledge/actors/descriptions.*.yaml. Leaves alone: pronouns.
import type { SourceKind } from "../../model/source.js";
import type { Word } from "../../model/word.js";
import type { ActorKnowledge } from "../../knowledge/actors.js";
import { actorKey } from "../../knowledge/actors.js";
import type { Candidate, Line } from "./candidate.js";
import { longestPhrase, quoteOf } from "./candidate.js";
import { extendLeft } from "./described.js";

const LONGEST_NAME = 4;

export function titledPersons(
  line: Line,
  bodies: readonly Candidate[],
  knowledge: ActorKnowledge,
): Candidate[] {
  const { words } = line;
  const { title } = knowledge.patterns.of;
  const found: Candidate[] = [];
  for (let i = 0; i < words.length; i++) {
    const phrase = longestPhrase(words, i, title.trie);
    if (phrase === null || words[i + phrase.n - 1]!.possessive) continue;
    const rule = title.byWords.get(phrase.key)!;
    let at = i + phrase.n;
    let source: SourceKind | null = rule.source;
    // Titles may follow one another: "army spokesman Colonel X".
    for (;;) {
      const more =
        words[at] === undefined || words[at]!.joint === "break" ? null : longestPhrase(words, at, title.trie);
      if (more === null || (!words[at]!.capital && more.key !== phrase.key)) break;
      source ??= title.byWords.get(more.key)!.source;
      at += more.n;
    }
    let body: Candidate | null =
      bodies.find((b) => b.to === i - 1 && words[i]!.joint !== "break" && !b.person) ?? null;
    // "head of the Observatory Ola Berg"
    const link = words[at];
    if (body === null && link !== undefined && knowledge.small.links.has(link.folded)) {
      let b = at + 1;
      if (words[b] !== undefined && knowledge.small.articles.has(words[b]!.folded)) b++;
      const after = bodies.find((x) => x.from === b && !x.person);
      if (after !== undefined) {
        body = after;
        at = after.to + 1;
      }
    }
    const to = words[at]?.joint === "break" ? at - 1 : nameEnd(line, at, knowledge);
    if (to < at) continue;
    const name = quoteOf(line, at, to);
    const known = knowledge.byName.get(actorKey(name))?.find((e) => e.row?.kind === "official")?.row ?? null;
    let from = body !== null && body.to === i - 1 ? body.from : i;
    let country: string | null = body?.country ?? null;
    if (from === i) {
      const left = extendLeft(line, i, knowledge, []);
      country ??= left.country ?? null;
      if (left.from < i) {
        const describing = words.slice(left.from, i).map((w) => w.folded);
        for (let k = 0; k < describing.length; k++) {
          const headed = knowledge.patterns.of.head.byWords.get(describing.slice(k).join(" "));
          if (headed?.source != null) source = headed.source;
        }
        from = left.from;
      }
    }
    const start = from;
    found.push({
      from: start,
      to,
      start: words[start]!.start,
      end: words[to]!.end,
      id: known?.id ?? null,
      name: known?.name ?? name,
      sourceKind:
        known?.sourceKind ??
        (rule.source === null || body?.sourceKind === "monitor" ? (body?.sourceKind ?? source) : source) ??
        "unspecified",
      basis: known === null ? "description" : "actor",
      memberOf: known?.speaksFor[known.speaksFor.length - 1]?.id ?? body?.id ?? body?.memberOf ?? null,
      speaksFor: known === null ? body?.name : undefined,
      country: known?.country ?? country,
      loaded: false,
      rule: rule.rule,
      person: true,
      rank: 4,
    });
    i = to;
  }
  return found;
}

/** Names of two or more words, unknown to the tables, that a verb of reporting or an explanation marks as persons. */
function foldedName(words: readonly Word[], from: number, to: number): string {
  let name = words[from]!.folded;
  for (let i = from + 1; i <= to; i++) name += ` ${words[i]!.folded}`;
  return name;
}

export function speakingPersons(
  line: Line,
  taken: readonly Candidate[],
  knowledge: ActorKnowledge,
): Candidate[] {
  if (!line.cased) return [];
  const { words } = line;
  const { reporting, head, title, lead } = knowledge.patterns.of;
  const found: Candidate[] = [];
  const free = (i: number): boolean => !taken.some((c) => c.from <= i && i <= c.to && c.rank > 1);
  for (let i = 0; i < words.length; i++) {
    if (!words[i]!.capital || !free(i) || (i > 0 && namePart(words, i - 1) && words[i]!.joint !== "break"))
      continue;
    const to = nameEnd(line, i, knowledge);
    if (to <= i || !words.slice(i, to + 1).every((_, k) => free(i + k))) continue;
    if (knowledge.patterns.of["no-name"].byWords.has(words[i]!.folded)) continue;
    // "officials in Saudi Arabia said"
    if (knowledge.nations.has(foldedName(words, i, to))) continue;
    if (
      words[i]!.first &&
      (lead.byWords.has(words[i]!.folded) || knowledge.patterns.of.locative.byWords.has(words[i]!.folded))
    )
      continue;
    const after = words[to + 1];
    const before = words[i]!.joint === "break" ? undefined : words[i - 1];
    const speaks =
      (after !== undefined &&
        after.joint !== "break" &&
        reporting.byWords.has(after.folded) &&
        // "the ministry in Port Aldane said": a place.
        !(before !== undefined && knowledge.patterns.of.locative.byWords.has(before.folded))) ||
      (before !== undefined &&
        reporting.byWords.has(before.folded) &&
        (after === undefined || after.joint === "break" || !after.capital));
    // What follows a closing quotation mark explains nothing within it.
    const quoted = after !== undefined && /["”»]/u.test(line.text.slice(words[to]!.end, after.start));
    const role = quoted ? null : roleAfter(words, to + 1, head, title, lead, knowledge);
    if (!speaks && role === null) continue;
    const name = quoteOf(line, i, to);
    found.push({
      from: i,
      to,
      start: words[i]!.start,
      end: words[to]!.end,
      id: null,
      name,
      sourceKind: role?.source ?? "unspecified",
      basis: "description",
      memberOf: null,
      country: null,
      loaded: false,
      rule: role?.rule ?? "cue/reporting",
      person: true,
      rank: 2,
    });
    i = to;
  }
  return found;
}

type Phrases = ActorKnowledge["patterns"]["of"]["head"];

/** ", a doctor at …": what an explanation right after a name says. */
function roleAfter(
  words: readonly Word[],
  at: number,
  head: Phrases,
  title: Phrases,
  lead: Phrases,
  knowledge: ActorKnowledge,
): { source: SourceKind | null; rule: string } | null {
  let i = at;
  // An age: "Ola Berg, 34, a farmer".
  if (words[i] !== undefined && /^\d{2}$/u.test(words[i]!.folded)) i++;
  let articles = 0;
  while (words[i] !== undefined && lead.byWords.has(words[i]!.folded) && articles < 2) {
    i++;
    articles++;
  }
  for (let steps = 0; steps < 4 && words[i] !== undefined; steps++, i++) {
    if (steps > 0 && words[i]!.joint === "break") return null;
    const heading = longestPhrase(words, i, head.trie);
    if (heading !== null && articles > 0) return head.byWords.get(heading.key)!;
    const titled = longestPhrase(words, i, title.trie);
    if (
      titled !== null &&
      (articles > 0 || knowledge.small.genitives.has(words[i + titled.n]?.folded ?? "")) &&
      !words[i]!.capital
    )
      return title.byWords.get(titled.key)!;
    if (
      !knowledge.patterns.of.modifier.byWords.has(words[i]!.folded) &&
      !knowledge.nations.has(words[i]!.folded)
    )
      return null;
  }
  return null;
}

function namePart(words: readonly Word[], i: number): boolean {
  const word = words[i]!;
  return word.capital && !word.first;
}

/** The last word of a name that begins at `at`; less than `at` where none does. */
function nameEnd(line: Line, at: number, knowledge: ActorKnowledge): number {
  const { words } = line;
  const { title, body, reporting, lead } = knowledge.patterns.of;
  let end = at - 1;
  for (let i = at; i < words.length && i - at < LONGEST_NAME + 1; i++) {
    const word = words[i]!;
    if (i > at && word.joint === "break") break;
    if (i > at && words[i - 1]!.possessive) break;
    if (!/^\p{L}/u.test(word.text)) break;
    if (!word.capital) {
      if (
        line.cased &&
        !(
          knowledge.small.particles.has(word.folded) &&
          words[i + 1]?.capital === true &&
          words[i + 1]!.joint !== "break"
        )
      )
        break;
      if (!line.cased && (reporting.byWords.has(word.folded) || i - at >= 3)) break;
      continue;
    }
    if (knowledge.nations.has(word.folded) || title.byWords.has(word.folded) || lead.byWords.has(word.folded))
      break;
    if (i > at && body.byWords.has(word.folded) && body.trie.next.get(word.folded)!.next.size === 0) break;
    end = i;
  }
  return end;
}
