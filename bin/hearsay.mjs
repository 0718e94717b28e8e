#!/usr/bin/env node
// Runs the built program; `npm ci` builds it (package.json, prepare).
import { existsSync } from "node:fs";
import { setFlagsFromString } from "node:v8";

// V8 compiles a function anew once it has run for so long; by default so soon that, over a program of this size, compiling takes
// a quarter of all processor time. Later is faster, on one core and on two (BENCHMARKS.md). Speed only: no result depends on it.
setFlagsFromString("--interrupt-budget=1000000");

const built = new URL("../dist/hearsay.js", import.meta.url);
if (existsSync(built)) await import(built.href);
else {
  process.stderr.write("hearsay is not built yet. Run: npm run build\n");
  process.exitCode = 2;
}
