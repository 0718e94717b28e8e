// How long a server that is busy wants us to wait (Retry-After, RFC 9110, section 10.2.3), or, where it does not say, how long
// we wait by ourselves: twice as long each time.

/** Statuses after which the same request may be tried again. */
export const BUSY: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);

const FIRST_WAIT = 2000;

/** In milliseconds; `tried` is 0 after the first request. `retryDelay("120", …)` is 120000. */
export function retryDelay(retryAfter: string | null, tried: number, now: string): number {
  const own = FIRST_WAIT * 2 ** tried;
  if (retryAfter === null) return own;
  if (/^\s*\d{1,9}\s*$/u.test(retryAfter)) return Math.max(own, Number(retryAfter) * 1000);
  const until = Date.parse(retryAfter);
  return Number.isNaN(until) ? own : Math.max(own, until - Date.parse(now));
}
