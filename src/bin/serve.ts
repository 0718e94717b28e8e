// placeholder until the server is wired
import type { Environment } from "../app/environment.js";
import type { Result } from "../base/result.js";
import { ok } from "../base/result.js";
import type { ServeOptions } from "../cli/verbs/serve.js";

export async function serveCollection(
  _environment: Environment,
  _options: ServeOptions,
  _onListening: (url: string) => void,
  _until: AbortSignal,
): Promise<Result<void>> {
  return ok(undefined);
}
