// How a value came to be: the rules that fired, in order, on which words. Explaining a value is printing its derivation
// (PROV: a claim wasDerivedFrom spans). Rule names are ids of entries under knowledge/, or stage names of the code.
import type { Span } from "../base/span.js";

export interface DerivationStep {
  /** Stage of the reading: "time", "place", "event", "count", "source", "stance", "merge" … */
  readonly stage: string;
  /** Id of the rule, e.g. "casualty/killed-passive". */
  readonly rule: string;
  /** The words that the rule read; null for a step that reads no words (a default that is no value, a merge). */
  readonly span: Span | null;
  /** In a few neutral words, what it concluded. */
  readonly note?: string;
}

export type Derivation = readonly DerivationStep[];
