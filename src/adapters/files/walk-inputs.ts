// From the paths that a user named to the files that may hold reports, in the order given, folders in code-unit order of
// names, all below them. Hidden entries and collections are passed over; symbolic links are followed, never in a circle.
// What is no regular file, is missing or cannot be looked at is a problem; nothing is opened here.
import type { BigIntStats } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { byCodeUnits } from "../../base/order.js";
import type { Problem } from "../../base/result.js";

export type FoundInput =
  | { readonly kind: "file"; readonly path: string; readonly size: number; readonly edition: string }
  | { readonly kind: "stdin" }
  | { readonly kind: "problem"; readonly problem: Problem };

/** A folder that holds this file is a collection, and no input. */
export const COLLECTION_FILE = "collection.db";

export async function* walkInputs(paths: readonly string[]): AsyncGenerator<FoundInput> {
  for (const path of paths) {
    if (path === "-") yield { kind: "stdin" };
    else {
      let found = 0;
      for await (const input of walk(path, [])) {
        found++;
        yield input;
      }
      if (found === 0) yield problem("input/no-documents", path);
    }
  }
}

async function* walk(path: string, above: readonly string[]): AsyncGenerator<FoundInput> {
  let info: BigIntStats;
  try {
    info = await stat(path, { bigint: true });
  } catch (error) {
    yield problem(...fileProblem(error, path));
    return;
  }
  if (info.isFile()) {
    yield { kind: "file", path, size: Number(info.size), edition: `${info.size} ${info.mtimeNs}` };
  } else if (info.isDirectory()) {
    yield* walkFolder(path, above);
  } else {
    yield problem("input/not-a-file", path);
  }
}

async function* walkFolder(path: string, above: readonly string[]): AsyncGenerator<FoundInput> {
  let names: string[];
  let real: string;
  try {
    real = await realpath(path);
    names = (await readdir(path)).sort(byCodeUnits);
  } catch (error) {
    yield problem(...fileProblem(error, path));
    return;
  }
  if (above.includes(real)) {
    yield problem("input/symlink-loop", path);
    return;
  }
  if (names.includes(COLLECTION_FILE)) return;
  for (const name of names) {
    if (!name.startsWith(".")) yield* walk(join(path, name), [...above, real]);
  }
}

/** What the operating system says of a path, as a problem's code, input and detail. */
export function fileProblem(error: unknown, path: string): [string, string, Problem["detail"]] {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) throw error;
  if (code === "ENOENT" || code === "ENOTDIR") return ["input/missing", path, {}];
  if (code === "ELOOP") return ["input/symlink-loop", path, {}];
  return ["input/unreadable", path, { system: code }];
}

function problem(code: string, input: string, detail: Problem["detail"] = {}): FoundInput {
  return { kind: "problem", problem: { code, input, detail } };
}
