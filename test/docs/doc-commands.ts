// Commands in documentation, run as they stand. A fenced block "console" holds `$ npx hearsay …` and what it prints on stdout;
// an HTML comment above it says how much of that stands there:
//   <!-- run: lines=8 -->                     the first eight lines, then "…" where there are more
//   <!-- run: incident="Corran Field" -->     the id in the command is that of the incident at this place with most reports
//   <!-- run: lines=0 -->                     nothing of it
// A block "json" under <!-- record: PATH --> holds the record of a sample, shortened.
// Commands of one page share one collection. The command line runs in this process, from the sources.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Network } from "../../src/adapters/web/network.js";
import { createEnvironment } from "../../src/bin/environment.js";
import { runCommandLine } from "../../src/cli/program.js";
import { madeTerminal } from "../cli/made-terminal.js";
import type { DocumentRecord } from "../../src/model/record.js";
import type { Fence } from "./markdown.js";
import { fences, root } from "./markdown.js";

export interface Ran {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What documents say of when they were captured. */
const NOW = "2026-11-20T09:00:00.000Z";

/** Paths in the arguments are looked for in `folder`, then in the repository; output shows them as they were written. */
export async function runHearsay(
  args: readonly string[],
  folder: string,
  network?: Network,
  interrupted = new AbortController().signal,
): Promise<Ran> {
  const none = async function* (): AsyncGenerator<Uint8Array> {};
  const terminal = madeTerminal({ interrupted });
  const place = (arg: string): string => {
    const [path, ...rest] = arg.split("#");
    const at = [folder, root].map((base) => join(base, path!)).find((candidate) => existsSync(candidate));
    return at === undefined || path === "" ? arg : [at, ...rest].join("#");
  };
  const exit = await runCommandLine(
    {
      environment: {
        ...createEnvironment(none, network),
        defaultCollection: join(folder, ".hearsay"),
        clock: { now: () => NOW },
      },
      terminal,
      serve: async () => {
        throw new Error("documentation serves nothing");
      },
      openInBrowser: () => {},
      samples: { reports: join(root, "samples/reports"), knowledge: [join(root, "samples/knowledge")] },
    },
    args.map(place),
  );
  const bare = (text: string): string => text.replaceAll(`${folder}/`, "").replaceAll(root, "");
  return { exit, stdout: bare(terminal.stdout), stderr: bare(terminal.stderr) };
}

/** The words of a command line: spaces part them, double quotes keep them together. */
export function commandWords(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, plain]) => quoted ?? plain!);
}

interface Run {
  readonly lines: number;
  readonly incident: string | null;
}

function runOf(fence: Fence): Run | null {
  const comment = /^<!-- run:(.*)-->$/u.exec(fence.before.trim());
  if (comment === null || fence.language !== "console") return null;
  const lines = /lines=(\d+)/u.exec(comment[1]!);
  const incident = /incident="([^"]+)"/u.exec(comment[1]!);
  return { lines: lines === null ? Infinity : Number(lines[1]), incident: incident?.[1] ?? null };
}

/** The page with every run block as the program prints it now. */
export async function withOutput(page: string, folder: string): Promise<string> {
  let text = page;
  for (let i = 0; i < fences(page).length; i++) {
    const fence = fences(text)[i]!;
    const run = runOf(fence);
    const record = /^<!-- record: (\S+) -->$/u.exec(fence.before.trim())?.[1];
    if (run === null && record === undefined) continue;
    const body = run === null ? await shortRecord(record!, folder) : await blockOf(fence.body, run, folder);
    text = text.slice(0, fence.start) + body + text.slice(fence.start + fence.body.length);
  }
  return text;
}

async function blockOf(body: string, run: Run, folder: string): Promise<string> {
  const out: string[] = [];
  for (const line of body.split("\n").filter((l) => l.startsWith("$ npx hearsay "))) {
    const id = run.incident === null ? null : await incidentAt(run.incident, folder);
    const command = id === null ? line : line.replace(/(show|explain) \S+/u, `$1 ${id}`);
    const { exit, stdout, stderr } = await runHearsay(
      commandWords(command.slice("$ npx hearsay ".length)),
      folder,
    );
    if (exit !== 0) throw new Error(`${command} ended with ${exit}\n${stderr}`);
    const printed = stdout.trimEnd().split("\n");
    out.push(command, ...(run.lines === 0 ? [] : printed.slice(0, run.lines).map((l) => l.trimEnd())));
    if (run.lines > 0 && printed.length > run.lines) out.push("…");
  }
  return `${out.join("\n")}\n`;
}

/** The record of a sample, cut to what shows its form: of each list that is cut, an element stands for all. */
async function shortRecord(path: string, folder: string): Promise<string> {
  const { exit, stdout, stderr } = await runHearsay(
    ["extract", path, "--knowledge", "samples/knowledge", "--format", "ndjson"],
    folder,
  );
  if (exit !== 0) throw new Error(`${path} ended with ${exit}\n${stderr}`);
  const record = JSON.parse(stdout) as DocumentRecord;
  const { text } = record.document;
  const [event] = record.events;
  return `${JSON.stringify(
    {
      ...record,
      document: {
        ...record.document,
        text: `${text.slice(0, event!.end)} …`,
        dropped: record.document.dropped.slice(0, 1),
      },
      events: [{ ...event, claims: event!.claims.slice(0, 2) }],
      tallies: record.tallies.slice(0, 1),
      framing: record.framing.slice(0, 1),
      mentions: record.mentions.slice(0, 2),
      reading: { engine: record.reading.engine, version: "…", knowledge: "…" },
    },
    null,
    2,
  )}\n`;
}

interface ListedIncident {
  readonly id: string;
  readonly place: { readonly name: string } | null;
  readonly events: readonly unknown[];
}

/** As much of the id as the table of incidents shows. */
async function incidentAt(place: string, folder: string): Promise<string> {
  const { stdout } = await runHearsay(["incidents", "--format", "json"], folder);
  const { incidents } = JSON.parse(stdout) as { incidents: readonly ListedIncident[] };
  const [found] = incidents
    .filter((incident) => incident.place?.name === place)
    .sort((a, b) => b.events.length - a.events.length);
  if (found === undefined) throw new Error(`the samples hold no incident at ${place}`);
  return found.id.slice(
    0,
    Math.max(
      4,
      shared(
        found.id,
        incidents.map(({ id }) => id),
      ) + 1,
    ),
  );
}

/** How many characters an id shares at most with another. */
function shared(id: string, ids: readonly string[]): number {
  const common = (other: string): number => {
    let i = 0;
    while (i < id.length && id[i] === other[i]) i++;
    return i;
  };
  return Math.max(0, ...ids.filter((other) => other !== id).map(common));
}
