// robots.txt of each site (RFC 9309), asked for once a day and kept for as long as the fetcher lives: may this address be
// requested, and how long is the pause that the site asks for? None (4xx) allows all; one that fails (5xx) allows nothing.
import robotsParser from "robots-parser";
import type { Problem, Result } from "../../base/result.js";
import { failed, ok } from "../../base/result.js";

export interface RobotsAnswer {
  readonly allowed: boolean;
  /** Crawl-delay in milliseconds; 0 where none is asked for. */
  readonly pause: number;
  /** True where a request was made to learn this. */
  readonly asked: boolean;
}

/** What a request for a robots.txt gave: its text, "none" where there is none, "refused" where the server failed. */
export type RobotsFile = { readonly text: string } | "none" | "failing" | Problem;

export interface RobotsRules {
  /** Problems: fetch/robots-unreachable, and whatever went wrong with the request for it. */
  answer(url: URL, request: (robots: URL) => Promise<RobotsFile>): Promise<Result<RobotsAnswer>>;
}

/** RFC 9309, section 2.4: no longer than 24 hours. */
const KEPT = 24 * 3600 * 1000;
/** RFC 9309, section 2.5: at least 500 KiB are to be read; what is beyond is left. */
export const ROBOTS_SIZE = 512_000;

export function robotsRules(token: string, elapsed: () => number): RobotsRules {
  const known = new Map<string, { readonly file: RobotsFile; readonly at: number }>();
  return {
    async answer(url, request) {
      const robots = new URL("/robots.txt", url.origin);
      const before = known.get(url.origin);
      const fresh = before !== undefined && elapsed() - before.at < KEPT;
      const file = fresh ? before.file : await request(robots);
      if (typeof file === "object" && "code" in file)
        return { ok: false, problem: { ...file, input: url.href } };
      known.set(url.origin, fresh ? before : { file, at: elapsed() });
      if (file === "failing") return failed("fetch/robots-unreachable", url.href, { robots: robots.href });
      if (file === "none") return ok({ allowed: true, pause: 0, asked: !fresh });
      const rules = robotsParser(robots.href, file.text);
      const pause = Number(rules.getCrawlDelay(token) ?? 0) * 1000;
      return ok({
        allowed: rules.isAllowed(url.href, token) !== false,
        pause: Number.isFinite(pause) && pause > 0 ? pause : 0,
        asked: !fresh,
      });
    },
  };
}
