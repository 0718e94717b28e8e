// Names that no gazetteer has, known for places by the noun beside them: "the village of Umm Zaruba", "Zarbuna
// neighbourhood". They are found and abstained on: no coordinates are made up. Knowledge: nouns of words.*.yaml.
import type { PlaceKnowledge } from "../../knowledge/places.js";
import type { Match } from "./recognise.js";
import type { LetterCase, Word } from "../../model/word.js";

const LONGEST = 4;

export function recogniseUnknown(
  words: readonly Word[],
  taken: readonly Match[],
  knowledge: PlaceKnowledge,
): Match[] {
  const matches: Match[] = [];
  const rules = knowledge.patterns.words;
  const free = (i: number): boolean =>
    !taken.some((m) => m.from <= i && i <= m.to) && !matches.some((m) => m.from <= i && i <= m.to);
  const named = (i: number): boolean => {
    const word = words[i];
    return (
      word !== undefined &&
      free(i) &&
      (word.capital || articleBefore(words, i, knowledge)) &&
      !rules.direction.has(word.folded) &&
      !rules.noun.has(word.folded) &&
      !rules.title.has(word.folded) &&
      !knowledge.demonyms.has(word.folded) &&
      !knowledge.small.articles.has(word.folded)
    );
  };
  const add = (from: number, to: number): void => {
    const key = words
      .slice(from, to + 1)
      .map((w) => w.folded)
      .join(" ");
    matches.push({
      from,
      to,
      start: words[from]!.start,
      end: words[to]!.end,
      rows: [],
      basis: "unknown",
      key,
    });
  };
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    // "the village of X"
    if (
      rules["settlement-of"].has(word.folded) &&
      !word.capital &&
      words[i + 1] !== undefined &&
      knowledge.small.genitives.has(words[i + 1]!.folded) &&
      words[i + 1]!.joint === "space"
    ) {
      const from = i + 2;
      let to = from - 1;
      while (to - from + 1 < LONGEST && named(to + 1) && words[to + 1]!.joint !== "break") to++;
      while (to >= from && !words[to]!.capital) to--;
      if (to >= from) add(from, to);
    }
    // "X village", "X residential district"
    if (rules.noun.has(word.folded) && !word.capital && word.joint === "space" && i > 0) {
      let to = i - 1;
      if (!words[to]!.capital && words[to]!.joint === "space" && /^[a-z]+$/u.test(words[to]!.text)) to--;
      if (to < 0 || !named(to) || !words[to]!.capital || words[to]!.possessive) continue;
      let from = to;
      while (from > 0 && to - from + 1 < LONGEST && words[from]!.joint !== "break" && named(from - 1)) from--;
      if (words[from]!.first && from === to) continue;
      if (words[from]!.first && rules.locative.has(words[from]!.folded)) from++;
      if (from <= to) add(from, to);
    }
  }
  return matches;
}

function articleBefore(words: readonly Word[], i: number, knowledge: PlaceKnowledge): boolean {
  const next = words[i + 1];
  return (
    knowledge.spelling.articles.has(words[i]!.folded) &&
    next !== undefined &&
    next.joint === "hyphen" &&
    next.capital
  );
}

/**
 * "Wexler County": a name that ends in its own noun and that the gazetteer lacks. A place of the first words' name alone is
 * not it, so such a match gives way.
 */
export function withNamedNouns(
  words: readonly Word[],
  letters: LetterCase,
  matches: readonly Match[],
  knowledge: PlaceKnowledge,
): Match[] {
  if (letters !== "cased") return [...matches];
  const nouns = knowledge.patterns.words["named-noun"];
  let all = [...matches];
  for (let i = 1; i < words.length; i++) {
    const word = words[i]!;
    if (!word.capital || word.joint !== "space" || !nouns.has(word.folded) || words[i - 1]!.possessive)
      continue;
    if (all.some((m) => m.from <= i && i <= m.to && m.from < m.to)) continue;
    const before = all.find((m) => m.to === i - 1);
    let from = before?.from ?? i - 1;
    if (
      !words[from]!.capital ||
      (before?.basis === "demonym" && before.from === before.to && words[from]!.first)
    )
      continue;
    const isNamePart = (w: Word): boolean =>
      w.capital &&
      !w.first &&
      !w.possessive &&
      !knowledge.demonyms.has(w.folded) &&
      !knowledge.patterns.words.title.has(w.folded) &&
      !knowledge.small.articles.has(w.folded) &&
      !all.some((m) => m.start <= w.start && w.end <= m.end);
    while (from > 0 && i - from < LONGEST && words[from]!.joint === "space" && isNamePart(words[from - 1]!))
      from--;
    const first = words[from]!;
    if (first.first && before === undefined) continue;
    const key = words
      .slice(from, i + 1)
      .map((w) => w.folded)
      .join(" ");
    all = all.filter((m) => m.to < from || m.from > i);
    all.push({ from, to: i, start: first.start, end: word.end, rows: [], basis: "unknown", key });
  }
  return all.sort((a, b) => a.from - b.from);
}
