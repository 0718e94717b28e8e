// An explanation: from a value back to the characters of the captured bytes, step by step; GET /api/explain/:id and
// `hearsay explain`. Every part is what was stored; explaining is printing.
import type { Attribute } from "../model/claim.js";
import type { DerivationStep } from "../model/derivation.js";
import type { Capture, Document } from "../model/document.js";
import type { EventType } from "../model/event.js";
import type { EventRef, Link, Origin } from "../model/incident.js";
import type { Place } from "../model/place.js";
import type { Source, Stance } from "../model/source.js";

/** Words in their place: `text.slice(quoteStart, quoteEnd)` is the quote. */
export interface WordsInPlace {
  readonly quote: string;
  /** Span in the document's clean text. */
  readonly start: number;
  readonly end: number;
  readonly context: { readonly text: string; readonly quoteStart: number; readonly quoteEnd: number };
}

/** One step of a derivation with the words that it read. */
export interface ExplainedStep extends DerivationStep {
  readonly words: string | null;
}

export interface CaptureExplained {
  readonly capture: Capture;
  readonly bytes: number | null;
  /** "same": the kept bytes hash to the id; "damaged": they are gone or changed. */
  readonly check: "same" | "damaged";
}

export interface DocumentExplained {
  readonly id: string;
  readonly ref: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly publishedBasis: Document["publishedBasis"];
  readonly publishedQuote: string | null;
  readonly reading: string;
  readonly dropped: readonly { readonly reason: string; readonly text: string }[];
  readonly kept: CaptureExplained;
}

export interface EventExplained extends WordsInPlace {
  readonly kind: "event";
  readonly id: string;
  readonly type: EventType;
  readonly focus: "main" | "background";
  readonly date: string | null;
  readonly place: Place | null;
  readonly incident: string | null;
  readonly claims: readonly {
    readonly id: string;
    readonly attribute: Attribute;
    readonly label: string;
    readonly stance: Stance;
    readonly sources: readonly Source[];
    readonly quote: string;
  }[];
  readonly derivation: readonly ExplainedStep[];
  readonly document: DocumentExplained;
}

export interface ClaimExplained extends WordsInPlace {
  readonly kind: "claim";
  readonly id: string;
  readonly attribute: Attribute;
  readonly value: unknown;
  readonly label: string;
  readonly stance: Stance;
  readonly sources: readonly Source[];
  readonly derivation: readonly ExplainedStep[];
  readonly event: { readonly id: string; readonly type: EventType; readonly incident: string | null };
  readonly document: DocumentExplained;
}

export interface IncidentExplained {
  readonly kind: "incident";
  readonly id: string;
  readonly title: string;
  readonly events: readonly (EventRef & { readonly id: string; readonly quote: string })[];
  /** Why these events are one incident: the links that hold it together, each a sum of weights. */
  readonly links: readonly (Link & { readonly aQuote: string; readonly bQuote: string })[];
  readonly origins: readonly Origin[];
}

export interface DocumentOnlyExplained {
  readonly kind: "document";
  readonly id: string;
  readonly document: DocumentExplained;
  readonly events: readonly { readonly id: string; readonly type: EventType; readonly quote: string }[];
}

export type Explanation = ClaimExplained | EventExplained | IncidentExplained | DocumentOnlyExplained;
