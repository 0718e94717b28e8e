// hearsay history URL: the times that an address gave bytes, and which of them were other bytes than before.
import type { Environment } from "../../app/environment.js";
import { history } from "../../app/versions.js";
import { printAnswer, type AnswerOptions } from "../answer.js";
import type { ExitCode, Terminal } from "../terminal.js";
import { printable } from "../terminal.js";
import { tableLines } from "../text-table.js";

export async function historyVerb(
  environment: Environment,
  terminal: Terminal,
  url: string,
  options: AnswerOptions,
): Promise<ExitCode> {
  return printAnswer(environment, terminal, options, {
    ask: (store) => history(store, url),
    text: (versions) => {
      const rows = versions.map(({ capturedAt, change, capture, published, title, ref }) => [
        capturedAt ?? "unknown",
        change,
        capture.slice("sha256:".length, "sha256:".length + 12),
        published ?? "",
        title ?? ref,
      ]);
      const columns = ["received", "bytes", "document", "published", "title"].map((head) => ({ head }));
      return printable(`${tableLines(columns, rows, terminal.columns).join("\n")}\n`);
    },
  });
}
