// Bodies, persons and outlets by the names of the tables, longest first. Rows of one name are told apart by their dates;
// where that does not decide, the words are kept and no row is chosen. A state's or capital's name counts only where it acts
// or speaks, not where it is a territory. Knowledge: knowledge/actors/, outlets/.
import type { ActorKnowledge, ActorRow, NamedActor } from "../../knowledge/actors.js";
import { fold } from "../../base/fold.js";
import { bareName } from "../../knowledge/actors.js";
import type { Candidate, Line } from "./candidate.js";
import { longestPhrase, quoteOf } from "./candidate.js";

export function namedActors(line: Line, date: string | null, knowledge: ActorKnowledge): Candidate[] {
  const found: Candidate[] = [];
  const { words } = line;
  for (let i = 0; i < words.length; i++) {
    const phrase = longestPhrase(words, i, knowledge.trie);
    if (phrase === null) continue;
    const candidate = choose(line, i, i + phrase.n - 1, knowledge.byName.get(phrase.key)!, date, knowledge);
    if (candidate === null) continue;
    found.push(candidate);
    i = candidate.to;
  }
  return found;
}

function choose(
  line: Line,
  from: number,
  to: number,
  entries: readonly NamedActor[],
  date: string | null,
  knowledge: ActorKnowledge,
): Candidate | null {
  const fitting = entries.filter(
    (e) =>
      spelt(line, from, to, e) &&
      hasArticle(line, from, e, knowledge) &&
      (e.territory === null || acts(line, from, to, e.territory, knowledge)),
  );
  if (fitting.length === 0) return null;
  const said = quoteOf(line, from, to);
  const plain = fitting.filter((e) => !e.loaded);
  const pool = plain.length > 0 ? plain : fitting;
  const inForce = pool.filter((e) => e.row === null || isActive(e.row, date));
  const rows = distinct(inForce.length > 0 ? inForce : pool);
  const only = rows.length === 1 ? rows[0]! : null;
  const loaded = plain.length === 0;
  const { start } = line.words[from]!;
  const { end } = line.words[to]!;
  const first = rows[0]!;
  const identified = only !== null && (!loaded || /\p{Lu}/u.test(said.slice(1)));
  if (only?.outlet) {
    const { domain, country } = only.outlet;
    return {
      from,
      to,
      start,
      end,
      id: domain,
      name: said,
      sourceKind: "media",
      basis: "outlet",
      memberOf: null,
      country,
      loaded: false,
      rule: "outlet/name",
      person: false,
      rank: 3,
    };
  }
  const row = only?.row ?? null;
  if (row?.kind === "official" && isNamesake(line, from, to, knowledge)) return null;
  const office = row?.kind === "official" && !saysName(line, from, to, row);
  if (office && namedBehind(line, to)) return null;
  const category = row?.kind === "category";
  return {
    from,
    to,
    start,
    end,
    id: identified ? (row?.id ?? null) : null,
    // A body keeps the name that the text gives it, its id says which it is, and so does an office; a person by name gets the
    // full one.
    name: row?.kind === "official" && !loaded && !office ? bareName(row.name) : said,
    sourceKind: first.sourceKind,
    basis: category || (loaded && !identified) ? "description" : first.outlet ? "outlet" : "actor",
    memberOf: row === null ? null : bodyOf(row, date),
    country: row?.country ?? null,
    loaded,
    rule: loaded ? "actor/loaded-name" : only === null ? "actor/several-of-this-name" : "actor/name",
    person: row?.kind === "official",
    rank: category || loaded ? 1 : 3,
  };
}

/** A word of the person's own name stands there, not an office alone. */
function saysName({ words }: Line, from: number, to: number, { name }: ActorRow): boolean {
  const own = fold(bareName(name)).split(/[^\p{L}\p{N}]+/u);
  return words.slice(from, to + 1).some(({ folded }) => own.includes(folded));
}

/** "the foreign minister Ola Berg": somebody else's name behind the office. */
function namedBehind({ words }: Line, to: number): boolean {
  const next = words[to + 1];
  return next !== undefined && next.joint === "space" && next.capital && !words[to]!.possessive;
}

/** "the Desh airbase", "Lake Desh": a place that bears a person's name. */
function isNamesake({ words }: Line, from: number, to: number, knowledge: ActorKnowledge): boolean {
  const { namesake, "namesake-before": namesakeBefore } = knowledge.patterns.of;
  const next = words[to + 1];
  let first = from;
  while (words[first]!.joint === "hyphen") first--;
  const before = words[first]!.joint === "space" ? words[first - 1] : undefined;
  if (before !== undefined && namesakeBefore.byWords.has(before.folded)) return true;
  return (
    next !== undefined &&
    next.joint === "space" &&
    !words[to]!.possessive &&
    namesake.byWords.has(next.folded)
  );
}

function distinct(entries: readonly NamedActor[]): NamedActor[] {
  const seen = new Set<unknown>();
  return entries.filter((e) => {
    const key = e.row ?? e.outlet;
    return seen.has(key) ? false : (seen.add(key), true);
  });
}

/** Capitals as the table has them, where the sentence has both cases. */
function spelt(line: Line, from: number, to: number, entry: NamedActor): boolean {
  const { words } = line;
  if (!line.cased || entry.letters === "any") return true;
  if (entry.letters === "all") return quoteOf(line, from, to) === entry.spelling;
  // "Times Square": one word of a longer name.
  const next = words[to + 1];
  if (entry.outlet !== null && from === to && next !== undefined && next.capital && next.joint === "space") {
    if (words[from]!.text !== words[from]!.text.toUpperCase()) return false;
  }
  for (let i = from; i <= to; i++)
    if (words[i]!.capital && !(words[i]!.first && from < to && i === from)) return true;
  return false;
}

/** "the state said", but not "in Vellin State": a common noun that the table has with its article only. */
function hasArticle(
  { words }: Line,
  from: number,
  { row, spelling }: NamedActor,
  knowledge: ActorKnowledge,
): boolean {
  const { articles } = knowledge.small;
  const [first = ""] = spelling.split(" ");
  if (row?.kind !== "category" || !articles.has(fold(first))) return true;
  const before = words[from]!.joint === "space" ? words[from - 1] : undefined;
  return articles.has(words[from]!.folded) || (before !== undefined && articles.has(before.folded));
}

/** A state or its capital as an actor: it speaks, or something is done by it, and no preposition of place stands before it. */
function acts(
  line: Line,
  from: number,
  to: number,
  territory: "country" | "capital",
  knowledge: ActorKnowledge,
): boolean {
  const { words } = line;
  const next = words[to + 1];
  const { agent, locative, reporting, acting, "acting-after": actingAfter } = knowledge.patterns.of;
  let first = from;
  // "in the Netherlands"
  if (first > 0 && words[first]!.joint !== "break" && knowledge.small.articles.has(words[first - 1]!.folded))
    first--;
  const before = words[first]!.joint === "break" ? undefined : words[first - 1];
  if (before !== undefined && agent.byWords.has(before.folded)) return true;
  const located = before !== undefined && locative.byWords.has(before.folded);
  const speaks = next !== undefined && next.joint !== "break" && reporting.byWords.has(next.folded);
  if (speaks && !located) return true;
  let at = to + 1;
  while (words[at]?.joint === "space" && actingAfter.byWords.has(words[at]!.folded)) at++;
  const verb = words[at]?.joint === "space" ? words[at]!.folded : "";
  // "Ankara targeted by drones" is told of the town
  if (acting.byWords.has(verb) && !located && !agent.byWords.has(words[at + 1]?.folded ?? "")) return true;
  if (territory === "capital" && words[to]!.possessive && doesTo(line, to + 1, knowledge)) return true;
  if (territory === "capital" || words[to]!.possessive || located) return false;
  // "Kovia: nine killed in raid" names what the headline is about
  if (words[from]!.first && line.text.startsWith(":", words[to]!.end)) return false;
  return next === undefined || next.joint !== "hyphen";
}

/** "[Ankara's] overnight shelling of a town": a deed and what it was done to, so that the name is not where it was done. */
function doesTo({ words }: Line, from: number, knowledge: ActorKnowledge): boolean {
  const { deed, "deed-on": on } = knowledge.patterns.of;
  for (let i = from; i < Math.min(words.length, from + 3) && words[i]!.joint !== "break"; i++)
    if (deed.byWords.has(words[i]!.folded)) {
      const next = words[i + 1];
      return next?.joint === "space" && on.byWords.has(next.folded);
    }
  return false;
}

function isActive(row: ActorRow, date: string | null): boolean {
  if (date === null) return true;
  return (
    (row.from === null || row.from.slice(0, date.length) <= date) &&
    (row.to === null || date <= row.to || date.startsWith(row.to))
  );
}

/** The body that a person speaks for, or a group belongs to, at the date; the latest one where no date is told. */
export function bodyOf(row: ActorRow, date: string | null): string | null {
  const all = row.speaksFor.length > 0 ? row.speaksFor : row.memberOf;
  const then =
    date === null
      ? all
      : all.filter(
          (b) =>
            (b.from === null || b.from <= date) && (b.to === null || date <= b.to || date.startsWith(b.to)),
        );
  return (then[then.length - 1] ?? all[all.length - 1])?.id ?? null;
}
