// A DocumentReader on worker threads: documents are dealt out to whichever worker is least busy, and records come back in
// the order of the documents. No more than a few documents per worker are under way, so that a reader that is slow, or a
// caller that is, holds up the capture instead of filling the memory. A worker that dies costs only its own document.
import { Worker } from "node:worker_threads";
import { failed } from "../../base/result.js";
import type { Result } from "../../base/result.js";
import type { DocumentRecord, EngineStamp } from "../../model/record.js";
import type { CapturedBytes } from "../../ports/capture-source.js";
import type { DocumentReader, ReadOutcome } from "../../ports/document-reader.js";
import { READY } from "./worker-messages.js";
import type { ReadAnswer, ReadTask } from "./worker-messages.js";

export interface WorkerOptions {
  /** The module that a worker runs: it calls `answerTasks`. */
  readonly entry: URL;
  readonly data: unknown;
  readonly workers: number;
  readonly memory?: { readonly maxOldGenerationSizeMb: number; readonly maxYoungGenerationSizeMb: number };
}

/**
 * Memory of a worker, in MB: far more than the knowledge and any usual report need, and so little that it is tidied up often. A
 * document that needs more is given to a worker without limits, which is there for that document alone.
 */
const TIGHT = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 } as const;

/** Documents under way per worker: one that is read, and enough behind it that none waits. */
const DEPTH = 8;

export function parallelReader(stamp: EngineStamp, options: WorkerOptions): DocumentReader {
  const hands: Hand[] = [];
  const hire = (): Hand => {
    const idle = hands.find((hand) => hand.load() === 0);
    if (idle !== undefined) return idle;
    if (hands.length < options.workers) {
      const hand = startHand(options);
      hands.push(hand);
      return hand;
    }
    return hands.reduce((least, hand) => (hand.load() < least.load() ? hand : least));
  };
  return {
    stamp,
    async *readAll(documents) {
      const underWay: Promise<ReadOutcome>[] = [];
      for await (const document of documents) {
        const reading = hire().read(document);
        const outcome = reading.then((result) => ({ capture: document.capture, result }));
        // Awaited below, in order; until then a failure must not count as unheard.
        outcome.catch(() => {});
        underWay.push(outcome);
        if (underWay.length >= options.workers * DEPTH) yield await underWay.shift()!;
      }
      while (underWay.length > 0) yield await underWay.shift()!;
    },
    close: async () => {
      await Promise.all(hands.map((hand) => hand.stop()));
    },
  };
}

/** One worker thread and the tasks it has, oldest first. */
interface Hand {
  load(): number;
  read(document: CapturedBytes): Promise<Result<DocumentRecord>>;
  stop(): Promise<void>;
}

interface Task {
  readonly message: ReadTask;
  readonly settle: (result: Result<DocumentRecord>) => void;
  readonly fail: (error: Error) => void;
}

function startHand(options: WorkerOptions): Hand {
  let number = 0;
  let tasks: Task[] = [];
  let worker: Worker | null = null;
  let ready = false;
  /** Of the worker: within the usual limits; without, for the oldest document alone; without, since the knowledge needs more. */
  let room: "usual" | "for-one" | "for-all" = "usual";

  function start(): Worker {
    const resourceLimits = room === "usual" ? (options.memory ?? TIGHT) : {};
    const fresh = new Worker(options.entry, { workerData: options.data, resourceLimits });
    ready = false;
    fresh.on("message", (answer: ReadAnswer | typeof READY) => {
      if (answer === READY) {
        ready = true;
        return;
      }
      const task = tasks.find(({ message }) => message.task === answer.task);
      tasks = tasks.filter((other) => other !== task);
      task?.settle(answer.result);
      if (room === "for-one") {
        worker = null;
        void fresh.terminate();
        usualAgain();
        goOn();
      }
    });
    fresh.on("error", (error: unknown) =>
      died(fresh, error instanceof Error ? error : new Error(String(error))),
    );
    fresh.on("exit", (code) => died(fresh, new Error(`exit code ${code}`)));
    return fresh;
  }

  // Tasks are answered in order, so the oldest one is what the worker died of; the others go to a new one.
  function died(dead: Worker, error: Error): void {
    if (dead !== worker) return;
    worker = null;
    if (room === "usual" && (error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY") {
      if (!ready) room = "for-all";
      else if (tasks.length > 0) room = "for-one";
      goOn();
      return;
    }
    if (!ready) {
      for (const task of tasks.splice(0)) task.fail(error);
      return;
    }
    const [victim, ...rest] = tasks;
    tasks = rest;
    victim?.settle(failed("bug/worker-died", victim.message.capture.ref, { message: error.message }));
    usualAgain();
    goOn();
  }

  /** With a new worker, where there is something to do. */
  function goOn(): void {
    if (tasks.length === 0) return;
    worker = start();
    for (const { message } of room === "for-one" ? tasks.slice(0, 1) : tasks) worker.postMessage(message);
  }

  function usualAgain(): void {
    if (room === "for-one") room = "usual";
  }

  return {
    load: () => tasks.length,
    read: ({ capture, bytes }) =>
      new Promise((settle, fail) => {
        const message = { task: number++, capture, bytes };
        tasks.push({ message, settle, fail });
        worker ??= start();
        if (room !== "for-one") worker.postMessage(message);
      }),
    stop: async () => {
      const last = worker;
      worker = null;
      await last?.terminate();
    },
  };
}
