// A worker thread that reads documents: loads the knowledge once, then answers tasks until it is stopped.
import { workerData } from "node:worker_threads";
import { answerTasks } from "../adapters/workers/worker-entry.js";
import type { EngineStamp } from "../model/record.js";
import { createReading } from "./reading.js";

export interface ReadingWorkerData {
  readonly packs: readonly string[];
  readonly stamp: EngineStamp;
}

const { packs, stamp } = workerData as ReadingWorkerData;
const engine = createReading(packs, stamp);
// The main thread loaded the same packs before it started workers.
if (!engine.ok) throw new Error(`${engine.problem.code} ${engine.problem.input}`);
answerTasks(engine.value.read);
