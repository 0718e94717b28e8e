// Later mentions by surname: "Barazi said" after "Homs Governor Talal Barazi". The end of a person's full name, in capitals,
// where no other actor stands. Two persons of one surname: the nearest one named before; none named before: the first after.
import type { Candidate, Line } from "./candidate.js";

interface Named {
  readonly person: Candidate;
  readonly line: number;
}

export function surnameMentions(
  lines: readonly Line[],
  settled: readonly (readonly Candidate[])[],
): Candidate[][] {
  const ends = new Map<string, Named[]>();
  settled.forEach((candidates, line) => {
    for (const person of candidates) {
      if (!person.person) continue;
      const words = lines[line]!.words.slice(person.from, person.to + 1).filter((w) => w.capital);
      // The words of the span hold the title too: the name's own words are its last ones.
      const own = person.name.split(/[\s-]+/u).length;
      const name = words.slice(-Math.max(2, Math.min(own, words.length)));
      for (let k = 1; k < name.length; k++) {
        const key = name
          .slice(k)
          .map((w) => w.folded)
          .join(" ");
        if (key.length < 3) continue;
        const known = ends.get(key);
        // The first mention of each person is enough.
        if (known === undefined) ends.set(key, [{ person, line }]);
        else if (!known.some((x) => x.person.name === person.name)) known.push({ person, line });
      }
    }
  });
  if (ends.size === 0) return lines.map(() => []);
  const firsts = new Map<string, number>();
  for (const key of ends.keys()) {
    const parts = key.split(" ");
    firsts.set(parts[0]!, Math.max(firsts.get(parts[0]!) ?? 0, parts.length));
  }
  return lines.map(({ words, cased }, line) => {
    const found: Candidate[] = [];
    if (!cased) return found;
    for (let i = 0; i < words.length; i++) {
      if (!words[i]!.capital) continue;
      const most = firsts.get(words[i]!.folded);
      if (most === undefined) continue;
      for (let n = most; n > 0; n--) {
        const to = i + n - 1;
        if (to >= words.length) continue;
        const named = ends.get(
          words
            .slice(i, to + 1)
            .map((w) => w.folded)
            .join(" "),
        );
        if (named === undefined) continue;
        const before = named.filter((x) => x.line <= line);
        const { person } = before[before.length - 1] ?? named[0]!;
        const start = i > 0 && words[i]!.joint === "hyphen" && !words[i - 1]!.capital ? i - 1 : i;
        found.push({
          ...person,
          from: start,
          to,
          start: words[start]!.start,
          end: words[to]!.end,
          rule: "person/surname",
          rank: 2.5,
        });
        i = to;
        break;
      }
    }
    return found;
  });
}
