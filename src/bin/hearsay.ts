// The program: the process's arguments, streams and signals, handed to the command line. The only place that catches bugs.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { runCommandLine } from "../cli/program.js";
import type { Terminal } from "../cli/terminal.js";
import { EXIT } from "../cli/terminal.js";
import { createEnvironment } from "./environment.js";
import { packageRoot } from "./package-root.js";

const interrupted = new AbortController();
process.on("SIGINT", () => {
  // A second Ctrl-C does not wait.
  if (interrupted.signal.aborted) process.exit(EXIT.problems);
  interrupted.abort();
});
process.on("SIGTERM", () => interrupted.abort());

let readerGone = false;
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  readerGone = true;
});
process.stderr.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const terminal: Terminal = {
  out: async (text) => {
    if (readerGone) return false;
    if (!process.stdout.write(text)) {
      await new Promise<void>((settle) => {
        const go = (): void => {
          process.stdout.off("drain", go).off("error", go).off("close", go);
          settle();
        };
        process.stdout.once("drain", go).once("error", go).once("close", go);
      });
    }
    return !readerGone;
  },
  err: (text) => void process.stderr.write(text),
  outIsTty: process.stdout.isTTY === true,
  errIsTty: process.stderr.isTTY === true,
  columns: process.stdout.columns || 100,
  colour: process.stdout.isTTY === true && (process.env["NO_COLOR"] ?? "") === "",
  interrupted: interrupted.signal,
  elapsed: () => performance.now(),
};

const environment = createEnvironment(() => process.stdin);

try {
  process.exitCode = await runCommandLine(
    {
      environment,
      terminal,
      serve: async (options, told) => {
        const { serveCollection } = await import("./serve.js");
        return serveCollection(environment, options, told);
      },
      openInBrowser,
      samples: {
        reports: join(packageRoot, "samples", "reports"),
        knowledge: [join(packageRoot, "samples", "knowledge")],
      },
    },
    process.argv.slice(2),
  );
} catch (error) {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`hearsay failed; this is a mistake of the program, please report it.\n${trace}\n`);
  process.exitCode = EXIT.bug;
}
// Workers and timers that a bug left behind must not keep the process; what is on its way to stdout is written first.
if (process.exitCode !== EXIT.fine) process.stdout.write("", () => process.exit());

function openInBrowser(url: string): void {
  const [command, ...args] =
    process.platform === "darwin"
      ? ["open", url]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", "", url]
        : ["xdg-open", url];
  spawn(command!, args, { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}
