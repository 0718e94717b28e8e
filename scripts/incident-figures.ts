// The figures of docs/how-incidents-are-made.md, from the knowledge and the code that link: the weights of each comparison and
// one worked example. test/docs/incidents-page.test.ts compares them with the page.
//   npx tsx scripts/incident-figures.ts        writes them into the page
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { withFigures } from "../bench/figures-block.js";
import { knowledgeFolder } from "../src/adapters/files/knowledge-files.js";
import { parseComparisonKnowledge } from "../src/knowledge/comparison.js";
import { linkEvents } from "../src/linking/link.js";
import { NO_ACTORS } from "../src/model/actor-lookup.js";
import { eventOf, recordOf } from "../test/linking/event-sketch.js";

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
export const INCIDENTS_PAGE = "docs/how-incidents-are-made.md";

const knowledge = {
  comparison: parseComparisonKnowledge([knowledgeFolder(at("knowledge"))]),
  actors: NO_ACTORS,
};

/** One line for each comparison: how many levels, the strongest against and the strongest for one incident. */
export function weightFigures(): string {
  const signed = (weight: number) => (weight > 0 ? `+${weight}` : String(weight));
  return [
    `prior          ${signed(knowledge.comparison.prior)}`,
    ...knowledge.comparison.comparisons.map(({ id, levels }) => {
      const [least, most] = [...levels]
        .sort((a, b) => a.weight - b.weight)
        .filter((_, i, all) => i === 0 || i === all.length - 1);
      const last = most ?? least!;
      return `${id.padEnd(14)} ${String(levels.length).padStart(2)} levels   ${`${signed(least!.weight)} ${least!.id}`.padEnd(26)} ${signed(last.weight)} ${last.id}`;
    }),
  ].join("\n");
}

/** Two made-up reports of one attack, and why they are linked. */
export function exampleFigures(): string {
  const place: [string, number, number, string] = ["North Field", 33.78, 42.44, "site"];
  const told = { type: "Shelling/artillery/missile attack", place, weapon: "rocket" };
  const first = recordOf("a", [
    eventOf({
      ...told,
      date: "2021-07-07/2021-07-08",
      injured: 2,
      quote: "Fourteen rockets fell on the base on Wednesday night",
    }),
  ]);
  const second = recordOf("b", [
    eventOf({ ...told, date: "2021-07-08", injured: 3, quote: "Rockets fell on the base early on Thursday" }),
  ]);
  const [incident, ...others] = linkEvents([first, second], knowledge);
  if (others.length > 0) throw new Error("the example must be one incident");
  const [link] = incident!.links;
  return [
    ...link!.weights.map(
      ({ comparison, level, weight }) =>
        `${weight > 0 ? "+" : weight < 0 ? "" : " "}${String(weight).padEnd(6)} ${comparison}: ${level}`,
    ),
    `= ${String(link!.total)}`,
  ].join("\n");
}

export function withIncidentFigures(text: string): string {
  return withFigures(withFigures(text, "weights", weightFigures()), "example", exampleFigures());
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(at(INCIDENTS_PAGE), withIncidentFigures(readFileSync(at(INCIDENTS_PAGE), "utf8")));
