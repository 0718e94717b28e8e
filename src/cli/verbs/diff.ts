// hearsay diff FROM TO: the clean texts of two documents, what was taken out as [-words-] and what was put in as {+words+};
// paragraphs without a difference are left out.
import type { Environment } from "../../app/environment.js";
import type { Difference, TextPart } from "../../app/versions.js";
import { difference } from "../../app/versions.js";
import { printAnswer, type AnswerOptions } from "../answer.js";
import type { ExitCode, Terminal } from "../terminal.js";
import { paint, printable } from "../terminal.js";
import { wrap } from "../text-table.js";

export async function diffVerb(
  environment: Environment,
  terminal: Terminal,
  from: string,
  to: string,
  options: AnswerOptions,
): Promise<ExitCode> {
  return printAnswer(environment, terminal, options, {
    ask: (store) => difference(store, from, to),
    text: (found) => differenceText(found, terminal),
    json: ({ from: a, to: b, parts }) => ({ from: a.id, to: b.id, parts }),
  });
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
