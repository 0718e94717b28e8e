// Even-handedness over generated reports: 500 texts in which two sides stand, each read with the sides as they are and exchanged.
// The records must exchange the names and differ in nothing else: spans, types, sources, stances, counts, derivations.
import { describe, expect, it } from "vitest";
import { readReport } from "../reading/events/read-sentence.js";
import { differences, filled, told, type Filled } from "./exchange.js";
import { eachSentence, reportTemplate, type ReportKind, type ReportTemplate } from "./reports.js";
import { GROUPS, OTHER_STATES, STATES, type Side, withPerson } from "./sides.js";

const PUBLISHED = "2024-03-16";

function readOf(filling: Filled): unknown {
  const title = filling.title === null ? {} : { title: filling.title };
  return told(readReport({ ...title, text: filling.text, published: PUBLISHED }), filling);
}

/** What the two fillings tell differently, with the text that it is of. */
function unlike(template: ReportTemplate, a: Side, b: Side): string[] {
  const [one, other] = [filled(template, a, b), filled(template, b, a)];
  return differences(readOf(one), readOf(other)).map((difference) => `${one.text}: ${difference}`);
}

const SETS: readonly {
  readonly name: string;
  readonly kind: ReportKind;
  readonly sides: readonly Side[];
  readonly texts: number;
}[] = [
  { name: "states", kind: "states", sides: STATES, texts: 180 },
  { name: "states that no table has bodies of", kind: "states", sides: OTHER_STATES, texts: 160 },
  { name: "armed groups", kind: "groups", sides: GROUPS, texts: 160 },
];

describe.each(SETS)("$name exchanged", ({ kind, sides, texts }) => {
  const pairOf = (i: number): readonly [Side, Side] => {
    const a = i % sides.length;
    const b = (a + 1 + (Math.floor(i / sides.length) % (sides.length - 1))) % sides.length;
    return [withPerson(sides[a]!, i, 0), withPerson(sides[b]!, i, 1)];
  };
  it(`${texts} generated reports`, () => {
    const found: string[] = [];
    for (let seed = 0; seed < texts; seed++)
      found.push(...unlike(reportTemplate(kind, seed), ...pairOf(seed)).slice(0, 1));
    expect(found).toEqual([]);
  });
  it("every sentence of the grammar", () => {
    expect(eachSentence(kind, 1).flatMap((template, i) => unlike(template, ...pairOf(i)))).toEqual([]);
  });
});

it("sees a record that is not exchanged", () => {
  const template = { title: null, text: "{A.adjective} troops shelled a school in {B.town} on Monday." };
  const [a, b] = [STATES[0]!, STATES[1]!];
  const one = filled(template, a, b);
  const other = filled({ ...template, text: template.text.replace("shelled", "visited") }, b, a);
  expect(differences(readOf(one), readOf(other))).not.toEqual([]);
});
