// `npx tsx bench/sides.ts [--texts 500] [--from 0] [--show]`: reports of two sides from the grammar of test/even-hand, from its seed
// --from on (the tests read those from 0 on), read with the sides as they are and exchanged; prints how many records differ in more
// than the names, and with --show the first difference of each.
import { parseArgs } from "node:util";
import { differences, filled, told, type Filled } from "../test/even-hand/exchange.js";
import { reportTemplate, type ReportKind } from "../test/even-hand/reports.js";
import { GROUPS, OTHER_STATES, STATES, withPerson, type Side } from "../test/even-hand/sides.js";
import { readReport } from "../test/reading/events/read-sentence.js";

const { values: options } = parseArgs({
  options: {
    texts: { type: "string", default: "500" },
    from: { type: "string", default: "0" },
    show: { type: "boolean", default: false },
  },
});
const SETS: readonly (readonly [string, ReportKind, readonly Side[]])[] = [
  ["states", "states", STATES],
  ["states that no table has bodies of", "states", OTHER_STATES],
  ["armed groups", "groups", GROUPS],
];
const first = Number(options.from);
const each = Math.ceil(Number(options.texts) / SETS.length);

function readOf(filling: Filled): unknown {
  const title = filling.title === null ? {} : { title: filling.title };
  return told(readReport({ ...title, text: filling.text, published: "2024-03-16" }), filling);
}

for (const [name, kind, sides] of SETS) {
  let unlike = 0;
  for (let seed = first; seed < first + each; seed++) {
    const a = seed % sides.length;
    const b = (a + 1 + (Math.floor(seed / sides.length) % (sides.length - 1))) % sides.length;
    const pair = [withPerson(sides[a]!, seed, 0), withPerson(sides[b]!, seed, 1)] as const;
    const template = reportTemplate(kind, seed);
    const [one, other] = [filled(template, ...pair), filled(template, pair[1], pair[0])];
    const found = differences(readOf(one), readOf(other));
    if (found.length === 0) continue;
    unlike++;
    if (options.show) console.log(`${pair[0].id}, ${pair[1].id}: ${found[0]!}\n  ${one.text}\n`);
  }
  console.log(`${name}: ${unlike} of ${each} records differ in more than the names`);
}
