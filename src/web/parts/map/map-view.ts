// The map's arithmetic: Web Mercator (EPSG:3857's formulae on a unit world) with a pan and a zoom. Degrees in, pixels out.

/** What part of the world is shown: the world is `scale` pixels wide, its north-west corner stands at (x, y). */
export interface MapView {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export type Box = readonly [west: number, south: number, east: number, north: number];

export const MIN_SCALE = 256;
export const MAX_SCALE = 256 * 2 ** 13;
const MAX_LAT = 84;
/** No fit goes nearer than half a degree, about a district: what lies around a place is half of where it is. */
const NEAREST = 0.5 / 360;

export function worldX(lon: number): number {
  return (lon + 180) / 360;
}
export function worldY(lat: number): number {
  const bounded = Math.max(-MAX_LAT, Math.min(MAX_LAT, lat));
  const sine = Math.sin((bounded * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

export function project(view: MapView, lon: number, lat: number): readonly [number, number] {
  return [view.x + worldX(lon) * view.scale, view.y + worldY(lat) * view.scale];
}

export function unproject(view: MapView, x: number, y: number): readonly [lon: number, lat: number] {
  const lon = ((x - view.x) / view.scale) * 360 - 180;
  const n = Math.PI * (1 - (2 * (y - view.y)) / view.scale);
  return [lon, (Math.atan(Math.sinh(n)) * 180) / Math.PI];
}

/** The same point of the world stays under (atX, atY). */
export function zoomed(view: MapView, factor: number, atX: number, atY: number): MapView {
  const scale = Math.max(MIN_SCALE, Math.min(MAX_SCALE, view.scale * factor));
  const ratio = scale / view.scale;
  return { scale, x: atX - (atX - view.x) * ratio, y: atY - (atY - view.y) * ratio };
}

export function panned(view: MapView, dx: number, dy: number): MapView {
  return { ...view, x: view.x + dx, y: view.y + dy };
}

/** The view that shows these points with a margin; never nearer than about a district. */
export function fitted(
  points: readonly (readonly [lon: number, lat: number])[],
  width: number,
  height: number,
  margin = 48,
): MapView {
  if (points.length === 0)
    return fitted(
      [
        [-150, -50],
        [170, 72],
      ],
      width,
      height,
      0,
    );
  const xs = points.map(([lon]) => worldX(lon));
  const ys = points.map(([, lat]) => worldY(lat));
  const west = Math.min(...xs);
  const east = Math.max(...xs);
  const north = Math.min(...ys);
  const south = Math.max(...ys);
  const scale = Math.max(
    MIN_SCALE,
    Math.min(
      Math.max(1, width - 2 * margin) / Math.max(NEAREST, east - west),
      Math.max(1, height - 2 * margin) / Math.max(NEAREST, south - north),
    ),
  );
  return { scale, x: width / 2 - ((west + east) / 2) * scale, y: height / 2 - ((north + south) / 2) * scale };
}

/** The degrees that a rectangle on the screen covers, rounded to what its pixels can tell. */
export function boxOf(view: MapView, x0: number, y0: number, x1: number, y1: number): Box {
  const [west, north] = unproject(view, Math.min(x0, x1), Math.min(y0, y1));
  const [east, south] = unproject(view, Math.max(x0, x1), Math.max(y0, y1));
  const digits = Math.max(1, Math.min(4, Math.ceil(Math.log10(view.scale / 360)) + 1));
  const round = (degrees: number, limit: number): number =>
    Number(Math.max(-limit, Math.min(limit, degrees)).toFixed(digits));
  return [round(west, 180), round(south, 90), round(east, 180), round(north, 90)];
}

export function inBox(box: Box, lon: number, lat: number): boolean {
  return lon >= box[0] && lon <= box[2] && lat >= box[1] && lat <= box[3];
}

/** Pixels for so many kilometres at this latitude. */
export function pixelsFor(view: MapView, km: number, lat: number): number {
  return (km / (40_075 * Math.cos((lat * Math.PI) / 180))) * view.scale;
}
