// Made-up records in any number, without chance: a seeded linear congruential generator decides. Each happening is told by
// one to six documents in varying words, figures, precision of date and place. For tests and for measuring scale.
import { dayText } from "../../src/model/day-range.js";
import type { DocumentRecord } from "../../src/model/record.js";
import { eventOf, recordOf } from "./event-sketch.js";

const TYPES = [
  "Shelling/artillery/missile attack",
  "Air/drone strike",
  "Suicide bomb",
  "Armed clash",
  "Remote explosive/landmine/IED",
  "Abduction/forced disappearance",
];
const SYLLABLES = ["ka", "sar", "ben", "lo", "mir", "tun", "ash", "ole", "var", "dim", "ror", "esh"];

export function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 0x100000000) * below);
  };
}

/** About `events` events over documents with one to four events each; labels by "document#event". */
export function syntheticRecords(
  events: number,
  seed: number,
  days = 1000,
  towns = 400,
): { records: DocumentRecord[]; labels: Map<string, string> } {
  const pick = generator(seed);
  const word = (): string =>
    Array.from({ length: 2 + pick(2) }, () => SYLLABLES[pick(SYLLABLES.length)]!).join("");
  const places = Array.from({ length: towns }, (_, i) => ({
    name: `${word()} ${i}`,
    lat: 30 + pick(700) / 100,
    lon: 36 + pick(1000) / 100,
  }));
  const open: { events: ReturnType<typeof eventOf>[]; labels: string[] }[] = [];
  const closed: typeof open = [];
  let made = 0;
  for (let happening = 0; made < events; happening++) {
    const place = places[pick(towns)]!;
    const day = 16000 + pick(days);
    const type = TYPES[pick(TYPES.length)]!;
    const killed = pick(60);
    const detail = [word(), word(), word()];
    const tellers = 1 + pick(pick(6) + 1);
    for (let t = 0; t < tellers && made < events; t++, made++) {
      const sketch = eventOf(
        {
          date: pick(12) === 0 ? dayText(day).slice(0, 7) : dayText(day),
          type,
          ...(pick(10) === 0
            ? {}
            : { place: [place.name, place.lat, place.lon, "city"] as [string, number, number, string] }),
          quote: `${word()} ${detail.slice(pick(2)).join(" ")} in ${place.name} ${word()} ${word()}`,
          killed: pick(3) === 0 ? killed + pick(3) : killed,
          weapon: "rocket",
        },
        "e1",
      );
      // A report that does not tell of this happening yet and has room.
      const label = `h${happening}`;
      let at = open.findIndex((draft) => !draft.labels.includes(label));
      if (at < 0 || pick(3) === 0) at = open.push({ events: [], labels: [] }) - 1;
      const draft = open[at]!;
      draft.events.push({ ...sketch, id: `e${draft.events.length + 1}` });
      draft.labels.push(label);
      if (draft.events.length >= 4 || open.length > 50) closed.push(...open.splice(at, 1));
    }
  }
  closed.push(...open);
  const labels = new Map<string, string>();
  const records = closed.map((draft, i) => {
    const id = `sha256:${String(i).padStart(8, "0")}`;
    draft.events.forEach((event, k) => labels.set(`${id}#${event.id}`, draft.labels[k]!));
    return recordOf(id, draft.events, { outlet: `outlet ${pick(12)}` });
  });
  return { records, labels };
}
