// A worker thread that reads documents: loads the knowledge once, then answers tasks until it is stopped.
import { workerData } from "node:worker_threads";
import { answerTasks } from "../adapters/workers/worker-entry.js";
import { createReading } from "./reading.js";

export interface ReadingWorkerData {
  readonly packs: readonly string[];
}

const engine = createReading((workerData as ReadingWorkerData).packs);
// The main thread loaded the same packs before it started workers.
if (!engine.ok) throw new Error(`${engine.problem.code} ${engine.problem.input}`);
answerTasks(engine.value.read);
