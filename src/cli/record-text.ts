// The record of one document as text for people: what the report says of itself, then each event with its claims, each
// claim with the words that make it. Leaves alone: derivations (explain and try print them).
import type { Claim } from "../model/claim.js";
import type { Event } from "../model/event.js";
import type { DocumentRecord } from "../model/record.js";
import type { Tally } from "../model/tally.js";
import type { Terminal } from "./terminal.js";
import { paint, printable } from "./terminal.js";
import { chainText, claimText, countText } from "../contract/value-text.js";

export function recordText(record: DocumentRecord, terminal: Pick<Terminal, "colour">): string {
  const { bold, dim } = paint(terminal);
  const { document } = record;
  const published =
    document.published === null
      ? "publication date unknown"
      : `published ${document.published} (${document.publishedBasis})`;
  const lines = [
    bold(document.title ?? document.ref),
    dim([document.outlet?.name ?? "outlet unknown", published, document.ref].join(" · ")),
    dim(document.id),
    ...record.events.flatMap((event) => eventLines(event, terminal)),
    ...record.tallies.map((tally) => tallyLine(tally)),
    ...record.framing.map(
      ({ quote, neutral }) => `loaded word “${quote}”${neutral === null ? "" : `, neutral: ${neutral}`}`,
    ),
    ...(record.events.length + record.tallies.length === 0 ? ["no event found"] : []),
    ...record.warnings.map(({ code }) => `warning ${code}`),
  ];
  return printable(`${lines.join("\n")}\n`, terminal.colour);
}

function eventLines(event: Event, terminal: Pick<Terminal, "colour">): string[] {
  const { bold } = paint(terminal);
  const where = event.place === null ? "place unknown" : `${event.place.name} (${event.place.precision})`;
  const background = event.focus === "background" ? " · background" : "";
  return [
    "",
    `${bold(`${event.id} ${event.type}`)} · ${event.date ?? "date unknown"} · ${where}${background}`,
    `  “${oneLine(event.quote)}”`,
    ...event.claims.map(
      (claim) => `  ${claim.attribute.padEnd(14)} ${claimText(claim).padEnd(28)} ${words(claim)}`,
    ),
  ];
}

function words(claim: Claim): string {
  return `${chainText(claim.sources)}: “${oneLine(claim.quote)}”`;
}

function tallyLine(tally: Tally): string {
  const over = [tally.period, tally.place, tally.perpetrator].filter((part) => part !== null).join(", ");
  const said = `${chainText(tally.sources)}: “${oneLine(tally.quote)}”`;
  return `tally: ${countText(tally.count)} ${tally.what}${over === "" ? "" : ` (${over})`} ${said}`;
}

export function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
