// One task in a thread of its own that is stopped where it takes too long or too much memory: for what others wrote and may have made
// to hang. In: the module of the thread and what it is given. Out: its one message, or why there is none.
import { Worker } from "node:worker_threads";

export interface TaskLimits {
  readonly milliseconds: number;
  readonly megabytes: number;
}

export type TaskOutcome<T> =
  | { readonly done: true; readonly answer: T }
  | { readonly done: false; readonly why: "time" | "memory" | "error"; readonly message: string };

export function timedTask<T>(entry: URL, data: unknown, limits: TaskLimits): Promise<TaskOutcome<T>> {
  return new Promise((settle) => {
    const worker = new Worker(entry, {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    });
    const end = (outcome: TaskOutcome<T>): void => {
      clearTimeout(timer);
      settle(outcome);
      void worker.terminate();
    };
    const timer = setTimeout(() => end({ done: false, why: "time", message: "" }), limits.milliseconds);
    worker.on("message", (answer: T) => end({ done: true, answer }));
    worker.on("error", (error: Error & { readonly code?: string }) => {
      const why = error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "memory" : "error";
      end({ done: false, why, message: error.message });
    });
    worker.on("exit", (code) => end({ done: false, why: "error", message: `exit code ${code}` }));
  });
}
