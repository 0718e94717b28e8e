// Watching: rounds of a clock that the test holds, over feeds of a site on loopback and folders on disk.
import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { WatchRound } from "../../src/app/watch.js";
import { watch } from "../../src/app/watch.js";
import type { Problem } from "../../src/base/result.js";
import { scratchFolder } from "../scratch.js";
import type { WebSite } from "./web-site.js";
import { rss, webSite } from "./web-site.js";

const scratch = scratchFolder();

/** As many rounds as `between` has steps, and one more; a step is done while the watch waits. */
async function watched(site: WebSite, sources: readonly string[], between: readonly (() => unknown)[] = []) {
  const stop = new AbortController();
  const rounds: string[] = [];
  const waits: number[] = [];
  const problems: Problem[] = [];
  const steps = [...between];
  site.environment.wait = async (milliseconds) => {
    waits.push(milliseconds);
    const step = steps.shift();
    if (step === undefined) stop.abort();
    else await step();
  };
  await watch(site.environment, sources, {
    collection: "c",
    knowledge: [],
    every: 900_000,
    follow: true,
    allow: { privateNetworks: false, ignoreRobots: false, contact: null },
    signal: stop.signal,
    onProblem: (problem) => problems.push(problem),
    onRound: ({ result, stopped }: WatchRound) =>
      void rounds.push(
        result.ok
          ? `${result.value.added} new, ${result.value.present} as before${stopped ? ", stopped" : ""}`
          : result.problem.code,
      ),
  });
  return { rounds, waits, codes: problems.map(({ code }) => code) };
}

const page = (text: string) => ({ body: `<p>${text}</p>` });

describe("watching", () => {
  it("takes what is new of a feed, politely", async () => {
    const site = await webSite({
      "tarn.test/feed": rss([{ path: "/1" }]),
      "tarn.test/1": page("One."),
      "tarn.test/2": page("Two."),
    });
    const { rounds, waits } = await watched(
      site,
      ["http://tarn.test/feed"],
      [() => {}, () => (site.pages["tarn.test/feed"] = rss([{ path: "/2" }, { path: "/1" }]))],
    );
    expect(rounds).toEqual(["1 new, 0 as before", "0 new, 1 as before", "1 new, 1 as before"]);
    expect(waits).toEqual([900_000, 900_000, 900_000]);
    expect(site.asked, "robots.txt once, each page once").toEqual([
      "tarn.test/robots.txt",
      "tarn.test/feed",
      "tarn.test/1",
      "tarn.test/feed (known)",
      "tarn.test/feed (known)",
      "tarn.test/2",
    ]);
  });

  it("goes on where a run before it stopped", async () => {
    const site = await webSite({ "tarn.test/feed": rss([{ path: "/1" }]), "tarn.test/1": page("One.") });
    await watched(site, ["http://tarn.test/feed"]);
    site.asked.length = 0;
    expect((await watched(site, ["http://tarn.test/feed"])).rounds).toEqual(["0 new, 1 as before"]);
    expect(site.asked).toEqual(["tarn.test/robots.txt", "tarn.test/feed (known)"]);
  });

  it("opens only what is new or changed in a folder", async () => {
    const site = await webSite({});
    const inbox = join(scratch, "inbox");
    mkdirSync(inbox);
    const put = (name: string, text: string, second: number): void => {
      writeFileSync(join(inbox, name), text);
      utimesSync(join(inbox, name), second, second);
    };
    put("a.txt", "Three rockets.", 1000);
    put("b.txt", "A drone.", 1000);
    const { rounds } = await watched(
      site,
      [inbox],
      [
        () => put("c.txt", "Smoke.", 2000),
        // Same size and time, so that it counts as seen: that it is not opened shows in its new words not being found.
        () => put("b.txt", "A drane.", 1000),
        () => put("a.txt", "Eight rockets.", 3000),
      ],
    );
    expect(rounds).toEqual([
      "2 new, 0 as before",
      "1 new, 2 as before",
      "0 new, 3 as before",
      "1 new, 2 as before",
    ]);
  });

  it("goes on after a round that failed, and tells why", async () => {
    const site = await webSite({ "tarn.test/feed": { status: 404 } });
    const { rounds, codes } = await watched(
      site,
      ["http://tarn.test/feed"],
      [
        () => void (site.environment.busy = true),
        () => {
          site.environment.busy = false;
          site.pages["tarn.test/feed"] = rss([{ path: "/1", content: "<p>Three rockets.</p>" }]);
          site.pages["tarn.test/1"] = page("One.");
        },
      ],
    );
    expect(rounds).toEqual(["0 new, 0 as before", "collection/busy", "1 new, 0 as before"]);
    expect(codes).toEqual(["fetch/status"]);
  });

  it("stops in the middle of a round without loss", async () => {
    const site = await webSite({
      "tarn.test/feed": rss([{ path: "/1" }, { path: "/2" }]),
      "tarn.test/1": page("One."),
      "tarn.test/2": page("Two."),
    });
    const stop = new AbortController();
    const { openFetcher } = site.environment;
    site.environment.openFetcher = (options) =>
      openFetcher({
        ...options,
        onRequest: ({ url }) => {
          if (url.endsWith("/2")) stop.abort();
        },
      });
    const rounds: WatchRound[] = [];
    await watch(site.environment, ["http://tarn.test/feed"], {
      collection: "c",
      knowledge: [],
      every: 900_000,
      follow: true,
      signal: stop.signal,
      onProblem: () => {},
      onRound: (round) => void rounds.push(round),
    });
    expect(rounds.map(({ stopped }) => stopped)).toEqual([true]);
    site.environment.openFetcher = openFetcher;
    const { rounds: after } = await watched(site, ["http://tarn.test/feed"]);
    expect(after).toHaveLength(1);
    expect((await site.environment.store.captures()).map(({ ref }) => ref).sort()).toEqual([
      "http://tarn.test/1",
      "http://tarn.test/2",
    ]);
  });
});
