// The map's arithmetic: projection, fits, boxes, places, labels.
import { geoArea, geoContains } from "d3-geo";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { outlineShapes } from "../../src/web/parts/map/basemap.js";
import { fitting } from "../../src/web/parts/map/map-labels.js";
import {
  boxOf,
  fitted,
  inBox,
  panned,
  pixelsFor,
  project,
  unproject,
  zoomed,
} from "../../src/web/parts/map/map-view.js";
import { rewound } from "../../src/web/parts/map/winding.js";
import { circleRadius, placeMarks, placesToShow } from "../../src/web/parts/map/place-marks.js";
import { PLACES } from "./fixture-documents.js";

const view = { scale: 4096, x: -1200, y: -900 };

describe("projection", () => {
  test("there and back", () =>
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -80, max: 80, noNaN: true }),
        (lon, lat) => {
          const [x, y] = project(view, lon, lat);
          const [lon2, lat2] = unproject(view, x, y);
          expect(lon2).toBeCloseTo(lon, 6);
          expect(lat2).toBeCloseTo(lat, 6);
        },
      ),
    ));
  test("zooming keeps the point under the pointer", () => {
    const before = unproject(view, 300, 200);
    const after = unproject(zoomed(view, 2, 300, 200), 300, 200);
    expect(after[0]).toBeCloseTo(before[0], 9);
    expect(after[1]).toBeCloseTo(before[1], 9);
  });
  test("panning moves the picture", () =>
    expect(panned(view, 10, -5)).toEqual({ scale: 4096, x: -1190, y: -905 }));
  test("a fit shows all its points", () => {
    const points = Object.values(PLACES).map((p) => [p.lon, p.lat] as const);
    const fit = fitted(points, 500, 400);
    for (const [lon, lat] of points) {
      const [x, y] = project(fit, lon, lat);
      expect(x >= 0 && x <= 500 && y >= 0 && y <= 400).toBe(true);
    }
  });
  test("100 km are longer in the north (Mercator)", () =>
    expect(pixelsFor(view, 100, 60)).toBeCloseTo(2 * pixelsFor(view, 100, 0), 6));
});

describe("boxes", () => {
  test("a box of the screen holds what it shows", () => {
    const [x, y] = project(view, -36.4, 31.6);
    const box = boxOf(view, x + 30, y + 30, x - 30, y - 30);
    expect(box[0]).toBeLessThan(box[2]);
    expect(box[1]).toBeLessThan(box[3]);
    expect(inBox(box, -36.4, 31.6)).toBe(true);
    expect(inBox(box, 10, 31.6)).toBe(false);
  });
});

describe("places", () => {
  const mark = (id: string, place: (typeof PLACES)[keyof typeof PLACES] | null) => ({
    id,
    title: id,
    place,
    disputed: [],
  });
  test("one mark a place; what has none is counted", () => {
    const { places, nowhere } = placeMarks([
      mark("a", PLACES.calder),
      mark("b", PLACES.calder),
      mark("c", PLACES.quay),
      mark("d", null),
    ]);
    expect(places.map((p) => p.ids.length)).toEqual([2, 1]);
    expect(nowhere).toBe(1);
  });
  test("a town and a province at the same point are two marks", () => {
    const town = { ...PLACES.quay, precision: "province" as const };
    expect(placeMarks([mark("a", PLACES.quay), mark("b", town)]).places.length).toBe(2);
  });
  test("the first view leaves out a far-off capital, and keeps all where they lie together", () => {
    const near = Array.from({ length: 20 }, (_, i) =>
      mark(String(i), { ...PLACES.quay, lat: 30 + i / 20 } as typeof PLACES.quay),
    );
    const far = mark("far", { ...PLACES.quay, lon: 20, lat: 50 } as unknown as typeof PLACES.quay);
    expect(placesToShow(placeMarks([...near, far]).places).length).toBe(20);
    expect(placesToShow(placeMarks(near).places).length).toBe(20);
  });
  test("circles grow with the count", () => expect(circleRadius(100)).toBeGreaterThan(circleRadius(10)));
});

test("rings either way round bound the smaller side, holes the other way", () => {
  const ring = [
    [-36, 31],
    [-35, 31],
    [-35, 32],
    [-36, 32],
    [-36, 31],
  ];
  for (const outer of [ring, [...ring].reverse()]) {
    const { features } = rewound({
      type: "FeatureCollection",
      features: [{ type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [outer] } }],
    });
    expect(geoArea(features[0]!)).toBeLessThan(0.01);
    expect(geoContains(features[0]!, [-35.5, 31.5])).toBe(true);
  }
});

test("labels never touch: the first has the room", () => {
  const room = { width: 400, height: 300, letter: 6, line: 14, taken: [] };
  const label = (key: string, x: number, y: number) => ({ key, text: "Long Quay", x, y });
  const { labels } = fitting(
    [label("a", 100, 100), label("b", 110, 104), label("c", 100, 140), label("d", 5, 100)],
    room,
  );
  expect(labels.map((l) => l.key)).toEqual(["a", "c"]);
});

describe("a pack's outline", () => {
  const square = [
    [0, 0],
    [2, 0],
    [2, 2],
    [0, 2],
    [0, 0],
  ];
  const shape = (ring: number[][]) =>
    outlineShapes({
      type: "Feature",
      properties: { name: "Kelm" },
      geometry: { type: "Polygon", coordinates: [ring] },
    });
  test("is the same drawn with the clock or against it", () => {
    for (const ring of [square, square.toReversed()]) {
      const [area] = shape(ring);
      expect(area!.name).toBe("Kelm");
      expect(area!.width).toBeCloseTo((2 / 360) * 1000, 3);
    }
  });
  test("may be missing, or no GeoJSON", () => {
    expect(outlineShapes(null)).toEqual([]);
    expect(outlineShapes("land")).toEqual([]);
  });
});
