// Distance on the sphere for points that are not far apart (equirectangular approximation; good to a few per cent within a country).

const EARTH_RADIUS_KM = 6371;

/** Kilometres between two points in degrees, WGS 84. */
export function kilometresBetween(
  a: { readonly lat: number; readonly lon: number },
  b: { readonly lat: number; readonly lon: number },
): number {
  const radian = Math.PI / 180;
  const across = Math.abs(b.lon - a.lon);
  const span = across > 180 ? 360 - across : across;
  const x = span * radian * Math.cos(((a.lat + b.lat) / 2) * radian);
  const y = (b.lat - a.lat) * radian;
  // Several times as fast as Math.hypot, whose care for very large numbers no degree needs.
  return EARTH_RADIUS_KM * Math.sqrt(x * x + y * y);
}
