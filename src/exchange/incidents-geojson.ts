// Incidents as GeoJSON (RFC 7946): a point for each, longitude first, WGS 84; an incident whose place is unknown has a null
// geometry, never a made-up one. How precise a point is stands in its properties.
import type { Incident } from "../model/incident.js";

export function incidentsGeoJson(incidents: readonly Incident[]): unknown {
  return {
    type: "FeatureCollection",
    features: incidents.map((incident) => ({
      type: "Feature",
      id: incident.id,
      geometry:
        incident.place === null
          ? null
          : { type: "Point", coordinates: [incident.place.lon, incident.place.lat] },
      properties: {
        title: incident.title,
        type: incident.type,
        date: incident.date,
        place: incident.place?.name ?? null,
        precision: incident.place?.precision ?? null,
        documents: new Set(incident.events.map(({ document }) => document)).size,
        origins: incident.origins.length,
        status: Object.fromEntries(
          Object.entries(incident.attributes).map(([attribute, { status }]) => [attribute, status]),
        ),
      },
    })),
  };
}
