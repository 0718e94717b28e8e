// The verbs of evidence as commander declares them: verify, timestamp, archive, history, diff.
import type { Command, Option } from "commander";
import { InvalidArgumentError } from "commander";
import type { Environment } from "../app/environment.js";
import type { ExitCode, Terminal } from "./terminal.js";

export interface EvidenceVerbsContext {
  readonly environment: Environment;
  readonly terminal: Terminal;
  readonly verb: (name: "verify" | "timestamp" | "archive" | "history" | "diff") => Command;
  readonly collection: () => Option;
  readonly done: (code: ExitCode) => void;
}

export function declareEvidenceVerbs({
  environment,
  terminal,
  verb,
  collection,
  done,
}: EvidenceVerbsContext): void {
  verb("verify")
    .addOption(collection())
    .option("--head <hash>", "a hash that an earlier run printed: some line of the log must have it", hash)
    .option("--json", "print the result as JSON")
    .action(async (options) => {
      const { verifyVerb } = await import("./verbs/verify.js");
      done(await verifyVerb(environment, terminal, options));
    });

  verb("timestamp")
    .option(
      "--server <url>",
      "address of a timestamp authority (RFC 3161); remembered by the collection",
      address,
    )
    .option("--ca <file>", "certificates that you trust for it, PEM; kept, and used by verify")
    .addOption(collection())
    .action(async (options) => {
      const { timestampVerb } = await import("./verbs/timestamp.js");
      done(await timestampVerb(environment, terminal, options));
    });

  verb("archive")
    .argument("[id...]", "documents or incidents; none: everything in the collection")
    .requiredOption("-o, --output <file>", "the WACZ file to write")
    .option("--title <title>", "title of the archive", "Evidence kept by Hearsay")
    .addOption(collection())
    .action(async (ids: string[], options) => {
      const { archiveVerb } = await import("./verbs/archive.js");
      done(await archiveVerb(environment, terminal, ids, options));
    });

  verb("history")
    .argument("<url>", "an address, or a document that came from it")
    .addOption(collection())
    .option("--json", "print the versions as JSON")
    .action(async (url: string, options) => {
      const { historyVerb } = await import("./verbs/history.js");
      done(await historyVerb(environment, terminal, url, options));
    });

  verb("diff")
    .argument("<from>", "a document: its id, or as much of it as tells it from the others, or its ref")
    .argument("<to>", "another document")
    .addOption(collection())
    .option("--json", "print the parts of the text as JSON")
    .action(async (from: string, to: string, options) => {
      const { diffVerb } = await import("./verbs/diff.js");
      done(await diffVerb(environment, terminal, from, to, options));
    });
}

function hash(value: string): string {
  if (!/^[0-9a-f]{64}$/u.test(value)) throw new InvalidArgumentError("A hash has 64 hexadecimal digits.");
  return value;
}

function address(value: string): string {
  if (!/^https?:\/\/[^\s]+$/u.test(value) || !URL.canParse(value)) {
    throw new InvalidArgumentError("An address begins with http:// or https://.");
  }
  return value;
}
