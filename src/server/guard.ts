// Who may ask: requests whose Host is this machine's own name, from no page of another site. Keeps pages on the web from
// reading the collection through a name that they point at 127.0.0.1 (DNS rebinding), or across origins.
// Follows RFC 9110 (Host), the Fetch standard (Origin, Sec-Fetch-Site).

const LOOPBACK = ["127.0.0.1", "localhost", "[::1]"];

export interface RequestFace {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly path: string;
}

/** The code of the problem for which a request is refused; null where it may pass. `listening` is the host of `serve`. */
export function refusal(request: RequestFace, listening: string): string | null {
  const name = hostName(request.host);
  if (name === null || !allowedHost(name, listening)) return "serve/host-refused";
  if (request.origin !== undefined && !sameHost(request.origin, request.host)) return "serve/origin-refused";
  const elsewhere = request.fetchSite === "cross-site" || request.fetchSite === "same-site";
  if (elsewhere && request.path.startsWith("/api/")) return "serve/origin-refused";
  return null;
}

/** On loopback only its own names. On another address also every IP address: no page can own one of those. */
function allowedHost(name: string, listening: string): boolean {
  if (LOOPBACK.includes(name)) return true;
  const bare = listening.toLowerCase();
  if (LOOPBACK.includes(bare) || bare === "::1") return false;
  return name === bare || name === `[${bare}]` || /^\d+\.\d+\.\d+\.\d+$/u.test(name) || name.startsWith("[");
}

/** `hostName("LocalHost:4747")` is "localhost"; null where it is no host. */
function hostName(host: string | undefined): string | null {
  return /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::\d+)?$/iu.exec(host ?? "")?.[1]?.toLowerCase() ?? null;
}

function sameHost(origin: string, host: string | undefined): boolean {
  return /^https?:\/\/(.+)$/iu.exec(origin)?.[1]?.toLowerCase() === host?.toLowerCase();
}
