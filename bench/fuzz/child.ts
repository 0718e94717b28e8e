// A process that tries seed after seed and tells each result with the processor time that it took.
import { createReading } from "../../src/bin/reading.js";
import { trial } from "./trial.js";

const [from, to] = process.argv.slice(2).map(Number);
const engine = createReading([]);
if (!engine.ok) throw new Error(engine.problem.code);
for (let seed = from!; seed < to!; seed++) {
  const before = process.cpuUsage();
  const result = await trial(seed, engine.value.read);
  const { user, system } = process.cpuUsage(before);
  process.send!({ ...result, milliseconds: (user + system) / 1000 });
}
process.disconnect();
