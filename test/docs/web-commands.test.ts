// The commands of docs/sources.md that ask for something on the web, run as they stand, in their order and in one collection,
// against a site on loopback that stands for the made-up one.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { httpsServer, loopback, PUBLIC } from "../adapters/web/loopback.js";
import { CERTIFICATE } from "../adapters/web/certificate.js";
import { rss } from "../app/web-site.js";
import { scratchFolder } from "../scratch.js";
import { commandWords, runHearsay } from "./doc-commands.js";
import { fences, pageText } from "./markdown.js";

const HOST = "https://tarn-courier.example";
const REPORT =
  "<p>Three rockets hit the depot in Mosul on Friday, the police said. Two people were wounded.</p>";
const html = (text: string): string => `<!doctype html><title>Depot</title><article>${text}</article>`;
const PAGES: Readonly<Record<string, string>> = {
  "/robots.txt": "User-agent: *\nDisallow: /private\n",
  "/news/depot.html": html(REPORT),
  "/news/bridge.html": html("<p>A drone fell beside the bridge in Kirkuk, residents said.</p>"),
  "/feed.xml": rss(
    [
      { path: "/news/depot.html", content: REPORT },
      { path: "/news/bridge.html", content: "<p>A drone fell beside the bridge in Kirkuk.</p>" },
    ],
    HOST,
  ).body as string,
};

const commands = fences(pageText("docs/sources.md"))
  .flatMap(({ body }) => body.split("\n"))
  .filter((line) => line.startsWith("$ npx hearsay ") && /tarn-courier\.example|--urls/u.test(line));

describe("commands of docs/sources.md on the web", () => {
  it("are there for addresses, lists, feeds and watching", () => {
    for (const part of ["add https:", "--urls", "feed.xml", "--follow", "watch ", "--once"])
      expect(
        commands.some((command) => command.includes(part)),
        part,
      ).toBe(true);
  });

  it("work as they stand", async () => {
    const port = await httpsServer((request, response) => {
      const page = PAGES[request.url!];
      response.writeHead(page === undefined ? 404 : 200, {
        "content-type": request.url!.endsWith(".xml") ? "application/rss+xml" : "text/html",
      });
      response.end(page ?? "nothing");
    });
    const network = Object.assign(loopback(port), { trust: CERTIFICATE });
    network.names["tarn-courier.example"] = [PUBLIC];
    const folder = scratchFolder();
    mkdirSync(join(folder, "inbox"));
    writeFileSync(join(folder, "inbox", "note.txt"), "Smoke rose over the depot, the police said.");
    writeFileSync(
      join(folder, "addresses.txt"),
      `# for Monday\n${HOST}/news/depot.html\n${HOST}/news/bridge.html\n`,
    );
    const told: string[] = [];
    for (const command of commands) {
      const stop = new AbortController();
      const words = commandWords(command.slice("$ npx hearsay ".length));
      // A watch without an end is stopped after its first round, as with Ctrl-C.
      if (words[0] === "watch" && !words.includes("--once")) setTimeout(() => stop.abort(), 0);
      const { exit, stderr } = await runHearsay(words, folder, network, stop.signal);
      expect([exit, command], stderr).toEqual([0, command]);
      told.push(stderr);
    }
    expect(told[0]).toMatch(
      /^requests name themselves hearsay\/\S+\nGET https:\/\/tarn-courier\.example\/robots\.txt\nGET /u,
    );
    expect(told[0]).toContain("1 document added");
    expect(new Set(network.dialled)).toEqual(new Set([PUBLIC]));
  });
});
