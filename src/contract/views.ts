// What the browser gets over HTTP: the record, projected for one screen each. JSON, no HTML; text is shown as text.
import type { Problem } from "../base/result.js";
import type { Attribute, Claim } from "../model/claim.js";
import type { Document, Capture } from "../model/document.js";
import type { Event, EventType } from "../model/event.js";
import type { FramedTerm } from "../model/framed-term.js";
import type { ClaimRef, Link, Status } from "../model/incident.js";
import type { Mention } from "../model/mention.js";
import type { Place } from "../model/place.js";
import type { Source, Stance } from "../model/source.js";
import type { Tally } from "../model/tally.js";

/** GET /api/collection */
export interface CollectionView {
  readonly name: string;
  readonly documents: number;
  readonly events: number;
  readonly incidents: number;
  readonly outlets: number;
  readonly version: string;
  /** True where this is the bundled collection of samples. */
  readonly samples: boolean;
  /** Outlines of a knowledge pack's own region, drawn over the basemap; GeoJSON, null where none. */
  readonly outline: unknown;
}

/** One line of the list, one mark of timeline and map. */
export interface IncidentRow {
  readonly id: string;
  readonly title: string;
  readonly type: EventType;
  readonly date: string | null;
  /** First and last day that `date` allows, as YYYY-MM-DD; null where unknown. */
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly place: Place | null;
  readonly articles: number;
  readonly outlets: number;
  readonly origins: number;
  readonly main: boolean;
  /** How many attributes have each status. */
  readonly statuses: Readonly<Partial<Record<Status, number>>>;
  readonly disputed: readonly Attribute[];
  /** The values of killed and injured in few words, e.g. "13 or 14"; null where nobody says. */
  readonly killed: string | null;
  readonly injured: string | null;
}

export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** GET /api/incidents: facets count what would match if that facet alone were free. */
export interface IncidentListView {
  readonly total: number;
  readonly matching: number;
  readonly incidents: readonly IncidentRow[];
  readonly facets: Readonly<
    Record<
      "country" | "place" | "type" | "weapon" | "outlet" | "origin" | "status" | "disputed",
      readonly FacetValue[]
    >
  >;
  /** All matching incidents, for timeline and map; `incidents` is a page of them. */
  readonly marks: readonly Pick<
    IncidentRow,
    "id" | "title" | "type" | "earliest" | "latest" | "place" | "disputed" | "main"
  >[];
}

/** One value as one origin tells it, with every claim that carries it. */
export interface CellView {
  /** In few neutral words: "3 rockets", "none", "being assessed". */
  readonly label: string;
  readonly stance: Stance;
  readonly value: unknown;
  readonly claims: readonly ClaimView[];
  /** Index into the row's values. */
  readonly valueIndex: number;
}

/** A claim with what is needed to show its words in place. */
export interface ClaimView extends ClaimRef {
  readonly id: string;
  readonly attribute: Attribute;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly stance: Stance;
  readonly sources: readonly Source[];
  readonly outlet: string;
  readonly documentTitle: string;
  readonly published: string | null;
  /** The clean text around the quote, for the pane: up to 400 characters either side, and where the quote begins in it. */
  readonly context: { readonly text: string; readonly quoteStart: number; readonly quoteEnd: number };
}

export interface OriginColumn {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly basis: readonly string[];
  readonly articles: readonly {
    readonly document: string;
    readonly outlet: string;
    readonly title: string;
    readonly published: string | null;
    /** "Wayne Marotto → AFP → Tehran Times" as names. */
    readonly chain: readonly string[];
  }[];
}

export interface AttributeRow {
  readonly attribute: Attribute;
  readonly label: string;
  readonly status: Status;
  /** Cells by origin id; an origin that is silent has none. Several where an origin gives several values. */
  readonly cells: Readonly<Record<string, readonly CellView[]>>;
  readonly values: readonly {
    readonly label: string;
    readonly stance: Stance;
    readonly independentSources: number;
  }[];
  /** Sentences in neutral words: "3 rockets and 8 rockets cannot both be true". */
  readonly conflicts: readonly { readonly between: readonly [number, number]; readonly why: string }[];
  /** Sentences for values that cannot be true together with those of another attribute. */
  readonly across: readonly string[];
}

/** One figure by a named rule, and the figures that it does not show. */
export interface ResolvedView {
  readonly rule: "lowest" | "low-best-high" | "majority" | "latest";
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  readonly origins: number;
  readonly hidden: readonly number[];
}

/** GET /api/incidents/:id */
export interface IncidentView {
  readonly row: IncidentRow;
  readonly origins: readonly OriginColumn[];
  /** Disputed first, then in the order of the record format. */
  readonly attributes: readonly AttributeRow[];
  /** Killed and injured as one figure, by each rule; empty where nobody gives one. */
  readonly resolved: Readonly<Record<"killed" | "injured", readonly ResolvedView[]>>;
  /** Accounts in time: each event of each document. */
  readonly accounts: readonly {
    readonly document: string;
    readonly event: string;
    readonly outlet: string;
    readonly title: string;
    readonly published: string | null;
    readonly quote: string;
    readonly start: number;
    readonly end: number;
    readonly focus: Event["focus"];
    readonly origins: readonly string[];
  }[];
  readonly framing: readonly {
    readonly referent: string | null;
    readonly neutral: string | null;
    readonly uses: readonly {
      readonly document: string;
      readonly outlet: string;
      readonly term: string;
      readonly sources: readonly Source[];
      readonly start: number;
      readonly end: number;
    }[];
  }[];
  readonly links: readonly (Link & {
    readonly aQuote: string;
    readonly bQuote: string;
    readonly aOutlet: string;
    readonly bOutlet: string;
  })[];
}

/** GET /api/documents/:id */
/** What one address gave, at one time of several; in order of time. */
export interface DocumentVersion {
  readonly id: string;
  /** When these bytes were first received from there. */
  readonly capturedAt: string | null;
}

export interface DocumentView {
  readonly capture: Capture;
  /** Documents from the same address, this one among them; empty where there are no others. */
  readonly versions: readonly DocumentVersion[];
  readonly document: Document;
  readonly events: readonly (Event & {
    readonly incident: string | null;
    readonly incidentTitle: string | null;
  })[];
  readonly tallies: readonly Tally[];
  readonly framing: readonly FramedTerm[];
  readonly mentions: readonly Mention[];
  readonly warnings: readonly Problem[];
}

/** GET /api/documents */
export interface DocumentListView {
  readonly total: number;
  readonly documents: readonly {
    readonly id: string;
    readonly title: string | null;
    readonly outlet: string | null;
    readonly published: string | null;
    readonly publishedBasis: string | null;
    readonly ref: string;
    readonly events: number;
    readonly incidents: number;
    readonly warnings: number;
  }[];
}

interface IncidentFace {
  readonly id: string;
  readonly title: string;
  readonly date: string | null;
}

/** What a tally is tested by. */
export type TallyCriterion = "period" | "place" | "kind" | "perpetrator";

/** A claimed number, and the recorded incidents that fall under its own rule; `record` is null where it states no testable one. */
export interface TallyLineView extends Tally {
  readonly document: string;
  readonly outlet: string;
  readonly published: string | null;
  readonly record: {
    readonly within: readonly IncidentFace[];
    /** They fail one criterion by little; `days` outside the period where that is the one. */
    readonly near: readonly (IncidentFace & {
      readonly fails: TallyCriterion;
      readonly days: number | null;
    })[];
    /** What is unknown of them decides. */
    readonly undecided: readonly (IncidentFace & { readonly unknown: TallyCriterion })[];
    /** What the tally states and the record was not tested for. */
    readonly untested: readonly (TallyCriterion | "target")[];
  } | null;
}

/** GET /api/tallies: each claimed number as a line. */
export interface TallyListView {
  readonly tallies: readonly TallyLineView[];
}

/** Every failed request: problem details (RFC 9457). */
export interface ProblemView {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
}

export type { Claim };
