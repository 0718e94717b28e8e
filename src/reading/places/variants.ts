// Names that the gazetteer spells otherwise, found by their sound ("Sarakeb" for Saraqib). Only capitalised words of a
// sentence in both cases, in countries that the document names, and where the words beside them speak of a place: a
// variant is weaker evidence than a spelling that the gazetteer knows. Knowledge: knowledge/spelling/.
import type { PlaceKnowledge, PlaceRow } from "../../knowledge/places.js";
import { sameSpoken, spokenWords } from "../../knowledge/spelling.js";
import type { Match } from "./recognise.js";
import type { Word } from "../../model/word.js";

const LONGEST = 4;

export function recogniseVariants(
  words: readonly Word[],
  taken: readonly Match[],
  countries: ReadonlySet<string>,
  knowledge: PlaceKnowledge,
  memory: Map<string, string>,
): Match[] {
  const matches: Match[] = [];
  const isTaken = (i: number): boolean => taken.some((m) => m.from <= i && i <= m.to);
  for (let i = 0; i < words.length; i++) {
    if (!words[i]!.capital && !articleBeforeCapital(words, i, knowledge)) continue;
    // All in capitals: an abbreviation.
    if (words[i]!.text.length > 1 && words[i]!.text === words[i]!.text.toUpperCase()) continue;
    if (isTaken(i) || knowledge.ordinary.has(words[i]!.folded) || knowledge.demonyms.has(words[i]!.folded))
      continue;
    let run = 1;
    while (run < LONGEST + 1 && joins(words, i + run, knowledge) && !isTaken(i + run)) run++;
    const match = variantAt(words, i, run, countries, knowledge, memory);
    if (match === null) continue;
    matches.push(match);
    i = match.to;
  }
  return matches;
}

function articleBeforeCapital(words: readonly Word[], i: number, knowledge: PlaceKnowledge): boolean {
  const next = words[i + 1];
  return knowledge.spelling.articles.has(words[i]!.folded) && next?.joint === "hyphen" && next.capital;
}

/** The word goes on the name begun before it. */
function joins(words: readonly Word[], i: number, knowledge: PlaceKnowledge): boolean {
  const word = words[i];
  if (word === undefined || word.joint === "break" || words[i - 1]!.possessive) return false;
  if (word.capital) return true;
  const next = words[i + 1];
  return (
    knowledge.spelling.loose.has(word.folded) && next !== undefined && next.joint !== "break" && next.capital
  );
}

function variantAt(
  words: readonly Word[],
  i: number,
  run: number,
  countries: ReadonlySet<string>,
  knowledge: PlaceKnowledge,
  memory: Map<string, string>,
): Match | null {
  for (let n = run; n > 0; n--) {
    const last = words[i + n - 1]!;
    if (!last.capital) continue;
    const parts = words.slice(i, i + n).map((w) => w.folded);
    for (const { form, cut } of respelt(parts, knowledge)) {
      const rows = rowsOf(form, countries, knowledge, memory);
      if (rows.length === 0) continue;
      const span = { from: i, to: i + n - 1, start: words[i]!.start, end: last.end - cut };
      return { ...span, rows, basis: "variant", key: form.join(" ") };
    }
  }
  return null;
}

/** The words as they are; "Aleppos" that has lost its apostrophe; "Alqusour" that has lost its hyphen. */
function respelt(
  parts: readonly string[],
  knowledge: PlaceKnowledge,
): readonly { readonly form: readonly string[]; readonly cut: number }[] {
  const forms: { form: readonly string[]; cut: number }[] = [{ form: parts, cut: 0 }];
  const end = parts[parts.length - 1]!;
  if (end.length > 5 && knowledge.small.possessive !== "" && end.endsWith(knowledge.small.possessive))
    forms.push({ form: [...parts.slice(0, -1), end.slice(0, -knowledge.small.possessive.length)], cut: 1 });
  const first = parts[0]!;
  if (first.length > 6 && knowledge.spelling.loose.has(first.slice(0, 2)))
    forms.push({ form: [first.slice(2), ...parts.slice(1)], cut: 0 });
  return forms;
}

/** Rows of one phonetic form; where there are none, of nearly the same. */
function rowsOf(
  form: readonly string[],
  countries: ReadonlySet<string>,
  knowledge: PlaceKnowledge,
  memory: Map<string, string>,
): PlaceRow[] {
  const spoken = spokenWords(form, knowledge.spelling, memory);
  if (spoken === null) return [];
  const exact: PlaceRow[] = [];
  const close: PlaceRow[] = [];
  for (const country of countries) {
    for (const entry of knowledge.bySkeleton(country).get(spoken.skeleton) ?? []) {
      if (entry.phonetic === spoken.phonetic) exact.push(entry.row);
      else if (sameSpoken(spoken, { phonetic: entry.phonetic, skeleton: spoken.skeleton }))
        close.push(entry.row);
    }
  }
  return [...new Set(exact.length > 0 ? exact : close)];
}
