// Names that the gazetteer spells otherwise, found by their sound ("Sarakeb" for Saraqib). Only capitalised words of a
// sentence in both cases, in countries that the document names, and where the words beside them speak of a place: a
// variant is weaker evidence than a spelling that the gazetteer knows. Knowledge: knowledge/spelling/.
import type { PlaceKnowledge } from "../../knowledge/places.js";
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
    if (isTaken(i)) continue;
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
    const forms = [parts];
    // "Aleppos" has lost its apostrophe, "Alqusour" its hyphen.
    const end = parts[n - 1]!;
    if (end.length > 5 && end.endsWith("s")) forms.push([...parts.slice(0, -1), end.slice(0, -1)]);
    if (parts[0]!.length > 6 && parts[0]!.startsWith("al"))
      forms.push([parts[0]!.slice(2), ...parts.slice(1)]);
    for (const [f, form] of forms.entries()) {
      const spoken = spokenWords(form, knowledge.spelling, memory);
      if (spoken === null) continue;
      const exact: number[] = [];
      const close: number[] = [];
      for (const entry of knowledge.bySkeleton.get(spoken.skeleton) ?? []) {
        const country = knowledge.rows[entry.row]!.country;
        if (country === null || !countries.has(country)) continue;
        if (entry.phonetic === spoken.phonetic) exact.push(entry.row);
        else if (sameSpoken(spoken, { phonetic: entry.phonetic, skeleton: spoken.skeleton }))
          close.push(entry.row);
      }
      const rows = exact.length > 0 ? exact : close;
      if (rows.length === 0) continue;
      return {
        from: i,
        to: i + n - 1,
        start: words[i]!.start,
        end: f === 1 ? last.end - 1 : last.end,
        rows: [...new Set(rows)],
        basis: "variant",
        key: form.join(" "),
      };
    }
  }
  return null;
}
