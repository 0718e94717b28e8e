// The real program, built, on a collection of its own in a temporary folder: `hearsay start` on a free port.
// HEARSAY_E2E_REPORTS names other reports than the bundled samples.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Site } from "./fixture-site.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PROGRAM = join(ROOT, "bin", "hearsay.mjs");
const REPORTS = process.env["HEARSAY_E2E_REPORTS"];

/** Why the program cannot be driven; null where it can. */
export const noProgram: string | null = !existsSync(join(ROOT, "dist", "hearsay.js"))
  ? "the program is not built (npm run build)"
  : REPORTS === undefined && !existsSync(join(ROOT, "samples", "reports"))
    ? "there are no samples"
    : null;

async function run(args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (data: Buffer) => (said += data.toString()));
  const code = await new Promise<number | null>((settle) => child.on("close", settle));
  if (code !== 0 && code !== 1) throw new Error(`hearsay ${args[0]} exited ${code}: ${said.slice(-2000)}`);
}

/** Starts the workbench on the reports and waits until it tells its address. `stop` ends it and removes the collection. */
export async function startProgram(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-e2e-"));
  // The folder's name is the name that the page shows.
  const collection = join(folder, REPORTS === undefined ? "samples" : "reports");
  if (REPORTS !== undefined) await run(["add", REPORTS, "--collection", collection]);
  const verb = REPORTS === undefined ? "start" : "serve";
  const child = spawn(process.execPath, [PROGRAM, verb, "--collection", collection, "--port", "0"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  const base = await new Promise<string>((settle, fail) => {
    child.stderr.on("data", (data: Buffer) => {
      said += data.toString();
      const address = /http:\/\/[^\s/]+/u.exec(said)?.[0];
      if (address !== undefined) settle(address);
    });
    child.on("close", (code) => fail(new Error(`hearsay ${verb} exited ${code}: ${said.slice(-2000)}`)));
  });
  return {
    base,
    stop: async () => {
      const gone = new Promise((settle) => child.on("close", settle));
      child.kill("SIGTERM");
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
