// A terminal that remembers what was written to it.
import type { Terminal } from "../../src/cli/terminal.js";

export interface MadeTerminal extends Terminal {
  stdout: string;
  stderr: string;
}

export function madeTerminal(given: Partial<Terminal> = {}): MadeTerminal {
  const terminal: MadeTerminal = {
    stdout: "",
    stderr: "",
    out: async (text) => {
      terminal.stdout += text;
      return true;
    },
    err: (text) => {
      terminal.stderr += text;
    },
    outIsTty: false,
    errIsTty: false,
    columns: 100,
    colour: false,
    interrupted: new AbortController().signal,
    elapsed: () => 0,
    ...given,
  };
  return terminal;
}
