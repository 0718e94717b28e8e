#!/usr/bin/env node
// Runs the built program; `npm ci` builds it (package.json, prepare).
import { existsSync } from "node:fs";

const built = new URL("../dist/hearsay.js", import.meta.url);
if (existsSync(built)) await import(built.href);
else {
  process.stderr.write("hearsay is not built yet. Run: npm run build\n");
  process.exitCode = 2;
}
