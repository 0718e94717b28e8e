// Tasks in a thread of their own, one after the other, that is stopped where one takes too long or too much memory: for what others
// wrote and may have made to hang. In: the module of the thread, which answers each message with one. Out: the answer, or why there
// is none. The thread is kept between tasks, for starting one takes longer than most of them, and holds up no end of the program.
import { Worker } from "node:worker_threads";

export interface TaskLimits {
  readonly milliseconds: number;
  readonly megabytes: number;
}

export type TaskOutcome<T> =
  | { readonly done: true; readonly answer: T }
  | { readonly done: false; readonly why: "time" | "memory" | "error"; readonly message: string };

export function taskThread<T>(entry: URL, limits: TaskLimits): (task: unknown) => Promise<TaskOutcome<T>> {
  /** A thread that has done a task, and waits for another. */
  let waiting: Worker | null = null;
  let before: Promise<unknown> = Promise.resolve();

  function fresh(): Worker {
    const resourceLimits = { maxOldGenerationSizeMb: limits.megabytes };
    return new Worker(entry, { resourceLimits });
  }

  function attempt(worker: Worker, task: unknown): Promise<TaskOutcome<T>> {
    return new Promise((settle) => {
      const end = (outcome: TaskOutcome<T>): void => {
        clearTimeout(timer);
        worker.removeAllListeners();
        const gone = (): void => void (waiting = waiting === worker ? null : waiting);
        worker.on("error", gone).on("exit", gone);
        if (outcome.done) waiting = worker;
        else void worker.terminate();
        worker.unref();
        settle(outcome);
      };
      const timer = setTimeout(() => end({ done: false, why: "time", message: "" }), limits.milliseconds);
      worker.removeAllListeners();
      worker.on("message", (answer: T) => end({ done: true, answer }));
      worker.on("error", (error: Error & { readonly code?: string }) => {
        const why = error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "memory" : "error";
        end({ done: false, why, message: error.message });
      });
      worker.on("exit", (code) => end({ done: false, why: "error", message: `exit code ${code}` }));
      worker.ref();
      worker.postMessage(task);
    });
  }

  async function tried(task: unknown): Promise<TaskOutcome<T>> {
    const used = waiting;
    waiting = null;
    const outcome = await attempt(used ?? fresh(), task);
    // It may have died of what the task before left behind: only what a fresh thread dies of is the task's own.
    if (used === null || outcome.done || outcome.why === "time") return outcome;
    return attempt(fresh(), task);
  }

  return (task) => {
    const outcome = before.then(() => tried(task));
    before = outcome;
    return outcome;
  };
}
