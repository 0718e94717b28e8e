// GeoJSON's rings run counter-clockwise outside (RFC 7946), d3-geo's clockwise on the sphere; a ring the wrong way round is the whole
// world but for the polygon. Turns every ring so that it bounds the smaller side; files in the wild come either way.
import { geoArea } from "d3-geo";
import type { FeatureCollection, Geometry, Position } from "geojson";

export function rewound<P>(collection: FeatureCollection<Geometry, P>): FeatureCollection<Geometry, P> {
  const features = collection.features.map((feature) => ({
    ...feature,
    geometry: geometryOf(feature.geometry),
  }));
  return { ...collection, features };
}

function geometryOf(geometry: Geometry): Geometry {
  if (geometry.type === "Polygon") return { ...geometry, coordinates: polygonOf(geometry.coordinates) };
  if (geometry.type === "MultiPolygon")
    return { ...geometry, coordinates: geometry.coordinates.map(polygonOf) };
  return geometry;
}

/** The outer ring bounds what is inside it; a hole, which stands in the list after it, runs the other way. */
function polygonOf(rings: Position[][]): Position[][] {
  return rings.map((ring, index) => {
    const isLarge = geoArea({ type: "Polygon", coordinates: [ring] }) > 2 * Math.PI;
    return isLarge === (index === 0) ? [...ring].reverse() : ring;
  });
}
