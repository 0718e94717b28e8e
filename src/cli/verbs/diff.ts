// hearsay diff FROM TO: the clean texts of two documents, what was taken out as [-words-] and what was put in as {+words+};
// paragraphs without a difference are left out.
import type { Environment } from "../../app/environment.js";
import { openCollection } from "../../app/open-collection.js";
import type { Difference, TextPart } from "../../app/versions.js";
import { difference } from "../../app/versions.js";
import { problemReport } from "../report-problem.js";
import type { ExitCode, Terminal } from "../terminal.js";
import { paint, printable } from "../terminal.js";
import { wrap } from "../text-table.js";

export async function diffVerb(
  environment: Environment,
  terminal: Terminal,
  from: string,
  to: string,
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
  const found = await difference(store.value, from, to);
  await store.value.close();
  if (!found.ok) report.problem(found.problem);
  else if (options.json === true) {
    const { from: a, to: b, parts } = found.value;
    await terminal.out(`${JSON.stringify({ from: a.id, to: b.id, parts }, null, 2)}\n`);
  } else await terminal.out(differenceText(found.value, terminal));
  return report.exitCode();
}

export function differenceText(
  { from, to, parts }: Difference,
  terminal: Pick<Terminal, "colour" | "columns">,
): string {
  const { bold } = paint(terminal);
  const head = [from, to].map(
    ({ id, title, ref, published }, i) =>
      `${i === 0 ? "---" : "+++"} ${id.slice("sha256:".length, "sha256:".length + 12)}  ${published ?? "date unknown"}  ${title ?? ref}`,
  );
  const paragraphs = paragraphsOf(parts).filter((paragraph) => paragraph.some(({ kind }) => kind !== "same"));
  const body = paragraphs.flatMap((paragraph) => [
    "",
    ...wrap(paragraph.map(marked).join(""), Math.min(terminal.columns, 100)),
  ]);
  const lines = [...head.map(bold), ...(body.length > 0 ? body : ["", "The texts are the same."])];
  return printable(`${lines.join("\n")}\n`, terminal.colour);
}

/** Cut at the line breaks of whatever text they stand in. */
function paragraphsOf(parts: readonly TextPart[]): readonly (readonly TextPart[])[] {
  const paragraphs: TextPart[][] = [[]];
  for (const { kind, text } of parts) {
    for (const [i, piece] of text.split(/\n+/u).entries()) {
      if (i > 0) paragraphs.push([]);
      if (piece !== "") paragraphs.at(-1)!.push({ kind, text: piece });
    }
  }
  return paragraphs;
}

function marked({ kind, text }: TextPart): string {
  return kind === "same" ? text : kind === "removed" ? `[-${text}-]` : `{+${text}+}`;
}
