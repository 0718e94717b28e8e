// `npm run -s predict -- VERB INPUT > OUTPUT`: reads rows of the benchmarks' format under ../shared/data (ndjson, also .gz; gold
// fields are ignored) and writes what the scorer of that name under ../shared/eval reads. One verb, one file of bench/predict.
import { articles } from "./predict/articles.js";
import { attribution } from "./predict/attribution.js";
import { clusters } from "./predict/clusters.js";
import { dates } from "./predict/dates.js";
import { muc } from "./predict/muc.js";
import { rowsOf, type Verb } from "./predict/rows.js";
import { timex } from "./predict/timex.js";
import { toponyms } from "./predict/toponyms.js";
import { types } from "./predict/types.js";

/** A verb loads its knowledge when it is called, and answers row by row. */
const VERBS: Readonly<Record<string, Verb>> = {
  articles,
  attribution,
  clusters,
  dates,
  muc,
  timex,
  toponyms,
  types,
};

const [name, input, ...rest] = process.argv.slice(2);
const verb = name !== undefined && Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
if (verb === undefined || input === undefined || rest.length > 0) {
  console.error(`usage: npm run -s predict -- ${Object.keys(VERBS).join("|")} INPUT > OUTPUT`);
  process.exitCode = 2;
} else {
  const predict = verb(input);
  for (const row of rowsOf(input)) process.stdout.write(`${predict(row)}\n`);
}
