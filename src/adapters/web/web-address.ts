// What a user, a list or a redirect gave as an address, as one that may be requested: http or https, without credentials and
// without a fragment, as the WHATWG URL standard writes it (so 0x7f.1 is 127.0.0.1). Leaves alone: where its name leads.
import type { Result } from "../../base/result.js";
import { failed, ok } from "../../base/result.js";

/** Longer ones are refused: no page of news has them, and servers refuse them too. */
const LONGEST = 8192;

/** Problems: fetch/address-invalid, fetch/scheme-refused, fetch/credentials-refused. */
export function webAddress(given: string, base?: string): Result<URL> {
  const input = withoutCredentials(given);
  if (given.length > LONGEST) return failed("fetch/address-invalid", `${input.slice(0, 100)}…`);
  let url: URL;
  try {
    url = new URL(given.trim(), base);
  } catch {
    return failed("fetch/address-invalid", input);
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    return failed("fetch/scheme-refused", input, { scheme: url.protocol.replace(/:$/u, "") });
  }
  if (url.username !== "" || url.password !== "") return failed("fetch/credentials-refused", input);
  if (url.hostname === "") return failed("fetch/address-invalid", input);
  url.hash = "";
  return ok(url);
}

/** For what is shown: a password in an address is not repeated. */
function withoutCredentials(given: string): string {
  return given.trim().replace(/^([a-z][a-z0-9+.-]{0,20}:\/\/)[^/?#]*@/iu, "$1…@");
}
