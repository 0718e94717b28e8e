// What src/bin hands to the command line: the environment, the terminal, and what lies on floors beside this one.
import type { Environment } from "../app/environment.js";
import type { ReadingTold } from "../app/read-into-store.js";
import type { Result } from "../base/result.js";
import type { Terminal } from "./terminal.js";

export interface ServeOptions {
  readonly collection: string;
  readonly host: string;
  readonly port: number;
}

/** Serves until the signal aborts. `onListening` is told the address once it answers. */
export type ServeCollection = (
  options: ServeOptions,
  told: ReadingTold & { readonly onListening: (url: string) => void; readonly signal: AbortSignal },
) => Promise<Result<void>>;

export interface CommandLine {
  readonly environment: Environment;
  readonly terminal: Terminal;
  readonly serve: ServeCollection;
  readonly openInBrowser: (url: string) => void;
  /** Folder of the bundled samples, and the packs they are read with. */
  readonly samples: { readonly reports: string; readonly knowledge: readonly string[] };
}
