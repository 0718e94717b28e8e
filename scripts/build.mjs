// Builds dist/: the program (esbuild), what the YAML of knowledge/ says, and, with --web, the workbench (vite) in dist/web.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { parse } from "yaml";

const root = fileURLToPath(new URL("..", import.meta.url));
const started = performance.now();

/** A hash of the sources that decide what is read from a document: readings by other sources are made again. */
function readingSources() {
  const hash = createHash("sha256");
  for (const folder of ["base", "knowledge", "linking", "model", "pipeline", "reading"]) {
    const paths = readdirSync(join(root, "src", folder), { recursive: true }).filter((path) =>
      path.endsWith(".ts"),
    );
    for (const path of paths.sort()) {
      const text = readFileSync(join(root, "src", folder, path), "utf8").replaceAll("\r\n", "\n");
      hash.update(`${folder}/${path.replaceAll("\\", "/")}\n${text}\n`);
    }
  }
  return hash.digest("hex").slice(0, 12);
}

/** Reading YAML takes most of the time of starting; JSON takes none. Each entry counts for the file with its hash only. */
function parsedYaml() {
  const folder = join(root, "knowledge");
  const paths = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith(".yaml"));
  return Object.fromEntries(
    paths.sort().map((path) => {
      const bytes = readFileSync(join(folder, path));
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      return [path.replaceAll("\\", "/"), { sha256, value: parse(bytes.toString("utf8")) }];
    }),
  );
}

/** Packages with binaries, files or workers of their own, and what a package would use if it were installed. */
const LEFT_OUTSIDE = ["libsql", "fastify", "@fastify/static", "canvas", "fflate"];

/** Packages that take long to start and are needed for few documents: loaded at the first call of these functions. */
const AT_FIRST_CALL = { tinyld: ["detectAll"] };

const loadAtFirstCall = {
  name: "load-at-first-call",
  setup({ onResolve, onLoad }) {
    const packages = new RegExp(`^(?:${Object.keys(AT_FIRST_CALL).join("|")})$`);
    onResolve({ filter: packages }, ({ path, kind }) =>
      kind === "require-call" ? { path, external: true } : { path, namespace: "at-first-call" },
    );
    onLoad({ filter: /./, namespace: "at-first-call" }, ({ path }) => ({
      contents: AT_FIRST_CALL[path]
        .map((name) => `export const ${name} = (...given) => require("${path}").${name}(...given);`)
        .join("\n"),
    }));
  },
};

rmSync(`${root}dist/chunks`, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: {
    hearsay: "src/bin/hearsay.ts",
    "reading-worker": "src/bin/reading-worker.ts",
    "pdf-worker": "src/bin/pdf-worker.ts",
  },
  outdir: "dist",
  chunkNames: "chunks/[name]-[hash]",
  bundle: true,
  splitting: true,
  // Pure packages are bundled: their hundreds of files take as long to find as to run. The rest load files of their own.
  external: LEFT_OUTSIDE,
  plugins: [loadAtFirstCall],
  banner: {
    js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  },
  platform: "node",
  format: "esm",
  target: "node20.19",
  sourcemap: true,
  define: { READING_SOURCES: JSON.stringify(readingSources()) },
  logLevel: "warning",
});
writeFileSync(join(root, "dist", "knowledge.json"), JSON.stringify(parsedYaml()));

if (process.argv.includes("--web")) {
  const vite = await import("vite");
  process.chdir(root);
  await vite.build({ configFile: join(root, "vite.config.ts"), logLevel: "warn" });
}
console.error(`built dist/ in ${((performance.now() - started) / 1000).toFixed(1)} s`);
