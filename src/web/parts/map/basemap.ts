// The basemap: Natural Earth's countries (world-atlas, public domain) as paths on a world of 1000 units, fetched once from our own
// server, never from another. Also finds the country that a point lies in, for places known only as a country.
import { geoContains, geoMercator, geoPath } from "d3-geo";
import type { GeoPermissibleObjects } from "d3-geo";
import type { Feature, FeatureCollection, Geometry, GeoJsonObject } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { rewound } from "./winding.js";
import atlasUrl from "world-atlas/countries-50m.json?url";

/** The world's width in the units of `d`. */
export const WORLD = 1000;

export interface Shape {
  readonly key: string;
  readonly name: string;
  readonly d: string;
  readonly centre: readonly [x: number, y: number];
  readonly width: number;
  readonly shape: Feature<Geometry, { readonly name?: string }>;
}

const path = geoPath(
  geoMercator()
    .scale(WORLD / (2 * Math.PI))
    .translate([WORLD / 2, WORLD / 2]),
);

export function shapesOf(collection: FeatureCollection<Geometry, { readonly name?: string }>): Shape[] {
  return collection.features.flatMap((shape, index) => {
    const d = path(shape);
    if (d === null || d === "") return [];
    const main = largestPart(shape);
    const [[x0], [x1]] = path.bounds(main);
    const [cx, cy] = path.centroid(main);
    const name = typeof shape.properties?.name === "string" ? shape.properties.name : "";
    return [{ key: `${name} ${index}`, name, d, centre: [cx, cy] as const, width: x1 - x0, shape }];
  });
}

/** The largest polygon of a shape: the name stands there, not in the sea between islands. */
function largestPart(shape: Shape["shape"]): GeoPermissibleObjects {
  if (shape.geometry.type !== "MultiPolygon") return shape;
  const parts = shape.geometry.coordinates.map((coordinates) => ({ type: "Polygon" as const, coordinates }));
  return parts.reduce((best, part) => (path.area(part) > path.area(best) ? part : best), parts[0]!);
}

let countries: Promise<readonly Shape[]> | null = null;

export function loadCountries(): Promise<readonly Shape[]> {
  countries ??= fetch(atlasUrl)
    .then(
      (response) => response.json() as Promise<Topology<{ countries: GeometryCollection<{ name: string }> }>>,
    )
    .then((atlas) => shapesOf(feature(atlas, atlas.objects.countries)));
  return countries;
}

export function countryAt(shapes: readonly Shape[], lon: number, lat: number): Shape | null {
  return shapes.find((s) => geoContains(s.shape, [lon, lat])) ?? null;
}

/** A pack's outline as shapes, whatever GeoJSON it is; nothing where it is none. */
export function outlineShapes(outline: unknown): Shape[] {
  if (typeof outline !== "object" || outline === null || !("type" in outline)) return [];
  const json = outline as GeoJsonObject;
  return shapesOf(rewound(collectionOf(json)));
}

function collectionOf(json: GeoJsonObject): FeatureCollection<Geometry, { name?: string }> {
  if (json.type === "FeatureCollection") return json as FeatureCollection<Geometry, { name?: string }>;
  const shape: Feature<Geometry, { name?: string }> =
    json.type === "Feature"
      ? (json as Feature<Geometry, { name?: string }>)
      : { type: "Feature", properties: {}, geometry: json as Geometry };
  return { type: "FeatureCollection", features: [shape] };
}
