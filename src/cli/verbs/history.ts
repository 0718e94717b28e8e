// hearsay history URL: the times that an address gave bytes, and which of them were other bytes than before.
import type { Environment } from "../../app/environment.js";
import { openCollection } from "../../app/open-collection.js";
import { history } from "../../app/versions.js";
import { problemReport } from "../report-problem.js";
import type { ExitCode, Terminal } from "../terminal.js";
import { printable } from "../terminal.js";
import { tableLines } from "../text-table.js";

export async function historyVerb(
  environment: Environment,
  terminal: Terminal,
  url: string,
  options: { readonly collection: string; readonly json?: boolean },
): Promise<ExitCode> {
  const report = problemReport(terminal);
  const store = await openCollection(environment, options.collection, {
    onProblem: (problem, kind) => report[kind](problem),
  });
  if (!store.ok) {
    report.problem(store.problem);
    return report.exitCode();
  }
  const versions = await history(store.value, url);
  await store.value.close();
  if (!versions.ok) report.problem(versions.problem);
  else if (options.json === true) await terminal.out(`${JSON.stringify(versions.value, null, 2)}\n`);
  else {
    const rows = versions.value.map(({ capturedAt, change, capture, published, title, ref }) => [
      capturedAt ?? "unknown",
      change,
      capture.slice("sha256:".length, "sha256:".length + 12),
      published ?? "",
      title ?? ref,
    ]);
    const columns = ["received", "bytes", "document", "published", "title"].map((head) => ({ head }));
    await terminal.out(printable(`${tableLines(columns, rows, terminal.columns).join("\n")}\n`));
  }
  return report.exitCode();
}
