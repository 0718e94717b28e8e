// Small towns, looked up in countries that the text speaks of: "Harwinton, Connecticut", "in the town of Greer". Most such names
// are also words and persons, so the words beside must speak of a place once in the document; other mentions are then recalled.
// A longer town covers a shorter name in it ("South Charleston"). Knowledge: knowledge/towns/.
import type { PlaceKnowledge, PlaceRow } from "../../knowledge/places.js";
import type { LetterCase, Word } from "../../model/word.js";
import type { Match } from "./recognise.js";
import { isParted, matched } from "./recognise.js";

const LONGEST = 5;

/** Towns of the countries in a sentence, longest first, where no name of as many words was matched. */
export function recogniseTowns(
  words: readonly Word[],
  letters: LetterCase,
  taken: readonly Match[],
  countries: ReadonlySet<string>,
  knowledge: PlaceKnowledge,
  text: string,
): Match[] {
  const matches: Match[] = [];
  if (countries.size === 0) return matches;
  for (let i = 0; i < words.length; i++) {
    const match = townAt(words, i, letters, taken, countries, knowledge, text);
    if (match === null) continue;
    matches.push(match);
    i = match.to;
  }
  return matches;
}

function townAt(
  words: readonly Word[],
  i: number,
  letters: LetterCase,
  taken: readonly Match[],
  countries: ReadonlySet<string>,
  knowledge: PlaceKnowledge,
  text: string,
): Match | null {
  const { towns, patterns, small } = knowledge;
  if (letters !== "capitals" && !words[i]!.capital) return null;
  let best: Match | null = null;
  let key = "";
  for (let j = i; j < words.length && j < i + LONGEST; j++) {
    const word = words[j]!;
    if (j > i && isParted(words, j, knowledge, text)) break;
    if (
      letters !== "capitals" &&
      !word.capital &&
      !small.inside.has(word.folded) &&
      !small.particles.has(word.folded)
    )
      break;
    const folded = word.folded;
    if (j === i) key = folded;
    else if (j === i + 1) key = `${patterns.shortForms.get(key) ?? key} ${folded}`;
    else key = `${key} ${folded}`;
    if (letters === "capitals" || word.capital) {
      const rows = towns.named(key).filter((row) => countries.has(row.country!));
      const over = taken.filter((m) => m.from <= j && i <= m.to);
      if (rows.length > 0 && over.every((m) => isShorter(m, i, j)))
        best = town(words, i, j, rows, knowledge, text);
    }
    const start = j === i ? (patterns.shortForms.get(folded) ?? folded) : key;
    if (!towns.goesOn(start)) break;
  }
  return best;
}

function isShorter(match: Match, from: number, to: number): boolean {
  return match.from >= from && match.to <= to && match.to - match.from < to - from;
}

function town(
  words: readonly Word[],
  from: number,
  to: number,
  rows: readonly PlaceRow[],
  knowledge: PlaceKnowledge,
  text: string,
): Match {
  return { ...matched(words, from, to, rows, 0, knowledge, text), basis: "town" };
}
