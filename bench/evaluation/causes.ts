// Mistakes of the scorer grouped by cause, each with the derivation of what was read. In: mistakes, gold, records. Out: causes
// with counts and examples, most frequent first. Which event of the record stands for which of the gold is told by the words
// that both quote; figures are the scorer's, only the grouping is ours.
import { kilometresBetween } from "../../src/base/geodesy.js";
import type { Span } from "../../src/base/span.js";
import type { Derivation } from "../../src/model/derivation.js";
import type { Event } from "../../src/model/event.js";
import type { DocumentRecord } from "../../src/model/record.js";
import type { GoldDocument } from "./gold.js";
import type { Mistake } from "./mistakes.js";

export interface Example {
  readonly told: string;
  readonly derivation: readonly string[];
}

export interface Cause {
  readonly name: string;
  readonly missed: number;
  readonly invented: number;
  /** Claims that went with an event that was missed or invented. */
  readonly claims: number;
  readonly examples: readonly Example[];
}

const GROUP_OF: Readonly<Record<string, string>> = {
  killed: "count",
  injured: "count",
  munitions: "count",
  intercepted: "count",
  date: "date",
  time: "date",
  place: "place",
  perpetrator: "role",
  target: "role",
  responsibility: "role",
};

export function causesOf(
  mistakes: readonly Mistake[],
  gold: ReadonlyMap<string, GoldDocument>,
  records: ReadonlyMap<string, DocumentRecord>,
): Cause[] {
  const causes = new Map<string, { missed: number; invented: number; claims: number; examples: Example[] }>();
  const note = (
    name: string,
    side: "missed" | "invented",
    told: string,
    derivation: Derivation = [],
    text = "",
    claims = 0,
  ): void => {
    const cause = causes.get(name) ?? { missed: 0, invented: 0, claims: 0, examples: [] };
    cause[side]++;
    cause.claims += claims;
    cause.examples.push({ told, derivation: derivation.map((step) => stepText(step, text)) });
    causes.set(name, cause);
  };

  const invented = mistakes.filter((m) => m.kind === "event-invented");
  const inventedIn = (key: string) => invented.filter((m) => m.key === key);
  const lost = new Set<string>();
  const readWrongly = new Set<Mistake>();
  for (const m of mistakes) {
    if (m.kind !== "event-missed") continue;
    const record = records.get(m.key);
    const event = gold.get(m.key)?.events.find((e) => e.label === m.label && e.quote === m.quote);
    if (event !== undefined) lost.add(`${m.key} ${event.id}`);
    const text = record?.document.text ?? "";
    const at = spanOf(text, m.quote);
    const claims = event?.claims.length ?? 0;
    const wrong = inventedIn(m.key).find((x) => !readWrongly.has(x) && meets(spanOf(text, x.quote), at));
    const other = (record?.events ?? []).find((e) => [e, ...e.claims].some((part) => meets(part, at)));
    const told = `${m.key} ${m.label}: ${m.quote}`;
    if (wrong !== undefined) {
      readWrongly.add(wrong);
      note(
        "event read wrongly",
        "missed",
        `${told}\n  read as ${wrong.told}`,
        eventOf(record, wrong.quote)?.derivation,
        text,
        claims,
      );
    } else if (other !== undefined)
      note("events merged", "missed", `${told}\n  within ${faceOf(other)}`, other.derivation, text, claims);
    else note("event not seen", "missed", told, [], text, claims);
  }
  for (const m of invented) {
    const record = records.get(m.key);
    const event = eventOf(record, m.quote);
    const text = record?.document.text ?? "";
    const claims = event?.claims.length ?? 0;
    const told = `${m.key} ${m.told}: ${m.quote}`;
    const parts = (gold.get(m.key)?.events ?? []).flatMap((e) => [e.quote, ...e.claims.map((c) => c.quote)]);
    const name = readWrongly.has(m)
      ? "event read wrongly"
      : parts.some((quote) => meets(spanOf(text, m.quote), spanOf(text, quote)))
        ? "events split"
        : "event invented";
    note(name, "invented", told, event?.derivation, text, claims);
  }

  for (const m of mistakes) {
    switch (m.kind) {
      case "claim-missed":
        // Claims of an event that was missed as a whole are counted with it.
        if (!lost.has(`${m.key} ${m.event}`)) {
          const other = counterpart(mistakes, m);
          const name = `${GROUP_OF[m.attribute] ?? "attribute"}: ${other === undefined ? "not found" : "wrong value"}`;
          note(name, "missed", `${m.key} ${m.event} ${m.attribute}=${m.value} «${m.quote}»`);
        }
        break;
      case "claim-invented": {
        const record = records.get(m.key);
        const claim = record?.events
          .flatMap((e) => e.claims)
          .find(
            (c) => c.attribute === m.attribute && c.quote === m.quote && JSON.stringify(c.value) === m.value,
          );
        const other = counterpart(mistakes, m);
        const name = `${GROUP_OF[m.attribute] ?? "attribute"}: ${other === undefined ? "not in gold" : "wrong value"}`;
        note(
          name,
          "invented",
          `${m.key} ${m.event} ${m.attribute}=${m.value} «${m.quote}»`,
          claim?.derivation,
          record?.document.text,
        );
        break;
      }
      case "claim-half-right": {
        const record = records.get(m.key);
        const claim = record?.events
          .flatMap((e) => e.claims)
          .find((c) => c.attribute === m.attribute && c.quote === m.quote);
        for (const wrong of m.wrong)
          note(
            `${wrong} of a claim`,
            "missed",
            `${m.key} ${m.event} ${m.attribute}: ${m.told}`,
            claim?.derivation,
            record?.document.text,
          );
        break;
      }
      case "item-missed":
        note(m.list, "missed", `${m.key} «${m.quote}»`);
        break;
      case "item-invented":
        note(m.list, "invented", `${m.key} «${m.quote}»`);
        break;
      case "dispute-missed":
        note("disputes", "missed", m.told);
        break;
      case "dispute-invented":
        note("disputes", "invented", m.told);
        break;
      case "unknown":
        note("not understood (has the scorer changed?)", "missed", m.told);
        break;
      case "event-missed":
      case "event-invented":
        break;
    }
  }
  for (const { fact, told, read, text } of factsWrong(gold, records, lost))
    note(
      `${fact === "time" ? "date" : fact} of an event`,
      "missed",
      told,
      stepsOf(read, fact === "time" ? "date" : fact),
      text,
    );
  return [...causes]
    .map(([name, cause]) => ({ name, ...cause }))
    .sort((a, b) => b.missed + b.invented - (a.missed + a.invented) || (a.name < b.name ? -1 : 1));
}

/** The other half of a wrong value: the same attribute of the same event, missed on one side and not in gold on the other. */
function counterpart(
  mistakes: readonly Mistake[],
  m: Extract<Mistake, { kind: "claim-missed" | "claim-invented" }>,
): Mistake | undefined {
  const side = m.kind === "claim-missed" ? "claim-invented" : "claim-missed";
  return mistakes.find(
    (x) => x.kind === side && x.key === m.key && x.event === m.event && x.attribute === m.attribute,
  );
}

interface WrongFact {
  readonly fact: "time" | "place" | "focus";
  readonly told: string;
  readonly read: Event;
  readonly text: string;
}

/** How far from gold a place may be, in kilometres, by the precision that gold gives: the scorer's own table. */
const REACH: Readonly<Record<string, number>> = {
  site: 15,
  city: 20,
  district: 50,
  province: 120,
  country: 600,
};

/** Date, place and focus of the events that quote the words of a gold event, where gold has one answer and they another. */
function* factsWrong(
  gold: ReadonlyMap<string, GoldDocument>,
  records: ReadonlyMap<string, DocumentRecord>,
  lost: ReadonlySet<string>,
): Generator<WrongFact> {
  for (const [key, document] of gold) {
    const record = records.get(key);
    if (record === undefined) continue;
    const { text } = record.document;
    for (const event of document.events) {
      const read = record.events.find((e) => meets(e, spanOf(text, event.quote)));
      if (event.optional === true || read === undefined || lost.has(`${key} ${event.id}`)) continue;
      const wrong = (fact: WrongFact["fact"], inGold: unknown, inRecord: unknown): WrongFact => ({
        fact,
        told: `${key} ${event.label}: gold ${JSON.stringify(inGold)}, read ${JSON.stringify(inRecord)}`,
        read,
        text,
      });
      if (typeof event.date === "string" && event.date !== unqualified(read.date))
        yield wrong("time", event.date, read.date);
      const { place } = event;
      if (
        place?.optional !== true &&
        typeof place?.lat === "number" &&
        (read.place === null ||
          kilometresBetween({ lat: place.lat, lon: place.lon! }, read.place) > (REACH[place.precision] ?? 25))
      )
        yield wrong("place", place.name, read.place?.name ?? null);
      if (event.focus !== read.focus) yield wrong("focus", event.focus, read.focus);
    }
  }
}

/** An EDTF value without its marks of uncertainty, as the scorer compares it. */
function unqualified(date: string | null): string | null {
  return date?.replace(/[?~%]/gu, "") ?? null;
}

function stepsOf(event: Event, stage: string): Derivation {
  const steps = event.derivation?.filter((step) => step.stage === stage) ?? [];
  return steps.length > 0 ? steps : (event.derivation ?? []);
}

function eventOf(record: DocumentRecord | undefined, quote: string): Event | undefined {
  return record?.events.find((event) => event.quote === quote);
}

function faceOf(event: Event): string {
  return `${event.id} ${event.type}, ${event.date ?? "date unknown"}, ${event.place?.name ?? "place unknown"}`;
}

function spanOf(text: string, quote: string): Span | null {
  const start = text.indexOf(quote);
  return start < 0 ? null : { start, end: start + quote.length };
}

function meets(a: Span | null, b: Span | null): boolean {
  return a !== null && b !== null && a.start < b.end && b.start < a.end;
}

function stepText({ stage, rule, span, note }: Derivation[number], text: string): string {
  const words = span === null ? "" : ` “${text.slice(span.start, span.end).replace(/\s+/gu, " ")}”`;
  return `${stage} ${rule}${words}${note === undefined ? "" : ` ${note}`}`;
}
