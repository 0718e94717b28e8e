// What SQLite and the file system say when they cannot: as coded problems naming the collection. Anything else is a bug.
import type { Problem, Result } from "../../base/result.js";
import { ok } from "../../base/result.js";

/** The value, or the problem that kept it from being made. */
export async function guarded<T>(folder: string, make: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await make());
  } catch (error) {
    return { ok: false, problem: storeProblem(error, folder) };
  }
}

export function storeProblem(error: unknown, folder: string): Problem {
  const system = systemCode(error);
  const problem = (code: string): Problem => ({ code, input: folder, detail: { system } });
  if (/^(?:SQLITE_FULL|ENOSPC|EDQUOT)/u.test(system)) return problem("collection/disk-full");
  if (/^SQLITE_(?:BUSY|LOCKED)/u.test(system)) return problem("collection/busy");
  if (/^SQLITE_(?:NOTADB|CORRUPT)/u.test(system)) return problem("collection/damaged");
  if (
    /^(?:SQLITE_(?:READONLY|CANTOPEN|PERM|IOERR)|EACCES|EPERM|EROFS|EEXIST|ENOENT|ENOTDIR|EIO)/u.test(system)
  ) {
    return problem("collection/unwritable");
  }
  throw error;
}

/** libsql gives a code on queries, but only a number at the end of the message where opening fails. */
function systemCode(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === "string" && code !== "") return code;
  if (/Unable to open connection.*: 14\b/u.test(String(message))) return "SQLITE_CANTOPEN";
  return String(message);
}
