// The scores that may not fall: each measure writes what the program answers into a scratch folder and has a scorer of
// ../shared/eval judge it. What a measure needs and is not there is said, and the measure left out.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { attribution } from "../predict/attribution.js";
import { muc } from "../predict/muc.js";
import { rowReader } from "../predict/reading.js";
import { rowsOf, type Verb } from "../predict/rows.js";
import { timex } from "../predict/timex.js";
import { types } from "../predict/types.js";
import { toponyms } from "../predict/toponyms.js";

const SHARED = fileURLToPath(new URL("../../../shared", import.meta.url));
const PROGRAM = fileURLToPath(new URL("../../bin/hearsay.mjs", import.meta.url));

/** Name of a score → its points of a hundred; null where its data is not there. */
export type Scores = Readonly<Record<string, number>>;

interface Measure {
  readonly name: string;
  /** Under ../shared: what has to be there. */
  readonly needs: readonly string[];
  readonly scores: (scratch: string) => Scores;
}

export const MEASURES: readonly Measure[] = [
  gold("fakes", (scratch) => [goldRows(scratch)]),
  gold("seeds", () => [join(SHARED, "seeds")]),
  benchmark("timex", timex, "data/tempeval3/timebank-aquaint.ndjson", {
    "time values F1": "value.f1",
    "time expressions F1": "relaxed.f1",
  }),
  benchmark("attribution", attribution, "data/polnear/dev.ndjson", {
    "source overlap F1": "source.overlap.f1",
    "content overlap F1": "content.overlap.f1",
  }),
  benchmark("toponyms", toponyms, "data/geoparsing/lgl.ndjson", {
    "place names F1": "overlap.f1",
    "places within 161 km, of all": "resolution.accuracyAll",
  }),
  {
    name: "articles of other things",
    needs: ["data/article-extraction-benchmark/truth.ndjson"],
    // Nearly all of them are about other things; those that do tell of an incident stay in, and keep it under 100.
    scores: () => {
      const read = rowReader();
      const rows = rowsOf(join(SHARED, "data/article-extraction-benchmark/truth.ndjson"));
      const quiet = rows.filter((row) =>
        (read({ id: row.id, text: row.text })?.events ?? []).every(({ focus }) => focus !== "main"),
      );
      return {
        "articles of other things: without a main event":
          Math.round((1000 * quiet.length) / rows.length) / 10,
      };
    },
  },
  benchmark("muc", muc, "data/muc34/validation.ndjson", { "all templates F": "rows.ALL TEMPLATES.f" }, () => [
    "--key",
    join(SHARED, "data/muc34/tst1/key-tst1.v7"),
    join(SHARED, "data/muc34/tst2/key-tst2.v4"),
    "--response",
  ]),
  benchmark("types", types, "data/case2021/debug.ndjson", { "weighted F1": "weightedF1" }),
];

function gold(name: string, inputs: (scratch: string) => readonly string[]): Measure {
  return {
    name: `gold/${name}`,
    needs: [`gold/${name}`, "eval/score.mjs"],
    scores: (scratch) => {
      const extracted = join(scratch, `${name}.ndjson`);
      writeFileSync(extracted, node([PROGRAM, "extract", ...inputs(scratch), "--format", "ndjson"]));
      const args = ["--gold", join(SHARED, "gold", name), "--extract", extracted, "--json"];
      return picked(`gold/${name}`, node([join(SHARED, "eval/score.mjs"), ...args]), {
        "events F1": "events.f1",
        "main events F1": "mainEvents.f1",
        "claims (value) F1": "claims.f1",
        "claims (all right) F1": "fullClaims.f1",
        "tallies F1": "tallies.f1",
        "framing F1": "framing.f1",
        // of what was found: of so few events as the seeds have, one is six points
        ...(name === "seeds"
          ? {}
          : {
              "date right": "accuracy.date",
              "place right": "accuracy.place",
              "source right": "accuracy.source",
              "stance right": "accuracy.stance",
            }),
      });
    },
  };
}

/** Only the articles that gold speaks of: the others cost time and are not scored. */
function goldRows(scratch: string): string {
  const refs = new Set(readdirSync(join(SHARED, "gold/fakes")).map((file) => file.replace(/\.json$/u, "")));
  const rows = readFileSync(join(SHARED, "data/fakes/articles-dev.ndjson"), "utf8")
    .split("\n")
    .filter((line) => line !== "" && refs.has((JSON.parse(line) as { id: string }).id));
  const path = join(scratch, "fakes-rows.ndjson");
  writeFileSync(path, rows.join("\n"));
  return path;
}

function benchmark(
  scorer: string,
  verb: Verb,
  data: string,
  told: Readonly<Record<string, string>>,
  args: (gold: string) => readonly string[] = (path) => ["--gold", path, "--pred"],
): Measure {
  return {
    name: scorer,
    needs: [data, `eval/${scorer}.mjs`],
    scores: (scratch) => {
      const path = join(SHARED, data);
      const predictions = join(scratch, `${scorer}-predictions.ndjson`);
      writeFileSync(predictions, rowsOf(path).map(verb()).join("\n"));
      return picked(
        scorer,
        node([join(SHARED, `eval/${scorer}.mjs`), ...args(path), predictions, "--json"]),
        told,
      );
    },
  };
}

function picked(name: string, sheet: string, told: Readonly<Record<string, string>>): Scores {
  const json: unknown = JSON.parse(sheet);
  return Object.fromEntries(
    Object.entries(told).map(([label, path]) => {
      const value = path
        .split(".")
        .reduce<unknown>((at, key) => (at as Readonly<Record<string, unknown>> | null)?.[key] ?? null, json);
      if (typeof value !== "number") throw new Error(`${name}: the scorer tells no ${path}`);
      return [`${name}: ${label}`, Math.round(1000 * value) / 10];
    }),
  );
}

function node(args: readonly string[]): string {
  const ran = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 2 ** 30 });
  if (ran.status !== 0) throw new Error(`${args.join(" ")} ended with ${ran.status}\n${ran.stderr}`);
  return ran.stdout;
}

/** What of a measure's needs is not there. */
export function missingNeeds({ needs }: Measure): readonly string[] {
  return needs.filter((path) => !existsSync(join(SHARED, path)));
}
