// A row of the gazetteer, as knowledge/places and knowledge/towns hold it.
import type { Precision } from "../model/place.js";

export interface PlaceRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** ISO 3166-1 alpha-2; null at sea and for regions of several countries. */
  readonly country: string | null;
  readonly admin1: string | null;
  readonly lat: number;
  readonly lon: number;
  readonly precision: Precision;
  readonly aliases: readonly string[];
  readonly population: number | null;
  readonly source: string;
}
