// A war's reporting, made up in any number without chance: few provinces hold most of the towns that are told of, a part of
// all happenings falls on days with hundreds in one province, and each is told by one or several reports in other words, with
// other figures, dates and places of varying precision. In: how many events. Out: records, one after the other, and whose they are.
import { EVENT_TYPES } from "../src/model/event.js";
import { dayText } from "../src/model/day-range.js";
import type { DocumentRecord } from "../src/model/record.js";
import { eventOf, recordOf } from "../test/linking/event-sketch.js";
import { generator } from "../test/linking/synthetic-records.js";

const YEARS = 12;
const PROVINCES = 60;
const TOWNS = 80;
/** Of a hundred happenings, how many fall on the crowded days, and how many happenings such a day has in its province. */
const CROWDED = 20;
const CROWD = 300;
const SYLLABLES = "ka sar ben lo mir tun ash ole var dim ror esh qal nif zub ter wad hin yus gal".split(" ");
const COMMON = 4000;

export interface MadeRecord {
  readonly record: DocumentRecord;
  /** The happening that each of its events tells of, in their order. */
  readonly labels: readonly number[];
}

/** About `size` events over documents of one to four events. */
export function* madeEvents(size: number, seed: number): Generator<MadeRecord> {
  const pick = generator(seed);
  const word = (): string =>
    Array.from({ length: 2 + pick(3) }, () => SYLLABLES[pick(SYLLABLES.length)]!).join("");
  const name = (): string => {
    const one = word();
    return one[0]!.toUpperCase() + one.slice(1);
  };
  /** Small numbers often, large ones seldom. */
  const skewed = (below: number): number => Math.floor(below ** (pick(1_000_000) / 1_000_000)) - 1;
  const common = Array.from({ length: COMMON }, word);
  const provinces = Array.from({ length: PROVINCES }, (_, p) => {
    const [lat, lon] = [28 + pick(1400) / 100, 34 + pick(2400) / 100];
    const own = `${name()} Province`;
    const towns = Array.from({ length: TOWNS }, (_, t) => ({
      id: `t${p}-${t}`,
      name: name(),
      lat: lat + pick(150) / 100,
      lon: lon + pick(150) / 100,
    }));
    return { name: own, lat: lat + 0.75, lon: lon + 0.75, towns };
  });
  const first = 14_000;
  let crowd: { province: number; day: number; left: number } | null = null;
  let open: { labels: number[]; events: ReturnType<typeof eventOf>[]; day: number; names: string[] }[] = [];
  let documents = 0;
  const close = (at: number): MadeRecord => {
    const [draft] = open.splice(at, 1);
    const published = dayText(draft!.day + 1 + skewed(4));
    const text = [...draft!.events.map((event) => event.quote), ...draft!.names].join(". ");
    const record = recordOf(`sha256:${(documents++).toString(16).padStart(8, "0")}`, draft!.events, {
      outlet: `outlet ${pick(40)}`,
      published,
      text,
    });
    return { record, labels: draft!.labels };
  };
  let made = 0;
  for (let happening = 0; made < size; happening++) {
    if (crowd === null && pick(1000) < (CROWDED * 10) / CROWD + 0.2)
      crowd = { province: skewed(PROVINCES), day: first + pick(YEARS * 365), left: CROWD };
    const crowded: { province: number; day: number; left: number } | null =
      crowd !== null && pick(100) < 90 ? crowd : null;
    const province = provinces[crowded?.province ?? skewed(PROVINCES)]!;
    const day = crowded?.day ?? first + pick(YEARS * 365);
    if (crowded !== null && --crowded.left === 0) crowd = null;
    const town = province.towns[skewed(TOWNS)]!;
    const type = EVENT_TYPES[skewed(10)]!;
    const killed = skewed(40);
    const detail = [word(), word(), word(), common[pick(COMMON)]!];
    const victim = pick(3) === 0 ? `${name()} ${name()}` : null;
    const tellers = 1 + skewed(9);
    for (let t = 0; t < tellers && made < size; t++, made++) {
      const filler = Array.from({ length: 9 }, () => common[skewed(COMMON)]!);
      const told = [...filler, ...detail.filter(() => pick(3) > 0)].join(" ");
      const when = pick(100);
      const where = pick(100);
      const date =
        when < 82 ? dayText(day) : when < 90 ? dayText(day + 1) : when < 94 ? dayText(day).slice(0, 7) : null;
      const place: [string, number, number, string, string?] | null =
        where < 75
          ? [town.name, town.lat, town.lon, "city", town.id]
          : where < 85
            ? [town.name, town.lat, town.lon, "district"]
            : where < 94
              ? [province.name, province.lat, province.lon, "province"]
              : null;
      const event = eventOf(
        {
          type: pick(8) === 0 ? "Attack" : type,
          quote: `${told} in ${town.name}${victim !== null && pick(2) === 0 ? `, where ${victim} died` : ""}`,
          focus: pick(5) === 0 ? "background" : "main",
          ...(date === null ? {} : { date }),
          ...(place === null ? {} : { place: place as [string, number, number, string] }),
          ...(pick(3) === 0 ? {} : { killed: pick(4) === 0 ? killed + pick(3) : killed }),
          ...(pick(3) === 0 ? { weapon: "rocket" } : {}),
        },
        "e1",
      );
      let at = open.findIndex((draft) => draft.day === day && !draft.labels.includes(happening));
      if (at < 0 || pick(2) === 0) at = open.push({ labels: [], events: [], day, names: [] }) - 1;
      const draft = open[at]!;
      draft.events.push({ ...event, id: `e${draft.events.length + 1}` });
      draft.labels.push(happening);
      if (victim !== null) draft.names.push(`The family of ${victim} mourns`);
      if (draft.events.length >= 1 + pick(4)) yield close(at);
      else if (open.length > 60) yield close(0);
    }
  }
  while (open.length > 0) yield close(0);
}
