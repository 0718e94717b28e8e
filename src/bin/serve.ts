// Serves a collection until it is told to stop: opens it, brings it up to date, and hands it to the HTTP server.
import { existsSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { Environment } from "../app/environment.js";
import { decide } from "../app/decide.js";
import { openCollection } from "../app/open-collection.js";
import type { ReadingTold } from "../app/read-into-store.js";
import { openWorkbench } from "../app/open-workbench.js";
import { knowledgeFolder } from "../adapters/files/knowledge-files.js";
import { PLACE_COLUMNS } from "../knowledge/places.js";
import { tableRows } from "../knowledge/table.js";
import type { Result } from "../base/result.js";
import { ok } from "../base/result.js";
import type { ServeOptions } from "../cli/command-line.js";
import type { Store } from "../ports/store.js";
import { createServer, listen } from "../server/server.js";
import { packageRoot } from "./package-root.js";

export async function serveCollection(
  environment: Environment,
  options: ServeOptions,
  told: ReadingTold & { readonly onListening: (url: string) => void; readonly signal: AbortSignal },
): Promise<Result<void>> {
  const store = await openOrBegin(environment, options.collection, told);
  if (!store.ok) return store;
  const packs = (await store.value.settings()).knowledge;
  const tallies = await environment.openTallies(packs);
  if (!tallies.ok) {
    await store.value.close();
    return tallies;
  }
  const page = join(packageRoot, "dist", "web");
  const server = await createServer({
    workbench: openWorkbench(store.value, {
      name: basename(resolve(options.collection)),
      version: environment.version,
      outline: outlineOf(packs),
      countries: countriesOf(packs),
      tallies: tallies.value,
      decide: (draft) => decide(environment, options.collection, draft),
    }),
    host: options.host,
    page: existsSync(join(page, "index.html")) ? page : null,
    onBug: (error) => {
      const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
      process.stderr.write(`the program failed on a request; please report it\n${trace}\n`);
    },
  });
  const address = await listen(server, options.host, options.port);
  if (address.ok) {
    told.onListening(address.value);
    await aborted(told.signal);
  }
  await server.close();
  await store.value.close();
  return address.ok ? ok(undefined) : address;
}

/** Where there is no collection yet an empty one is begun: its page tells what to do. */
async function openOrBegin(
  environment: Environment,
  folder: string,
  told: ReadingTold,
): Promise<Result<Store>> {
  const store = await openCollection(environment, folder, told);
  if (store.ok || store.problem.code !== "collection/missing") return store;
  const begun = await environment.openStore(folder, "create");
  if (!begun.ok) return begun;
  await begun.value.close();
  return environment.openStore(folder, "read");
}

/** The regions that the packs draw over the basemap (outline.geojson of each), as one collection; null where none does. */
function outlineOf(packs: readonly string[]): unknown {
  const features = packs.flatMap((pack) => {
    const path = join(pack, "outline.geojson");
    if (!existsSync(path)) return [];
    const drawn = JSON.parse(readFileSync(path, "utf8")) as { features?: readonly unknown[] };
    return drawn.features ?? [];
  });
  return features.length === 0 ? null : { type: "FeatureCollection", features };
}

/** Names of the countries that the packs add, by code. */
function countriesOf(packs: readonly string[]): ReadonlyMap<string, string> {
  const tables = packs.flatMap((pack) => {
    const folder = knowledgeFolder(pack);
    return folder
      .list("places/countries")
      .map((path) => tableRows(path, folder.text(path) ?? "", PLACE_COLUMNS));
  });
  return new Map(tables.flat().map(([, name, , code]) => [code!, name!] as const));
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((settle) => signal.addEventListener("abort", () => settle(), { once: true }));
}
