// A worker for the tests of the pool: makes a record of whatever it gets, after a while that the text names; dies at "DIE",
// and needs much memory at "BIG".
import { workerData } from "node:worker_threads";
import { answerTasks } from "../../src/adapters/workers/worker-entry.js";
import { ok } from "../../src/base/result.js";
import { madeRecord } from "../made.js";

if (workerData === "broken") throw new Error("broken from the start");
answerTasks((capture, bytes) => {
  const text = new TextDecoder().decode(bytes);
  if (text.includes("DIE")) process.exit(3);
  if (text.includes("BIG")) hoard(6_000_000);
  if (text.includes("CRASH")) throw new Error("a mistake");
  const until = performance.now() + Number(/^(\d+)/u.exec(text)?.[1] ?? 0);
  while (performance.now() < until);
  return ok(madeRecord(text, capture.ref));
});

function hoard(values: number): void {
  const kept: number[][] = [];
  for (let i = 0; i < values; i += 100_000) kept.push(Array.from({ length: 100_000 }, (_, j) => i + j + 0.5));
  if (kept.length === 0) throw new Error("nothing was kept");
}
