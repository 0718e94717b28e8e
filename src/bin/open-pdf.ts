// PDF are opened in a thread of their own, which is stopped where a file takes more time or memory than any report needs.
import type { TaskLimits, TaskOutcome } from "../adapters/workers/task-thread.js";
import type { Result } from "../base/result.js";
import { failed } from "../base/result.js";
import type { Unpacked } from "../model/unpacked.js";
import type { UnpackPdf } from "../pipeline/unpack.js";
import type { PdfTask } from "./pdf-worker.js";

const LIMITS: TaskLimits = { milliseconds: 30_000, megabytes: 512 };

/** `thread` is the module of the thread; null: in this one, without limits of time and memory. */
export function pdfOpener(
  thread: URL | null = pdfWorker(import.meta.url),
  limits: TaskLimits = LIMITS,
): UnpackPdf {
  if (thread === null) {
    return async (bytes, ref) => (await import("../reading/unpack/pdf.js")).unpackPdf(bytes, ref);
  }
  let run: ((task: PdfTask) => Promise<TaskOutcome<Result<Unpacked>>>) | null = null;
  return async (bytes, ref) => {
    const { taskThread } = await import("../adapters/workers/task-thread.js");
    run ??= taskThread(thread, limits);
    const outcome = await run({ bytes, ref });
    if (outcome.done) return outcome.answer;
    if (outcome.why === "time") return failed("pdf/too-slow", ref, { seconds: limits.milliseconds / 1000 });
    if (outcome.why === "memory") return failed("pdf/too-much-memory", ref, { megabytes: limits.megabytes });
    return failed("pdf/unreadable", ref, { why: outcome.message.slice(0, 120) });
  };
}

/** The built thread stands beside dist/hearsay.js; this code may stand in dist/chunks/. Run from the sources there is none. */
function pdfWorker(here: string): URL | null {
  if (here.endsWith(".ts")) return null;
  return new URL(here.includes("/chunks/") ? "../pdf-worker.js" : "./pdf-worker.js", here);
}
