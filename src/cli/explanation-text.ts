// An explanation as text for people: the value first, then its words in their place, the rules that read them, the document,
// and the bytes.
import type { DocumentExplained, Explanation, ExplainedStep, WordsInPlace } from "../contract/explanation.js";
import { chainText } from "../contract/value-text.js";
import { oneLine } from "./record-text.js";
import type { Terminal } from "./terminal.js";
import { paint, printable } from "./terminal.js";
import { wrap } from "./text-table.js";

export function explanationText(
  explanation: Explanation,
  terminal: Pick<Terminal, "colour" | "columns">,
): string {
  return printable(`${linesOf(explanation, terminal).join("\n")}\n`, terminal.colour);
}

function linesOf(explanation: Explanation, terminal: Pick<Terminal, "colour" | "columns">): string[] {
  const { bold } = paint(terminal);
  switch (explanation.kind) {
    case "incident":
      return incidentLines(explanation, terminal);
    case "document":
      return [
        bold(explanation.document.title ?? explanation.document.ref),
        ...documentLines(explanation.document, terminal),
        "",
        bold("Events"),
        ...explanation.events.map(
          ({ id, type, quote }) => `  ${id.slice(id.indexOf("#"))}  ${type}: “${oneLine(quote)}”`,
        ),
      ];
    case "event":
      return [
        bold(
          `${explanation.type}, ${explanation.date ?? "date unknown"}, ${explanation.place?.name ?? "place unknown"}`,
        ),
        `event ${explanation.id} (${explanation.focus}), in incident ${explanation.incident ?? "none"}`,
        ...wordsLines(explanation, terminal),
        ...derivationLines(explanation.derivation, terminal),
        "",
        bold("Claims"),
        ...explanation.claims.map(
          ({ attribute, label, stance, sources, quote }, i) =>
            `  ${i}  ${attribute}: ${label} (${stance}, ${chainText(sources)}): “${oneLine(quote)}”`,
        ),
        "",
        ...documentLines(explanation.document, terminal),
      ];
    case "claim":
      return [
        bold(`${explanation.attribute}: ${explanation.label}`),
        `${explanation.stance} by ${chainText(explanation.sources)}`,
        `claim ${explanation.id}`,
        `of ${explanation.event.type}, in incident ${explanation.event.incident ?? "none"}`,
        ...wordsLines(explanation, terminal),
        ...derivationLines(explanation.derivation, terminal),
        "",
        ...documentLines(explanation.document, terminal),
      ];
  }
}

function wordsLines(
  { context, start, end }: WordsInPlace,
  terminal: Pick<Terminal, "colour" | "columns">,
): string[] {
  const { bold } = paint(terminal);
  const before = context.text.slice(0, context.quoteStart);
  const quote = context.text.slice(context.quoteStart, context.quoteEnd);
  const after = context.text.slice(context.quoteEnd);
  const marked = `${oneLineKeepingEnds(before)}⟦${oneLine(quote)}⟧${oneLineKeepingEnds(after)}`;
  const lines = wrap(`… ${marked} …`, Math.min(terminal.columns, 100) - 2).map((line) => `  ${line}`);
  return ["", bold(`Words, characters ${start} to ${end} of the clean text`), ...lines];
}

function oneLineKeepingEnds(text: string): string {
  return text.replace(/\s+/gu, " ");
}

function derivationLines(steps: readonly ExplainedStep[], terminal: Pick<Terminal, "colour">): string[] {
  const { bold } = paint(terminal);
  if (steps.length === 0) return [];
  return ["", bold("Read by"), ...steps.map((step) => `  ${stepText(step)}`)];
}

/** "count  count/number  “three”  3". */
export function stepText({ stage, rule, words, note }: ExplainedStep): string {
  return [stage, rule, words === null ? null : `“${oneLine(words)}”`, note]
    .filter((part) => part !== null && part !== undefined && part !== "")
    .join("  ");
}

function documentLines(document: DocumentExplained, terminal: Pick<Terminal, "colour">): string[] {
  const { bold } = paint(terminal);
  const { capture, bytes, check } = document.kept;
  const basis = document.publishedQuote === null ? "" : `: “${oneLine(document.publishedQuote)}”`;
  return [
    bold("Document"),
    `  ${document.title ?? "(no title)"}`,
    `  ${document.outlet ?? "outlet unknown"}, published ${document.published ?? "unknown"}` +
      (document.publishedBasis === null ? "" : ` (${document.publishedBasis}${basis})`),
    `  read by ${document.reading}`,
    ...document.dropped
      .slice(0, 5)
      .map(({ reason, text }) => `  dropped (${reason}): ${oneLine(text).slice(0, 80)}`),
    ...(document.dropped.length > 5 ? [`  and ${document.dropped.length - 5} more stretches dropped`] : []),
    "",
    bold("Captured bytes"),
    `  ${capture.id}`,
    `  from ${capture.ref} (${capture.form}), captured ${capture.capturedAt ?? "at an unknown time"}`,
    check === "same"
      ? `  ${bytes} bytes, hashed again just now: the same`
      : "  DAMAGED: the bytes are gone or no longer those of the hash",
  ];
}

function incidentLines(
  explanation: Extract<Explanation, { kind: "incident" }>,
  terminal: Pick<Terminal, "colour">,
): string[] {
  const { bold } = paint(terminal);
  const label = new Map(explanation.events.map((event, i) => [event.id, `[${i + 1}]`]));
  const of = (ref: { document: string; event: string }): string =>
    label.get(`${ref.document}#${ref.event}`) ?? "[?]";
  return [
    bold(explanation.title),
    `incident ${explanation.id}`,
    "",
    bold("Events"),
    ...explanation.events.map(
      (event) => `  ${of(event)} ${event.ref}#${event.event}: “${oneLine(event.quote)}”`,
    ),
    "",
    bold("Why they are one incident"),
    ...(explanation.links.length === 0 ? ["  it has one event; nothing was linked"] : []),
    ...explanation.links.flatMap((link) => [
      `  ${of(link.a)} and ${of(link.b)}: total ${signed(link.total)}`,
      ...link.weights.map(
        ({ comparison, level, weight }) => `    ${signed(weight).padStart(7)}  ${comparison}: ${level}`,
      ),
    ]),
    "",
    bold("Independent origins"),
    ...explanation.origins.map(
      ({ id, name, kind, basis, claims }) =>
        `  ${id} ${name} (${kind}), ${claims.length} claims${basis.length > 0 ? `, by ${basis.join(", ")}` : ""}`,
    ),
  ];
}

function signed(weight: number): string {
  return `${weight >= 0 ? "+" : "−"}${Math.abs(weight).toFixed(2)}`;
}
