import { describe, expect, it } from "vitest";
import { runCommandLine } from "../../src/cli/program.js";
import type { Terminal } from "../../src/cli/terminal.js";
import { VERB_HELP } from "../../src/cli/verb-help.js";
import type { CommandLine } from "../../src/cli/command-line.js";
import { failed, ok } from "../../src/base/result.js";
import { madeEnvironment } from "../app/made-environment.js";
import type { MadeEnvironment } from "../app/made-environment.js";
import { madeCapture } from "../made.js";
import { madeTerminal } from "./made-terminal.js";

const TEXT = "Three rockets fell on the depot.";

async function run(
  args: readonly string[],
  given: { environment?: MadeEnvironment; terminal?: Partial<Terminal>; serve?: CommandLine["serve"] } = {},
) {
  const environment = given.environment ?? madeEnvironment();
  const terminal = madeTerminal(given.terminal);
  const line: CommandLine = {
    environment,
    terminal,
    serve: given.serve ?? (async () => ok(undefined)),
    openInBrowser: () => {},
    samples: { reports: "samples", knowledge: [] },
  };
  const exit = await runCommandLine(line, args);
  return { exit, stdout: terminal.stdout, stderr: terminal.stderr, environment };
}

async function withReports(): Promise<MadeEnvironment> {
  const environment = madeEnvironment();
  environment.files = {
    in: [
      ["a.txt", TEXT],
      ["b.txt", "Three rockets fell, the police said."],
    ],
  };
  expect((await run(["add", "in"], { environment })).exit).toBe(0);
  return environment;
}

describe("wrong use is one line that says what to do, and exit code 2", () => {
  it.each([
    [[], /hearsay --help/u],
    [["foo"], /Unknown verb 'foo'/u],
    [["ad", "x"], /Unknown verb 'ad' \(Did you mean add\?\)/u],
    [["add"], /Missing required argument 'path'/u],
    [["add", "--loud", "x"], /Unknown option '--loud'/u],
    [["extract", "x", "--format", "xml"], /ndjson, json, text/u],
    [["incidents", "--format", "xml"], /table, json, csv, geojson/u],
    [["incidents", "more"], /Too many arguments/u],
    [["watch"], /Missing required argument 'source'/u],
    [["watch", "x", "--every", "10s"], /15m, 2h or 1d/u],
    [["watch", "x", "--every", "100d"], /15m, 2h or 1d/u],
    [["add", "-", "--urls", "-"], /once only/u],
    [["show"], /Missing required argument 'incident'/u],
    [["explain"], /Missing required argument 'id'/u],
    [["try", "x", "--published", "soon"], /YYYY-MM-DD/u],
    [["try", "x", "--published", "2031-13-40"], /YYYY-MM-DD/u],
    [["add", "x", "--now", "yesterday"], /2021-07-06T18:39:00Z/u],
    [["serve", "--port", "http"], /0 to 65535/u],
    [["serve", "--port", "70000"], /0 to 65535/u],
  ])("%j", async (args, line) => {
    const { exit, stdout, stderr } = await run(args);
    expect([exit, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(line);
    expect(stderr).toMatch(/--help/u);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });
});

describe("--help", () => {
  it("lists every verb", async () => {
    const { exit, stdout } = await run(["--help"]);
    expect(exit).toBe(0);
    for (const verb of Object.keys(VERB_HELP)) expect(stdout).toContain(verb);
  });

  it.each(Object.keys(VERB_HELP).filter((verb) => verb !== "hearsay"))("is complete for %s", async (verb) => {
    const { exit, stdout, stderr } = await run([verb, "--help"]);
    expect([exit, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^Usage: hearsay /u);
    expect(stdout).toMatch(/Example/u);
    expect(stdout).toMatch(/Exit codes: 0/u);
    // Every option says something of itself.
    for (const option of stdout.matchAll(/^ {2}(-.*?)(?: {2,}|$)(.*)$/gmu))
      expect(option[2], option[1]).not.toBe("");
  });

  it("prints the version", async () => {
    expect(await run(["--version"])).toMatchObject({ exit: 0, stdout: "0.0.0\n" });
  });
});

describe("add", () => {
  it("says what was added, on stderr alone", async () => {
    const environment = madeEnvironment();
    environment.files = { in: [["a.txt", TEXT]] };
    const { exit, stdout, stderr } = await run(["add", "in", "--collection", "c"], { environment });
    expect([exit, stdout]).toEqual([0, ""]);
    expect(stderr).toMatch(/1 document added, 0 there already; c holds 1 document, 1 events, 1 incidents/u);
    const again = await run(["add", "in", "--collection", "c"], { environment });
    expect(again.stderr).toMatch(/0 documents added, 1 there already/u);
  });

  it("tells problems one a line, does the rest, and exits 1; warnings leave it at 0", async () => {
    const environment = madeEnvironment();
    const missing = { code: "input/missing", input: "x.txt", detail: {} };
    environment.files = { in: [missing, ["a.txt", TEXT], ["u.txt", "UNREADABLE"]] };
    const { exit, stderr } = await run(["add", "in"], { environment });
    expect(exit).toBe(1);
    expect(stderr).toContain("x.txt: there is no such file or folder. Check the path. [input/missing]\n");
    expect(stderr).toContain("[text/none]");
    expect(stderr).toContain("2 documents added, 0 there already, 1 not readable");
  });

  it("exits 70 where the program failed on a document", async () => {
    const environment = madeEnvironment();
    environment.files = {
      in: [
        ["c.txt", "CRASH"],
        ["a.txt", TEXT],
      ],
    };
    const { exit, stderr } = await run(["add", "in"], { environment });
    expect(exit).toBe(70);
    expect(stderr).toContain("c.txt: the program failed on this document: a mistake");
  });

  it("acknowledges each document on stdout once it is kept", async () => {
    const environment = madeEnvironment();
    environment.files = { in: [["a.txt", TEXT]] };
    const { stdout } = await run(["add", "in", "--acknowledge"], { environment });
    expect(JSON.parse(stdout)).toEqual({ id: madeCapture(TEXT).id, ref: "a.txt", as: "added" });
  });

  it("says that the collection is busy", async () => {
    const environment = madeEnvironment();
    environment.busy = true;
    const { exit, stderr } = await run(["add", "in"], { environment });
    expect([exit, stderr]).toEqual([1, expect.stringContaining("[collection/busy]")]);
  });
});

describe("extract", () => {
  const environment = madeEnvironment();
  environment.files = {
    in: [
      ["b.txt", TEXT],
      ["u.txt", "UNREADABLE"],
      ["a.txt", "A quiet day.\u001b[31m"],
    ],
  };

  it("prints a record a line, in the order given", async () => {
    const { exit, stdout, stderr } = await run(["extract", "in", "--format", "ndjson"], { environment });
    const refs = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).document.ref);
    expect([exit, refs]).toEqual([1, ["b.txt", "a.txt"]]);
    expect(stderr).toContain("[text/none]");
    expect(await environment.store.captures()).toEqual([]);
  });

  it("prints one array as JSON, an empty one too", async () => {
    const { stdout } = await run(["extract", "in", "--format", "json"], { environment });
    expect(JSON.parse(stdout)).toHaveLength(2);
    expect(JSON.parse((await run(["extract", "none", "--format", "json"])).stdout)).toEqual([]);
  });

  it("prints text for people, and no control characters of documents", async () => {
    const { stdout } = await run(["extract", "in"], { environment });
    expect(stdout).toContain("e1 Shelling/artillery/missile attack · 2031-05-01 · Tarn depot (site)");
    expect(stdout).toMatch(/munitions +3 +Tarn police: “Three rockets”/u);
    expect(stdout).not.toContain("\u001b");
  });

  it("stops when the reader has gone away", async () => {
    let written = 0;
    const out = async (): Promise<boolean> => ++written < 1;
    const many = madeEnvironment();
    many.files = { in: Array.from({ length: 50 }, (_, i) => [`${i}.txt`, `Report ${i}.`] as const) };
    const { exit } = await run(["extract", "in", "--format", "ndjson"], {
      environment: many,
      terminal: { out },
    });
    expect([exit, written]).toEqual([0, 1]);
  });

  it("stops at Ctrl-C, with whole records and exit code 1", async () => {
    const stop = new AbortController();
    stop.abort();
    const { exit, stdout, stderr } = await run(["extract", "in", "--format", "json"], {
      environment,
      terminal: { interrupted: stop.signal },
    });
    expect([exit, JSON.parse(stdout)]).toEqual([1, [expect.anything()]]);
    expect(stderr).toContain("Stopped before the end");
  });

  it("shows progress on a terminal only, in one line that it clears", async () => {
    const many = madeEnvironment();
    many.files = { in: Array.from({ length: 50 }, (_, i) => [`${i}.txt`, `Report ${i}.`] as const) };
    let now = 0;
    const terminal = { errIsTty: true, elapsed: () => (now += 60) };
    const { stderr } = await run(["extract", "in", "--format", "ndjson"], { environment: many, terminal });
    const clear = "\r\u001b[K";
    const written = stderr.split(clear);
    expect(
      written.slice(1, -1).every((line) => /^(?:read \d+ documents, [\d.]+ a second)?$/u.test(line)),
    ).toBe(true);
    expect(written.at(-1)).toMatch(/^read 50 documents, [\d.]+ a second\n$/u);
    const piped = await run(["extract", "in", "--format", "ndjson"], { environment: many });
    expect(piped.stderr).not.toContain("\r");
  });
});

describe("incidents", () => {
  it("prints the record format as JSON", async () => {
    const { stdout } = await run(["incidents", "--format", "json"], { environment: await withReports() });
    const parsed = JSON.parse(stdout);
    expect(parsed.schema).toBe("hearsay/incidents/1");
    expect(parsed.incidents[0]).toMatchObject({
      id: "3f2a9b",
      attributes: { munitions: { status: "disputed" } },
    });
  });

  it("prints GeoJSON, longitude first", async () => {
    const { stdout } = await run(["incidents", "--format", "geojson"], { environment: await withReports() });
    expect(JSON.parse(stdout)).toMatchObject({
      type: "FeatureCollection",
      features: [{ type: "Feature", id: "3f2a9b", geometry: { type: "Point", coordinates: [-40.25, 31.5] } }],
    });
  });

  it("prints CSV with every value that is claimed", async () => {
    const { stdout } = await run(["incidents", "--format", "csv"], { environment: await withReports() });
    const [header, row] = stdout.split("\r\n");
    expect(header).toMatch(/^id,title,type,date,place,precision,lat,lon,/u);
    expect(row).toContain("31.5,-40.25");
    expect(row).toContain("disputed,3 | 8 (unverified)");
  });

  it("prints a table, cut to the width of a terminal and whole through a pipe", async () => {
    const environment = await withReports();
    const whole = await run(["incidents"], { environment });
    expect(whole.stdout).toMatch(
      /3f2a +2031-05-01 +Rocket attack on Tarn depot +Tarn depot +2 +2 +munitions/u,
    );
    const narrow = await run(["incidents"], { environment, terminal: { outIsTty: true, columns: 60 } });
    for (const line of narrow.stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(60);
    expect(narrow.stdout).toContain("…");
  });

  it("says how to begin where there is none", async () => {
    expect((await run(["incidents"])).stdout).toContain("hearsay add PATH");
  });
});

describe("show and explain", () => {
  it("shows origins side by side, in bands that fit", async () => {
    const environment = await withReports();
    const { exit, stdout } = await run(["show", "3f"], { environment });
    expect(exit).toBe(0);
    expect(stdout).toContain("Rocket attack on Tarn depot");
    expect(stdout).toMatch(/Tarn police +=HYPERLINK channel/u);
    expect(stdout).toMatch(/◆ munitions +3 +8, unverified/u);
    const narrow = await run(["show", "3f"], { environment, terminal: { columns: 40 } });
    const [, ...bands] = narrow.stdout.split("\n\n");
    for (const line of bands[0]!.split("\n")) expect(line.length).toBeLessThanOrEqual(40);
    expect(JSON.parse((await run(["show", "3f", "--json"], { environment })).stdout).row.id).toBe("3f2a9b");
  });

  it("explains a claim down to its bytes", async () => {
    const environment = await withReports();
    const { exit, stdout } = await run(["explain", "a.txt#e1#0"], { environment });
    expect(exit).toBe(0);
    for (const part of [
      "munitions: 3",
      "asserted by Tarn police",
      "⟦Three rockets⟧",
      "count/number",
      "the same",
    ]) {
      expect(stdout).toContain(part);
    }
    expect((await run(["explain", "a.txt"], { environment })).stdout).toContain("#e1");
    expect((await run(["explain", "a.txt#e1"], { environment })).stdout).toContain("Claims");
    expect((await run(["explain", "3f2"], { environment })).stdout).toContain("Why they are one incident");
    expect(JSON.parse((await run(["explain", "a.txt", "--json"], { environment })).stdout).kind).toBe(
      "document",
    );
  });

  it.each([
    ["show", "zz", "id/unknown"],
    ["explain", "zz", "id/unknown"],
  ])("%s %s is %s, exit code 1", async (verb, id, code) => {
    const { exit, stdout, stderr } = await run([verb, id], { environment: await withReports() });
    expect([exit, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(`[${code}]`);
  });
});

describe("try", () => {
  it("prints the derivation of a sentence", async () => {
    const { exit, stdout } = await run(["try", TEXT, "--published", "2031-05-02"]);
    expect(exit).toBe(0);
    for (const part of [
      "Mentions",
      "Attributions",
      "e1 Shelling",
      "munitions",
      "count  count/number  “Three”",
    ]) {
      expect(stdout).toContain(part);
    }
    expect(JSON.parse((await run(["try", TEXT, "--json"])).stdout).events).toHaveLength(1);
  });

  it("wants words", async () => {
    expect(await run(["try", " "])).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining("[input/empty]"),
    });
  });
});

describe("serve and start", () => {
  it("print the address and go until Ctrl-C", async () => {
    const served: unknown[] = [];
    const serve: CommandLine["serve"] = async (options, told) => {
      served.push(options);
      told.onListening("http://127.0.0.1:4747");
      return ok(undefined);
    };
    const { exit, stderr } = await run(["serve", "-c", "c"], { serve });
    expect([exit, served]).toEqual([0, [{ collection: "c", host: "127.0.0.1", port: 4747 }]]);
    expect(stderr).toBe("The workbench is at http://127.0.0.1:4747 (Ctrl-C to stop)\n");
  });

  it("start reads the samples first, and marks the collection as theirs", async () => {
    const environment = madeEnvironment();
    environment.files = { samples: [["s.txt", TEXT]] };
    const { exit } = await run(["start"], { environment });
    expect(exit).toBe(0);
    expect(await environment.store.settings()).toMatchObject({ samples: true });
    expect(await environment.store.counts()).toMatchObject({ documents: 1 });
  });

  it("tell what keeps them from listening", async () => {
    const serve: CommandLine["serve"] = async () =>
      failed("serve/port-in-use", "127.0.0.1:4747", { port: 4747 });
    const { exit, stderr } = await run(["serve"], { serve });
    expect([exit, stderr]).toEqual([1, expect.stringContaining("another with --port")]);
  });
});
