// Short made-up reports as rows of NDJSON: happenings in real towns over three years, each told by one to four outlets in other words
// and with other figures, so that a collection of any size hangs together as real ones do. No chance: a seeded generator.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dayText } from "../src/model/day-range.js";
import { generator } from "../test/linking/synthetic-records.js";

const TOWNS = readFileSync(
  fileURLToPath(new URL("../knowledge/places/geonames.tsv", import.meta.url)),
  "utf8",
)
  .split("\n")
  .slice(1)
  .map((row) => row.split("\t")[1] ?? "")
  .filter((name) => /^[A-Z][a-z]{4,}$/u.test(name))
  .slice(0, 600);
const DEEDS = [
  ["rockets hit", "a volley of rockets struck"],
  ["an air strike hit", "a warplane bombed"],
  ["a car bomb went off at", "an explosives-laden car blew up at"],
  ["gunmen attacked", "armed men stormed"],
  ["a drone struck", "an armed drone hit"],
  ["mortar shells fell on", "mortar fire hit"],
] as const;
const TARGETS = [
  "a market",
  "a school",
  "a bakery",
  "a checkpoint",
  "an army post",
  "a fuel depot",
  "a clinic",
  "a bridge",
];
const SPEAKERS = [
  "police",
  "a hospital official",
  "residents",
  "the army",
  "two security sources",
  "a monitor",
  "the mayor",
];
const OUTLETS = Array.from({ length: 30 }, (_, i) => `paper${i}.example`);
const FIRST = 17_000;
const DAYS = 1000;

export interface MadeReport {
  readonly url: string;
  readonly title: string;
  readonly text: string;
  readonly published: string;
}

export function* madeReports(size: number, seed = 1): Generator<MadeReport> {
  const pick = generator(seed);
  const one = <T>(items: readonly T[]): T => items[pick(items.length)]!;
  for (let made = 0; made < size;) {
    const [town, deed, target] = [
      TOWNS[Math.floor(TOWNS.length ** (pick(1e6) / 1e6)) - 1]!,
      one(DEEDS),
      one(TARGETS),
    ];
    const [day, killed] = [FIRST + pick(DAYS), pick(12)];
    for (let left = 1 + pick(4); left > 0 && made < size; left--, made++) {
      const weekday = ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"][
        day % 7
      ]!;
      const figure = killed + (pick(4) === 0 ? 1 + pick(3) : 0);
      const [lead, ...rest] = [
        `${capital(one(deed))} ${target} in ${town} on ${weekday}, ${one(SPEAKERS)} said.`,
        figure === 0
          ? "No one was hurt."
          : `${figure} people were killed and ${2 + pick(20)} wounded, ${one(SPEAKERS)} said.`,
        one([
          "No group claimed the attack.",
          "The road was closed for hours.",
          `“We heard ${2 + pick(4)} blasts,” a shopkeeper said.`,
        ]),
        `In a separate attack, ${one(one(DEEDS))} ${one(TARGETS)} in ${one(TOWNS)} on ${weekday}.`,
      ];
      const told = rest.slice(0, pick(4) === 0 ? 3 : 2);
      yield {
        url: `https://${one(OUTLETS)}/${made}`,
        title: `Attack on ${target.replace(/^an? /u, "")} in ${town}`,
        text: [lead, ...told].join(" "),
        published: dayText(day + pick(2)),
      };
    }
  }
}

function capital(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}
