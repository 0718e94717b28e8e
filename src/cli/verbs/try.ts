// hearsay try "…": how one sentence is read, with the rules that read it; the microscope of whoever writes a rule.
import type { Environment } from "../../app/environment.js";
import { trySentence } from "../../app/try-sentence.js";
import type { TriedSentence } from "../../app/try-sentence.js";
import type { Span } from "../../base/span.js";
import type { DerivationStep } from "../../model/derivation.js";
import { chainText, claimText, countText } from "../../contract/value-text.js";
import { stepText } from "../explanation-text.js";
import { oneLine } from "../record-text.js";
import { problemReport } from "../report-problem.js";
import type { ExitCode, Terminal } from "../terminal.js";
import { paint, printable } from "../terminal.js";

export async function tryVerb(
  environment: Environment,
  terminal: Terminal,
  text: string,
  options: { readonly published?: string; readonly knowledge: readonly string[]; readonly json?: boolean },
): Promise<ExitCode> {
  const report = problemReport(terminal);
  const tried = await trySentence(environment, text, options.published ?? null, options.knowledge);
  if (!tried.ok) report.problem(tried.problem);
  else if (options.json === true) {
    const { record, attributions } = tried.value;
    await terminal.out(`${JSON.stringify({ ...record, attributions }, null, 2)}\n`);
  } else await terminal.out(readingText(tried.value, terminal));
  return report.exitCode();
}

function readingText({ record, attributions }: TriedSentence, terminal: Terminal): string {
  const { bold } = paint(terminal);
  const { text } = record.document;
  const steps = (derivation: readonly DerivationStep[] | undefined): string[] =>
    (derivation ?? []).map((step) => {
      const words = step.span === null ? null : text.slice(step.span.start, step.span.end);
      return `        ${stepText({ ...step, words })}`;
    });
  const wordsOf = (spans: readonly Span[]): string =>
    spans.map(({ start, end }) => `“${oneLine(text.slice(start, end))}”`).join(" ");
  const lines = [
    bold("Mentions"),
    ...record.mentions.map(
      ({ kind, quote, value, label, abstained }) =>
        `  ${kind.padEnd(10)} “${oneLine(quote)}”  ${abstained === null ? [value, label].filter(Boolean).join("  ") : `abstained: ${abstained}`}`,
    ),
    ...none(record.mentions),
    "",
    bold("Attributions"),
    ...attributions.flatMap(({ source, cue, content, sources, stance, derivation }) => [
      `  ${wordsOf(source) || "(source of a sentence before)"}  ${wordsOf(cue)}  ${wordsOf(content)}`,
      `    ${chainText(sources)}, ${stance}`,
      ...steps(derivation),
    ]),
    ...none(attributions),
    "",
    bold("Events"),
    ...record.events.flatMap((event) => [
      `  ${event.id} ${event.type}, ${event.focus}, ${event.date ?? "date unknown"}, ${event.place?.name ?? "place unknown"}`,
      ...steps(event.derivation),
      ...event.claims.flatMap((claim) => [
        `    ${claim.attribute.padEnd(14)} ${claimText(claim)} (${claim.stance}, ${chainText(claim.sources)}): “${oneLine(claim.quote)}”`,
        ...steps(claim.derivation),
      ]),
    ]),
    ...none(record.events),
    ...(record.tallies.length > 0 ? ["", bold("Tallies")] : []),
    ...record.tallies.flatMap((tally) => [
      `  ${countText(tally.count)} ${tally.what} (${tally.stance}, ${chainText(tally.sources)}), ${tally.period ?? "period unknown"}: “${oneLine(tally.quote)}”`,
      ...steps(tally.derivation),
    ]),
    ...(record.framing.length > 0 ? ["", bold("Loaded words")] : []),
    ...record.framing.flatMap((term) => [
      `  “${term.term}” (${term.tone}, ${chainText(term.sources)}) for ${term.neutral ?? term.referent ?? "something not told"}`,
      ...steps(term.derivation),
    ]),
    ...record.warnings.map(({ code }) => `warning ${code}`),
  ];
  return printable(`${lines.join("\n")}\n`, terminal.colour);
}

function none(items: readonly unknown[]): string[] {
  return items.length === 0 ? ["  none"] : [];
}
