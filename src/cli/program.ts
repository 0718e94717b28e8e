// The command line: verbs, their arguments, options and help, as commander 14 declares them. Each verb's code is loaded
// only when it runs. Wrong use becomes one line that says what to do, and exit code 2.
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { RESOLUTIONS } from "../model/resolution.js";
import type { CommandLine } from "./command-line.js";
import { declareEvidenceVerbs } from "./evidence-verbs.js";
import type { ExitCode } from "./terminal.js";
import { EXIT } from "./terminal.js";
import { VERB_HELP } from "./verb-help.js";
import { withWebOptions } from "./web-options.js";

/** Runs one command line (without node and the program's name) and gives its exit code. */
export async function runCommandLine(line: CommandLine, args: readonly string[]): Promise<ExitCode> {
  let exit: ExitCode = EXIT.fine;
  const program = declare(line, (code) => {
    exit = code;
  });
  try {
    if (args.length === 0) {
      line.terminal.err("Say what to do, e.g. hearsay add PATH...; hearsay --help lists all verbs.\n");
      return EXIT.usage;
    }
    await program.parseAsync([...args], { from: "user" });
    return exit;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
  }
}

function declare(line: CommandLine, done: (code: ExitCode) => void): Command {
  const { environment, terminal } = line;
  const program = new Command("hearsay")
    .description(VERB_HELP.hearsay.description)
    .version(environment.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .usage("VERB [options]")
    .helpCommand(false)
    .addHelpText("after", VERB_HELP.hearsay.after)
    .configureHelp({ helpWidth: Math.min(terminal.columns, 100) })
    .configureOutput({
      writeOut: (text) => void terminal.out(text),
      writeErr: (text) => terminal.err(text),
      outputError: (text, write) => write(usageLine(text)),
    })
    .showSuggestionAfterError(true)
    .exitOverride();

  const verb = (name: keyof typeof VERB_HELP): Command =>
    program
      .command(name)
      .summary(VERB_HELP[name].summary)
      .description(VERB_HELP[name].description)
      .addHelpText("after", VERB_HELP[name].after);
  const collection = (): Option =>
    new Option("-c, --collection <dir>", "folder of the collection").default(environment.defaultCollection);
  const knowledge = (): Option =>
    new Option("-k, --knowledge <dir>", "a knowledge pack to read with, beside what ships; repeatable")
      .argParser((dir: string, before: readonly string[] = []) => [...before, dir])
      .default([], "none");
  const now = (): Option =>
    new Option(
      "--now <instant>",
      "write this instant on captures instead of the clock's (ISO 8601)",
    ).argParser(instant);

  const inputs = (paths: readonly string[], lists: readonly string[]): void => {
    if (paths.length + lists.length === 0) program.error("error: missing required argument 'path'");
    if ([...paths, ...lists].filter((path) => path === "-").length > 1)
      program.error("error: standard input (-) can be named once only");
  };

  withWebOptions(verb("add"), { lists: true })
    .argument("[path...]", "files, folders, web addresses, or - for standard input")
    .addOption(collection())
    .addOption(knowledge())
    .addOption(now())
    .option(
      "--acknowledge",
      "print the id of each document on stdout once it is safely kept, one JSON object a line",
    )
    .action(async (paths: string[], options) => {
      inputs(paths, options.urls);
      const { addVerb } = await import("./verbs/add.js");
      done(await addVerb(environment, terminal, paths, options));
    });

  withWebOptions(verb("extract"), { lists: true })
    .argument("[path...]", "files, folders, web addresses, or - for standard input")
    .addOption(
      new Option("-f, --format <format>", "form of the output")
        .choices(["ndjson", "json", "text"])
        .default("text"),
    )
    .addOption(knowledge())
    .addOption(now())
    .action(async (paths: string[], options) => {
      inputs(paths, options.urls);
      const { extractVerb } = await import("./verbs/extract.js");
      done(await extractVerb(environment, terminal, paths, options));
    });

  withWebOptions(verb("watch"), { lists: false })
    .argument("<source...>", "feeds, folders, files or pages to look at again and again")
    .addOption(
      new Option("-e, --every <time>", "time between two rounds, e.g. 15m or 2h; a minute at least")
        .argParser(interval)
        .default(15 * 60_000, "15m"),
    )
    .option("--once", "one round only, for cron and the like")
    .addOption(collection())
    .addOption(knowledge())
    .addOption(now())
    .action(async (sources: string[], options) => {
      const { watchVerb } = await import("./verbs/watch.js");
      done(await watchVerb(environment, terminal, sources, options));
    });

  verb("incidents")
    .addOption(
      new Option("-f, --format <format>", "form of the output")
        .choices(["table", "json", "csv", "geojson"])
        .default("table"),
    )
    .addOption(
      new Option("-r, --resolve <rule>", "killed and injured as one figure by a named rule").choices(
        RESOLUTIONS,
      ),
    )
    .addOption(collection())
    .action(async (options) => {
      const { incidentsVerb } = await import("./verbs/incidents.js");
      done(await incidentsVerb(environment, terminal, options));
    });

  verb("show")
    .argument("<incident>", "id of an incident, or as much of it as tells it from the others")
    .addOption(collection())
    .option("--json", "print the incident's view as JSON")
    .action(async (id: string, options) => {
      const { showVerb } = await import("./verbs/show.js");
      done(await showVerb(environment, terminal, id, options));
    });

  verb("tallies")
    .addOption(
      new Option("-f, --format <format>", "form of the output").choices(["table", "json"]).default("table"),
    )
    .addOption(collection())
    .action(async (options) => {
      const { talliesVerb } = await import("./verbs/tallies.js");
      done(await talliesVerb(environment, terminal, options));
    });

  verb("decide")
    .addArgument(new Argument("<decision>", "what is decided").choices(["same", "not-same", "split"]))
    .argument("<id...>", "incidents, or events as document#event")
    .option("--reason <text>", "why, in your words")
    .option("--by <name>", "who decides")
    .addOption(collection())
    .action(async (kind: "same" | "not-same" | "split", subjects: string[], { reason, by, ...options }) => {
      const { decideVerb } = await import("./verbs/decide.js");
      done(
        await decideVerb(
          environment,
          terminal,
          { kind, subjects, reason: reason ?? null, by: by ?? null },
          options,
        ),
      );
    });

  verb("undo")
    .addArgument(new Argument("<number>", "the decision to take back").argParser(decisionNumber))
    .option("--reason <text>", "why, in your words")
    .option("--by <name>", "who decides")
    .addOption(collection())
    .action(async (undoes: number, { reason, by, ...options }) => {
      const { decideVerb } = await import("./verbs/decide.js");
      done(
        await decideVerb(
          environment,
          terminal,
          { kind: "undo", undoes, reason: reason ?? null, by: by ?? null },
          options,
        ),
      );
    });

  verb("decisions")
    .addOption(
      new Option("-f, --format <format>", "form of the output").choices(["table", "json"]).default("table"),
    )
    .addOption(collection())
    .action(async (options) => {
      const { decisionsVerb } = await import("./verbs/decide.js");
      done(await decisionsVerb(environment, terminal, options));
    });

  verb("explain")
    .argument("<id>", "an incident, a document, document#event or document#event#claim")
    .addOption(collection())
    .option("--json", "print the explanation as JSON")
    .action(async (id: string, options) => {
      const { explainVerb } = await import("./verbs/explain.js");
      done(await explainVerb(environment, terminal, id, options));
    });

  verb("try")
    .argument("<text>", "a sentence or a few, in quotes")
    .addOption(new Option("-p, --published <date>", "date of publication, YYYY-MM-DD").argParser(day))
    .addOption(knowledge())
    .option("--json", "print the record as JSON")
    .action(async (text: string, options) => {
      const { tryVerb } = await import("./verbs/try.js");
      done(await tryVerb(environment, terminal, text, options));
    });

  declareEvidenceVerbs({ environment, terminal, verb, collection, done });

  const port = (): Option =>
    new Option("--port <n>", "port to listen on").argParser(portNumber).default(4747);
  const host = (): Option => new Option("--host <host>", "address to listen on").default("127.0.0.1");
  verb("serve")
    .addOption(port())
    .addOption(host())
    .addOption(collection())
    .action(async (options) => {
      const { serveVerb } = await import("./verbs/serve.js");
      done(await serveVerb(line, options));
    });

  verb("start")
    .addOption(port())
    .addOption(host())
    .addOption(
      new Option("-c, --collection <dir>", "folder of the samples' collection").default(".hearsay-samples"),
    )
    .option("--open", "open the page in the browser")
    .action(async (options) => {
      const { startVerb } = await import("./verbs/serve.js");
      done(await startVerb(line, options));
    });

  return program;
}

/** `usageLine("error: unknown option '--x'\n(Did you mean --y?)")` is one line that ends with where help is. */
export function usageLine(text: string): string {
  const message = text
    .replace(/^error: /u, "")
    .replace(/^unknown command/u, "unknown verb")
    .trim()
    .replace(/\.?\s*\n\s*/gu, " ");
  return `${message.charAt(0).toUpperCase()}${message.slice(1).replace(/\.$/u, "")}. Run it with --help to see how it is used.\n`;
}

function decisionNumber(value: string): number {
  if (!/^[1-9]\d{0,8}$/u.test(value)) throw new InvalidArgumentError("Decisions are numbered from 1.");
  return Number(value);
}

function portNumber(value: string): number {
  const port = Number(value);
  if (!/^\d+$/u.test(value) || port > 65535)
    throw new InvalidArgumentError("A port is a number from 0 to 65535.");
  return port;
}

function day(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(value) || Number.isNaN(Date.parse(value))) {
    throw new InvalidArgumentError("A date is written YYYY-MM-DD.");
  }
  return value;
}

function instant(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/u.test(value) || Number.isNaN(Date.parse(value))) {
    throw new InvalidArgumentError("An instant is written like 2021-07-06T18:39:00Z.");
  }
  return value;
}

/** `interval("15m")` is 900000. */
function interval(value: string): number {
  const [, count, unit] = /^(\d{1,5})\s?(m|min|h|d)$/u.exec(value) ?? [];
  const milliseconds = Number(count) * { m: 60_000, min: 60_000, h: 3_600_000, d: 86_400_000 }[unit ?? "m"]!;
  // A wait of more than 24 days is more than a timer can hold.
  if (!(milliseconds >= 60_000 && milliseconds < 2 ** 31))
    throw new InvalidArgumentError("A time is written like 15m, 2h or 1d, and is a minute at least.");
  return milliseconds;
}
