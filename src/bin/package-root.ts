// Where the program stands on disk, from the sources as from dist/: the folder with its package.json; and its versions.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const packageRoot: string = upTo(dirname(fileURLToPath(import.meta.url)));

export const packageVersion: string = (
  JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as { version: string }
).version;

/** Set by scripts/build.mjs: a hash of the sources that decide what is read; absent when run from the sources. */
declare const READING_SOURCES: string | undefined;

/** The version of the reading: that of the package, and which sources it was built from. */
export const readingVersion: string = `${packageVersion}+${typeof READING_SOURCES === "undefined" ? "sources" : READING_SOURCES}`;

function upTo(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error("package.json of hearsay not found");
  return upTo(above);
}
