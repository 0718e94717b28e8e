// One incident for its page: the matrix of attributes and origins, the accounts, the loaded words, the links.
// In: the incident and its records. Out: plain data with every claim's words in place. Chooses nothing, drops nothing.
import { byCodeUnits } from "../../base/order.js";
import { covers } from "../../base/span.js";
import { ATTRIBUTE_WORDS } from "../../contract/attribute-words.js";
import type { AttributeRow, CellView, ClaimView, IncidentView, OriginColumn } from "../../contract/views.js";
import { resolveFigure } from "../../linking/resolution.js";
import { ATTRIBUTES, type Attribute } from "../../model/claim.js";
import type { Event } from "../../model/event.js";
import type { ClaimRef, ComparedAttribute, EventRef, Incident, Origin } from "../../model/incident.js";
import type { DocumentRecord } from "../../model/record.js";
import { RESOLUTIONS } from "../../model/resolution.js";
import { incidentRow, outletOf, type RecordOf } from "./incident-row.js";
import { labelOfValue, whyAcross, whyOf } from "./value-label.js";

/** Characters of the clean text shown on either side of a quote. */
const CONTEXT = 400;

export function incidentView(incident: Incident, recordOf: RecordOf): IncidentView {
  const originOf = new Map(
    incident.origins.flatMap((origin) => origin.claims.map((ref) => [claimKey(ref), origin.id] as const)),
  );
  const rows = ATTRIBUTES.flatMap((attribute) => {
    const compared = incident.attributes[attribute];
    return compared === undefined ? [] : [attributeRow(attribute, compared, incident, originOf, recordOf)];
  });
  return {
    row: incidentRow(incident, recordOf),
    origins: incident.origins.map((origin) => originColumn(origin, recordOf)),
    attributes: [
      ...rows.filter((row) => row.status === "disputed"),
      ...rows.filter((row) => row.status !== "disputed"),
    ],
    resolved: {
      killed: resolvedFigures(incident, "killed", recordOf),
      injured: resolvedFigures(incident, "injured", recordOf),
    },
    accounts: accounts(incident, originOf, recordOf),
    framing: framing(incident, recordOf),
    links: incident.links.map((link) => ({
      ...link,
      aQuote: eventOf(link.a, recordOf)?.quote ?? "",
      bQuote: eventOf(link.b, recordOf)?.quote ?? "",
      aOutlet: outletOf(recordOf(link.a.document)),
      bOutlet: outletOf(recordOf(link.b.document)),
    })),
  };
}

function resolvedFigures(
  incident: Incident,
  attribute: "killed" | "injured",
  recordOf: RecordOf,
): IncidentView["resolved"]["killed"] {
  const publishedOf = (document: string) => recordOf(document)?.document.published ?? null;
  return RESOLUTIONS.flatMap((rule) => resolveFigure(incident, attribute, rule, publishedOf) ?? []);
}

function claimKey(ref: ClaimRef): string {
  return `${ref.document}#${ref.event}#${ref.claim}`;
}

function eventOf(ref: Pick<EventRef, "document" | "event">, recordOf: RecordOf): Event | null {
  return recordOf(ref.document)?.events.find((event) => event.id === ref.event) ?? null;
}

function attributeRow(
  attribute: Attribute,
  compared: ComparedAttribute,
  incident: Incident,
  originOf: ReadonlyMap<string, string>,
  recordOf: RecordOf,
): AttributeRow {
  const cells: Record<string, CellView[]> = {};
  compared.values.forEach((value, valueIndex) => {
    const byOrigin = new Map<string, ClaimView[]>();
    for (const ref of value.claims) {
      const origin = originOf.get(claimKey(ref));
      const claim = claimView(ref, recordOf);
      if (origin !== undefined && claim !== null)
        byOrigin.set(origin, [...(byOrigin.get(origin) ?? []), claim]);
    }
    for (const [origin, claims] of byOrigin)
      (cells[origin] ??= []).push({
        label: labelOfValue(attribute, value.value, value.stance),
        stance: value.stance,
        value: value.value,
        claims,
        valueIndex,
      });
  });
  return {
    attribute,
    label: ATTRIBUTE_WORDS[attribute],
    status: compared.status,
    cells,
    values: compared.values.map(({ value, stance, independentSources }) => ({
      label: labelOfValue(attribute, value, stance),
      stance,
      independentSources,
    })),
    conflicts: compared.conflicts.map((conflict) => ({
      between: conflict.between,
      why: whyOf(attribute, compared, conflict),
    })),
    across: (compared.across ?? []).map((conflict) => whyAcross(attribute, incident.attributes, conflict)),
  };
}

/** A claim with its words in place; null where its record is gone. */
export function claimView(ref: ClaimRef, recordOf: RecordOf): ClaimView | null {
  const record = recordOf(ref.document);
  const claim = eventOf(ref, recordOf)?.claims[ref.claim];
  if (record === null || claim === undefined) return null;
  const { text, title, ref: from, published } = record.document;
  const start = whole(text, Math.max(0, claim.start - CONTEXT));
  const end = whole(text, Math.min(text.length, claim.end + CONTEXT));
  return {
    document: ref.document,
    event: ref.event,
    claim: ref.claim,
    id: claimKey(ref),
    attribute: claim.attribute,
    quote: claim.quote,
    start: claim.start,
    end: claim.end,
    stance: claim.stance,
    sources: claim.sources,
    outlet: outletOf(record),
    documentTitle: title ?? from,
    published,
    context: { text: text.slice(start, end), quoteStart: claim.start - start, quoteEnd: claim.end - start },
  };
}

/** Not inside a surrogate pair. */
function whole(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}

function originColumn(origin: Origin, recordOf: RecordOf): OriginColumn {
  const articles = origin.documents.flatMap((document) => {
    const record = recordOf(document);
    if (record === null) return [];
    const chains = origin.claims
      .filter((ref) => ref.document === document)
      .map((ref) => eventOf(ref, recordOf)?.claims[ref.claim]?.sources.map((source) => source.name) ?? []);
    // The chain that tells most of the way from the origin to the outlet.
    const [longest] = chains.sort((a, b) => b.length - a.length || byCodeUnits(a.join("→"), b.join("→")));
    const outlet = outletOf(record);
    const chain = [...(longest ?? [])];
    if (chain.at(-1) !== outlet) chain.push(outlet);
    const { title, ref, published } = record.document;
    return [{ document, outlet, title: title ?? ref, published, chain }];
  });
  return {
    id: origin.id,
    name: origin.name,
    kind: origin.kind,
    basis: origin.basis,
    articles: articles.sort(
      (a, b) => byCodeUnits(a.published ?? "~", b.published ?? "~") || byCodeUnits(a.document, b.document),
    ),
  };
}

function accounts(
  incident: Incident,
  originOf: ReadonlyMap<string, string>,
  recordOf: RecordOf,
): IncidentView["accounts"] {
  return incident.events
    .flatMap((ref) => {
      const record = recordOf(ref.document);
      const event = eventOf(ref, recordOf);
      if (record === null || event === null) return [];
      const origins = event.claims.flatMap((_, claim) => originOf.get(claimKey({ ...ref, claim })) ?? []);
      return [
        {
          document: ref.document,
          event: ref.event,
          outlet: outletOf(record),
          title: record.document.title ?? record.document.ref,
          published: record.document.published,
          quote: event.quote,
          start: event.start,
          end: event.end,
          focus: event.focus,
          origins: [...new Set(origins)],
        },
      ];
    })
    .sort(
      (a, b) =>
        byCodeUnits(a.published ?? "~", b.published ?? "~") ||
        byCodeUnits(a.document, b.document) ||
        byCodeUnits(a.event, b.event),
    );
}

/** Loaded words in the sentences that tell of this incident, by what they stand for. */
function framing(incident: Incident, recordOf: RecordOf): IncidentView["framing"] {
  type Use = IncidentView["framing"][number]["uses"][number];
  const groups = new Map<string, { referent: string | null; neutral: string | null; uses: Use[] }>();
  for (const document of [...new Set(incident.events.map((e) => e.document))].sort(byCodeUnits)) {
    const record = recordOf(document);
    if (record === null) continue;
    const told = incident.events
      .filter((e) => e.document === document)
      .flatMap((e) => {
        const event = eventOf(e, recordOf);
        return event === null ? [] : [event, ...event.claims];
      })
      .map((span) => around(record, span));
    for (const term of record.framing) {
      if (!told.some((span) => covers(span, term))) continue;
      const key = term.neutral ?? term.referent ?? term.term.toLowerCase();
      const group = groups.get(key) ?? { referent: term.referent, neutral: term.neutral, uses: [] };
      const { term: words, sources, start, end } = term;
      group.uses.push({ document, outlet: outletOf(record), term: words, sources, start, end });
      groups.set(key, group);
    }
  }
  return [...groups].sort(([a], [b]) => byCodeUnits(a, b)).map(([, group]) => group);
}

/** The line of text around a span, no further than the context shown. */
function around(record: DocumentRecord, { start, end }: { readonly start: number; readonly end: number }) {
  const { text } = record.document;
  const from = text.lastIndexOf("\n", start) + 1;
  const to = text.indexOf("\n", end);
  return {
    start: Math.max(from, start - CONTEXT),
    end: Math.min(to < 0 ? text.length : to, end + CONTEXT),
  };
}
