// A name that was accepted on evidence once in a document (a variant, a small town, a name known by its noun) is the same name
// wherever it stands. In: the names found and those accepted. Out: the names found with the further ones; longer names replace
// shorter ones that they contain.
import type { PlaceKnowledge } from "../../knowledge/places.js";
import type { Found, Line } from "./found.js";
import { pushTo } from "./found.js";
import type { Match } from "./recognise.js";
import { surroundings, type InBody } from "./surroundings.js";

export function recalled(
  lines: readonly Line[],
  found: readonly Found[],
  accepted: ReadonlyMap<string, Match>,
  inBody: readonly InBody[],
  knowledge: PlaceKnowledge,
  text: string,
): readonly Found[] {
  const taken = new Map<number, Match[]>();
  for (const f of found) pushTo(taken, f.sentence, f.match);
  const first = new Map<string, Match[]>();
  for (const [key, match] of accepted) pushTo(first, key.split(" ")[0]!, match);
  for (const matches of first.values()) matches.sort((a, b) => b.to - b.from - (a.to - a.from));
  const more: Found[] = [];
  const covered = new Set<Match>();
  lines.forEach(({ words, letters }, line) => {
    for (let i = 0; i < words.length; i++) {
      for (const known of first.get(words[i]!.folded) ?? []) {
        const to = i + known.to - known.from;
        const last = words[to];
        if (last === undefined || (letters !== "capitals" && !last.capital)) continue;
        if (!known.key.split(" ").every((word, k) => words[i + k]!.folded === word)) continue;
        const over = (taken.get(line) ?? []).filter((m) => m.from <= to && i <= m.to);
        if (over.some((m) => m.to - m.from >= to - i || m.from < i || m.to > to)) continue;
        const others = (taken.get(line) ?? []).filter((m) => !over.includes(m));
        const match = { ...known, from: i, to, start: words[i]!.start, end: last.end };
        const around = surroundings(words, match, others, letters, knowledge, text, inBody[line]!);
        if (around.rejected !== null) continue;
        more.push({ match, sentence: line, around });
        for (const m of over) covered.add(m);
        break;
      }
    }
  });
  return [...found.filter(({ match }) => !covered.has(match)), ...more];
}
