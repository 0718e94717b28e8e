// The inside of a reading worker: answers each task with the record of its document. Started by src/bin/reading-worker.ts.
import { parentPort } from "node:worker_threads";
import type { ReadCapture } from "../../ports/document-reader.js";
import { readGuarded } from "./in-process-reader.js";
import { READY } from "./worker-messages.js";
import type { ReadAnswer, ReadTask } from "./worker-messages.js";

export function answerTasks(read: ReadCapture): void {
  if (parentPort === null) throw new Error("answerTasks runs in a worker thread only");
  const port = parentPort;
  // One after the other, also where some are promised: the pool counts on their order.
  let before: Promise<void> = Promise.resolve();
  port.on("message", ({ task, capture, bytes }: ReadTask) => {
    before = before.then(async () => {
      const answer: ReadAnswer = { task, result: await readGuarded(read, capture, bytes) };
      port.postMessage(answer);
    });
  });
  port.postMessage(READY);
}
