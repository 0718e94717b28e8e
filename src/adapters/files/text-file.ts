// One small text file that the user names, whole; what the system says against it is a problem.
import { readFile } from "node:fs/promises";
import type { Result } from "../../base/result.js";
import { failed, ok } from "../../base/result.js";
import { fileProblem } from "./walk-inputs.js";

export async function readTextFile(path: string): Promise<Result<string>> {
  try {
    return ok(await readFile(path, "utf8"));
  } catch (error) {
    return failed(...fileProblem(error, path));
  }
}
