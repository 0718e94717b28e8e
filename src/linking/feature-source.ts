// What a comparison reads of a pair of events: features in slots, and what pairs that have the same features have in common, so
// that comparing works their level out once (compare.ts).

export type Slots = Float64Array;

export interface FeatureSource {
  /** Names of the features, in the order of their slots. */
  readonly names: readonly string[];
  fill(a: number, b: number, out: Slots): void;
  /**
   * What is known of the features of many pairs alike, so that their level is worked out once. Where they follow from a number
   * of each: its place in the row of an event.
   */
  readonly code?: number;
  /** Where they follow from a number of the pair: that number. */
  readonly mark?: Mark;
  /** By event, what the first feature of its pairs is never above. */
  readonly atMost?: (event: number) => number;
  /** Where they follow from the presence of sections alone unless both events have this one. */
  readonly needs?: {
    readonly presence: Mark;
    readonly bit: number;
    /** What presence tells of some features, by name. */
    readonly known?: (presence: number) => Readonly<Record<string, number>>;
  };
}

/** A number of a pair, below `size`; -1 where this pair has none. */
export interface Mark {
  readonly size: number;
  of(a: number, b: number): number;
}
