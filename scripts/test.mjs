// `npm test`: lint, format, floors, types, unit tests with coverage, then the end-to-end tests in a browser where one is found.
// Every step runs, whatever failed before it; the last line counts them all: "N passed, N failed".
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

const results = mkdtempSync(join(tmpdir(), "hearsay-test-"));
const totals = { passed: 0, failed: 0, skipped: 0 };

/** A tool that says by its exit code alone whether it is content: one check. */
function check(name, command, args) {
  console.log(`\n— ${name}`);
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  totals[status === 0 ? "passed" : "failed"]++;
}

/** A run of vitest, counted test by test from its own report. */
function vitest(name, args) {
  console.log(`\n— ${name}`);
  const report = join(results, `${name.replaceAll(" ", "-")}.json`);
  const run = spawnSync(
    "npx",
    ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...args],
    { stdio: "inherit" },
  );
  if (!existsSync(report)) {
    totals.failed++;
    return;
  }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numFailedTestSuites } = JSON.parse(
    readFileSync(report, "utf8"),
  );
  totals.passed += numPassedTests;
  totals.skipped += numPendingTests + numTodoTests;
  totals.failed += numFailedTests;
  if (run.status !== 0 && numFailedTests === 0) totals.failed += Math.max(1, numFailedTestSuites);
}

check("lint", "npx", ["oxlint", "--deny-warnings"]);
check("format", "npx", ["prettier", "--check", "--log-level=warn", "."]);
check("floors and cycles", "npx", [
  "depcruise",
  "src",
  "--config",
  ".dependency-cruiser.mjs",
  "--output-type",
  "err",
]);
check("types", "npx", ["tsc"]);
check("build", "npm", ["run", "-s", "build"]);
vitest("unit tests", ["--coverage"]);
if (existsSync("vitest.e2e.config.ts")) vitest("end to end", ["--config", "vitest.e2e.config.ts"]);
if (existsSync("../shared/gold")) check("scores reached", "npx", ["tsx", "bench/reached.ts"]);
else {
  console.log(
    "\n— scores reached\nskipped: ../shared is not there, so nothing can be measured against gold data",
  );
  totals.skipped++;
}

rmSync(results, { recursive: true, force: true });
if (totals.skipped > 0) console.log(`\n${totals.skipped} skipped or still to do`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 ? 0 : 1);
