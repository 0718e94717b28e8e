// A request that failed, on its way through callbacks and streams as an error that carries the problem's code; and what the
// errors of node and undici mean. The one place that knows their names.
import type { Problem } from "../../base/result.js";

export class FetchFailure extends Error {
  constructor(
    readonly code: string,
    readonly detail: Problem["detail"] = {},
  ) {
    super(code);
  }

  problem(input: string): Problem {
    return { code: this.code, input, detail: this.detail };
  }
}

/** By the code of the error; what is not here is a broken connection, with the system's own word. */
const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [/^(?:ENOTFOUND|EAI_AGAIN|ENODATA|ESERVFAIL|EAI_\w+)$/u, "fetch/name-unknown"],
  [/^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ETIMEDOUT)$/u, "fetch/cannot-connect"],
  [/^UND_ERR_HEADERS_OVERFLOW$|^HPE_HEADER_OVERFLOW$/u, "fetch/headers-too-large"],
  [/^UND_ERR_RES_CONTENT_LENGTH_MISMATCH$/u, "fetch/cut-short"],
  [
    /^(?:ERR_(?:SSL|TLS)\w*|CERT_\w+|\w*_CERT\w*|DEPTH_ZERO\w+|SELF_SIGNED\w+|UNABLE_TO\w+|EPROTO|HOSTNAME_MISMATCH)$/u,
    "fetch/tls",
  ],
];

/** `begun` is true once headers of a response are there: what breaks then is a response cut short. */
export function failureOf(error: unknown, begun: boolean): FetchFailure {
  if (error instanceof FetchFailure) return error;
  const { code, message, cause } = error as { code?: unknown; message?: unknown; cause?: unknown };
  if (cause instanceof FetchFailure) return cause;
  const system = typeof code === "string" && code !== "" ? code : String(message).slice(0, 80);
  const parser = (error as { name?: unknown }).name === "HTTPParserError";
  if (parser && !/OVERFLOW/u.test(system)) return new FetchFailure("fetch/not-http", { system });
  const meaning = MEANINGS.find(([pattern]) => pattern.test(system))?.[1];
  if (meaning !== undefined) return new FetchFailure(meaning, { system });
  // Our own mistake, and no news about the site.
  if (error instanceof TypeError || error instanceof RangeError || system === "UND_ERR_INVALID_ARG")
    throw error;
  return new FetchFailure(begun ? "fetch/cut-short" : "fetch/connection-lost", { system });
}
