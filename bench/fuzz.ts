// `npx tsx bench/fuzz.ts [--inputs 100000] [--seed 1] [--only SEED]`: mutated inputs of every form through recognition, opening,
// feeds and reading, in a process that is watched. Counts crashes, hangs (above five seconds of processor time) and failures without a code,
// each with the seed that makes it again. Exit code 1 where there is any. Nothing is sent anywhere.
import { fork } from "node:child_process";
import { parseArgs } from "node:util";
import type { Trial } from "./fuzz/trial.js";
import { brokenInput } from "./fuzz/trial.js";

const { values: options } = parseArgs({
  options: {
    inputs: { type: "string", default: "100000" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
  },
});
/** Processor time of one input, in milliseconds, so that what else the machine does counts for nothing. */
const HANG = 5000;
/** After so long without a word the process is killed. */
const PATIENCE = 60_000;
const first = Number(options.only ?? options.seed);
const last = first + (options.only === undefined ? Number(options.inputs) : 1);
const forms = new Map<string, { inputs: number; documents: number; problems: number }>();
const codes = new Map<string, number>();
const failures: string[] = [];
let done = 0;
let hangs = 0;
let crashes = 0;
let slowest = { seed: first, milliseconds: 0 };

if (options.only !== undefined) {
  const { form, url, bytes } = brokenInput(first);
  console.log(
    `seed ${first}: ${form}, as ${url}, ${bytes.length} bytes\n${bytes.toString("latin1").slice(0, 2000)}\n`,
  );
}
// Ctrl-C ends the trial with what was counted so far.
let stopped = false;
process.on("SIGINT", () => (stopped = true));
let from = first;
while (from < last && !stopped) from = await run(from);

for (const [form, { inputs, documents, problems }] of [...forms].sort(([a], [b]) => (a < b ? -1 : 1))) {
  console.log(
    `${form.padEnd(14)} ${String(inputs).padStart(7)} inputs ${String(documents).padStart(8)} documents ${String(problems).padStart(8)} problems`,
  );
}
const told = [...codes].sort(([, a], [, b]) => b - a).map(([code, count]) => `${code} ${count}`);
console.log(`problems: ${told.join(", ")}`);
for (const failure of failures.slice(0, 20)) console.log(`FAILURE ${failure}`);
console.log(`slowest: seed ${slowest.seed}, ${slowest.milliseconds.toFixed(0)} ms`);
console.log(
  `${done} inputs from seed ${first}: ${crashes} crashes, ${hangs} hangs above ${HANG / 1000} s, ${failures.length - crashes - hangs} other failures`,
);
process.exitCode = failures.length === 0 ? 0 : 1;

/** Tries seeds until the end, or until the process dies or hangs; gives the seed to go on from. */
function run(start: number): Promise<number> {
  return new Promise((settle) => {
    const child = fork(new URL("./fuzz/child.ts", import.meta.url), [String(start), String(last)], {
      execArgv: ["--import", "tsx"],
    });
    let next = start;
    let hung: NodeJS.Timeout | undefined;
    child.on("message", (result: Trial & { readonly milliseconds: number }) => {
      clearTimeout(hung);
      if (stopped) child.kill("SIGKILL");
      done++;
      next = result.seed + 1;
      if (next < last) {
        hung = setTimeout(() => {
          hangs++;
          failures.push(`seed ${next}: no end after ${PATIENCE / 1000} s`);
          child.kill("SIGKILL");
        }, PATIENCE);
      }
      count(result);
    });
    child.on("exit", (code, signal) => {
      clearTimeout(hung);
      if (next >= last) return settle(last);
      if (signal !== "SIGKILL") {
        crashes++;
        failures.push(`seed ${next}: the process died (${signal ?? code})`);
      }
      settle(next + 1);
    });
  });
}

function count(result: Trial & { readonly milliseconds: number }): void {
  if (result.milliseconds > slowest.milliseconds) slowest = result;
  const form = forms.get(result.form) ?? { inputs: 0, documents: 0, problems: 0 };
  form.inputs++;
  form.documents += result.documents;
  form.problems += result.problems.length;
  forms.set(result.form, form);
  for (const code of result.problems) codes.set(code, (codes.get(code) ?? 0) + 1);
  if (result.failure !== null) failures.push(`seed ${result.seed} (${result.form}): ${result.failure}`);
  if (result.milliseconds > HANG) {
    hangs++;
    failures.push(`seed ${result.seed} (${result.form}): ${result.milliseconds.toFixed(0)} ms`);
  }
  if (failures.length > 0 && failures.at(-1)!.startsWith(`seed ${result.seed} `))
    console.error(failures.at(-1));
  if (done % 1000 === 0) console.error(`${done} done`);
}
