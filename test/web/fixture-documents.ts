// Reports of our own writing on made-up happenings in a made-up island country, as the reading would give them: for the workbench's
// tests and for looking at it. Spans are found by their words, so that text and quotes cannot drift apart.
import type { Claim } from "../../src/model/claim.js";
import type { Document } from "../../src/model/document.js";
import type { Event } from "../../src/model/event.js";
import type { FramedTerm } from "../../src/model/framed-term.js";
import type { Mention, MentionKind } from "../../src/model/mention.js";
import type { Place } from "../../src/model/place.js";
import type { Source, SourceKind, Stance } from "../../src/model/source.js";
import type { Tally } from "../../src/model/tally.js";
import type { DocumentView } from "../../src/contract/views.js";

export const PLACES = {
  calder: place("Calder Airfield", 31.62, -36.41, "site", "North Tarn"),
  tarn: place("Tarnmouth", 31.18, -36.02, "city", "North Tarn"),
  quay: place("Long Quay", 30.82, -35.55, "city", "Harrow"),
  ferry: place("Ferry Bridge", 30.94, -35.9, "site", "Harrow"),
  vale: place("Inner Vale", 31.3, -35.2, "district", "Vale"),
  harrow: place("Harrow", 30.7, -35.8, "province", "Harrow"),
  ossa: place("Ossa", 31.75, -35.45, "city", "Vale"),
  pumping: place("Ossa Pumping Station", 31.79, -35.38, "site", "Vale"),
  country: place("Tarnland", 31.2, -35.8, "country", null),
} as const;

function place(
  name: string,
  lat: number,
  lon: number,
  precision: Place["precision"],
  admin1: string | null,
): Place {
  return { name, lat, lon, precision, admin1, country: null };
}

type ClaimDraft = readonly [
  attribute: Claim["attribute"],
  value: unknown,
  quote: string,
  sources?: readonly (readonly [string, SourceKind])[],
  stance?: Stance,
];
interface EventDraft {
  readonly type: Event["type"];
  readonly quote: string;
  readonly date: string | null;
  readonly place: Place | null;
  readonly focus?: Event["focus"];
  readonly incident: string | null;
  readonly claims: readonly ClaimDraft[];
}
export interface DocumentDraft {
  readonly n: number;
  readonly outlet: string;
  readonly title: string;
  readonly published: string | null;
  readonly basis?: Document["publishedBasis"];
  readonly agency?: readonly string[];
  readonly body: readonly string[];
  readonly events: readonly EventDraft[];
  readonly mentions?: readonly (readonly [MentionKind, string, string | null])[];
  readonly tallies?: readonly (Omit<Tally, "start" | "end" | "sources" | "stance"> & {
    readonly by?: readonly Source[];
  })[];
  readonly framing?: readonly (Pick<FramedTerm, "term" | "referent" | "neutral" | "tone"> & {
    readonly by?: readonly Source[];
  })[];
  readonly dropped?: Document["dropped"];
  readonly warnings?: DocumentView["warnings"];
}

const sources = (chain: readonly (readonly [string, SourceKind])[] = []): Source[] =>
  chain.map(([name, kind]) => ({ name, kind }));

export function documentOf(
  draft: DocumentDraft,
): DocumentView & { readonly incidents: readonly (string | null)[] } {
  const text = [draft.title, ...draft.body].join("\n\n");
  const span = (quote: string) => {
    const start = text.indexOf(quote);
    if (start === -1) throw new Error(`fixture ${draft.n}: “${quote}” is not in the text`);
    return { quote, start, end: start + quote.length };
  };
  const id = `sha256:${String(draft.n).padStart(2, "0").repeat(32)}`;
  const domain = `${draft.outlet.toLowerCase().replaceAll(/[^a-z]/gu, "")}.example`;
  const events = draft.events.map((event, index) => ({
    id: `e${index + 1}`,
    type: event.type,
    focus: event.focus ?? ("main" as const),
    date: event.date,
    place: event.place,
    ...span(event.quote),
    claims: event.claims.map(
      ([attribute, value, quote, chain, stance]) =>
        ({
          attribute,
          value,
          stance: stance ?? "asserted",
          sources: sources(chain),
          ...span(quote),
        }) as Claim,
    ),
    incident: event.incident,
    incidentTitle: null,
  }));
  const mentions: Mention[] = (draft.mentions ?? []).map(([kind, quote, label]) => ({
    kind,
    ...span(quote),
    value: label,
    label,
    abstained: label === null ? "two places of this name" : null,
  }));
  return {
    capture: {
      id,
      ref: `reports/${String(draft.n).padStart(3, "0")}.html`,
      form: "html",
      columns: null,
      url: null,
      capturedAt: "2032-05-02T09:30:00Z",
    },
    versions: [],
    document: {
      id,
      ref: `reports/${String(draft.n).padStart(3, "0")}.html`,
      title: draft.title,
      byline: draft.n % 2 === 0 ? "Ada Fenwick" : null,
      outlet: { name: draft.outlet, domain },
      agency: draft.agency ?? [],
      language: "en",
      published: draft.published,
      publishedBasis: draft.basis ?? (draft.published === null ? null : "metadata"),
      publishedQuote: null,
      url: `https://${domain}/${draft.n}`,
      text,
      posts: [],
      dropped: draft.dropped ?? [],
    },
    events,
    tallies: (draft.tallies ?? []).map(({ by, quote, ...tally }) => ({
      ...tally,
      stance: "asserted" as const,
      sources: by ?? [],
      ...span(quote),
    })),
    framing: (draft.framing ?? []).map(({ by, ...term }) => ({
      ...term,
      sources: by ?? [],
      ...span(term.term),
    })),
    mentions,
    warnings: draft.warnings ?? [],
    incidents: draft.events.map((event) => event.incident),
  };
}
