// A resolved place: what the gazetteer says of it, never more precise than the text. WGS 84 degrees.

export const PRECISIONS = ["site", "city", "district", "province", "country"] as const;
export type Precision = (typeof PRECISIONS)[number];

export interface Place {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly precision: Precision;
  /** Gazetteer id. */
  readonly id?: string;
  /** ISO 3166-1 alpha-2, null for the sea and for places of several countries. */
  readonly country?: string | null;
  /** First-level division, common English name; null where the gazetteer does not say. */
  readonly admin1?: string | null;
}
