// The options of every verb that takes documents, from the web and of tables, and the lines on stderr that say what is requested: nothing is sent
// anywhere that the user does not see.
import type { Command } from "commander";
import { InvalidArgumentError } from "commander";
import type { WebOptions } from "../app/web-options.js";
import type { RowNames } from "../model/row-layout.js";
import { parseRowNames } from "../model/row-layout.js";

export interface WebFlags {
  readonly urls: readonly string[];
  readonly follow?: boolean;
  readonly allowPrivate?: boolean;
  readonly ignoreRobots?: boolean;
  readonly contact?: string;
  readonly columns?: RowNames;
}

export function withWebOptions(verb: Command, { lists }: { readonly lists: boolean }): Command {
  if (lists) {
    verb.option(
      "-u, --urls <file>",
      "a file of web addresses, one a line, or - for standard input; repeatable",
      (file: string, before: readonly string[]) => [...before, file],
      [],
    );
  }
  return verb
    .option(
      "--columns <mapping>",
      "what CSV and NDJSON call the columns that are read, e.g. text=body,title=headline,published=date",
      columns,
    )
    .option("--follow", "fetch the page of each entry of a feed, in place of what the feed holds of it")
    .option("--allow-private", "also request addresses on private and local networks")
    .option("--ignore-robots", "request what robots.txt asks programs to keep out of; for owners of the site")
    .option("--contact <address>", "say in each request how you are reached, e.g. an e-mail address");
}

/** `write` puts a line on stderr. */
export function webOptions(
  flags: WebFlags,
  now: string | undefined,
  write: (text: string) => void,
): WebOptions {
  let told = false;
  return {
    lists: flags.urls,
    follow: flags.follow === true,
    allow: {
      privateNetworks: flags.allowPrivate === true,
      ignoreRobots: flags.ignoreRobots === true,
      contact: flags.contact ?? null,
    },
    onRequest: ({ method, url, userAgent }) => {
      write(`${told ? "" : `requests name themselves ${userAgent}\n`}${method} ${url}\n`);
      told = true;
    },
    fetchedAt: now ?? null,
    columns: flags.columns,
  };
}

function columns(mapping: string): RowNames {
  const parsed = parseRowNames(mapping);
  if ("wrong" in parsed) throw new InvalidArgumentError(`${parsed.wrong}.`);
  return parsed.names;
}
