// Builds dist/: the program (esbuild, npm packages left outside) and, with --web, the workbench (vite) in dist/web.
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const started = performance.now();

rmSync(`${root}dist/chunks`, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: { hearsay: "src/bin/hearsay.ts", "reading-worker": "src/bin/reading-worker.ts" },
  outdir: "dist",
  chunkNames: "chunks/[name]-[hash]",
  bundle: true,
  splitting: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20.19",
  sourcemap: true,
  logLevel: "warning",
});

if (process.argv.includes("--web")) {
  const vite = await import("vite");
  await vite.build({ root, configFile: `${root}vite.config.ts`, logLevel: "warn" });
}
console.error(`built dist/ in ${((performance.now() - started) / 1000).toFixed(1)} s`);
