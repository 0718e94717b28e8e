// Marks of the list gathered by place: what the map draws. A place is as wide as the text was precise; no false pins.
import type { Place, Precision } from "../../../model/place.js";

export interface MapMark {
  readonly id: string;
  readonly title: string;
  readonly place: Place | null;
  readonly disputed: readonly unknown[];
}

export interface PlaceMark {
  readonly key: string;
  readonly place: Place;
  readonly ids: readonly string[];
  readonly disputed: number;
}

/** Radii in kilometres of what a precision leaves open: orders of size, not measurements. A country is drawn by its outline. */
export const REACH_KM: Readonly<Record<Precision, number>> = {
  site: 0,
  city: 0,
  district: 20,
  province: 60,
  country: 200,
};

/** Most incidents first, so that small circles lie above large ones; `nowhere` counts those without a place. */
export function placeMarks(marks: readonly MapMark[]): { places: PlaceMark[]; nowhere: number } {
  const places = new Map<string, { place: Place; ids: string[]; disputed: number }>();
  let nowhere = 0;
  for (const mark of marks) {
    if (mark.place === null) {
      nowhere++;
      continue;
    }
    const { lat, lon, precision } = mark.place;
    const key = `${lat.toFixed(3)} ${lon.toFixed(3)} ${precision}`;
    const kept = places.get(key) ?? { place: mark.place, ids: [], disputed: 0 };
    kept.ids.push(mark.id);
    if (mark.disputed.length > 0) kept.disputed++;
    places.set(key, kept);
  }
  return {
    places: [...places].map(([key, kept]) => ({ key, ...kept })).sort((a, b) => b.ids.length - a.ids.length),
    nowhere,
  };
}

/**
 * The places that a first view shows: without the few far-off ones (a capital where somebody spoke) that would shrink all others
 * to a heap. Far off: outside the middle nine tenths of the incidents and half as much again around, where that is less than
 * two fifths as wide or as high as everything. Countries show only where nothing is known better.
 */
export function placesToShow(places: readonly PlaceMark[]): readonly PlaceMark[] {
  const known = places.filter(({ place }) => place.precision !== "country");
  const shown = known.length > 0 ? known : places;
  const lon = middle(shown, (mark) => mark.place.lon);
  const lat = middle(shown, (mark) => mark.place.lat);
  if (lon === null || lat === null) return shown;
  if (lon.inner > lon.whole * 0.4 && lat.inner > lat.whole * 0.4) return shown;
  return shown.filter(
    ({ place }) =>
      place.lon >= lon.from && place.lon <= lon.to && place.lat >= lat.from && place.lat <= lat.to,
  );
}

function middle(places: readonly PlaceMark[], degrees: (mark: PlaceMark) => number) {
  const sorted = [...places].sort((a, b) => degrees(a) - degrees(b));
  const total = sorted.reduce((sum, mark) => sum + mark.ids.length, 0);
  if (total < 10) return null;
  const at = (share: number): number => {
    let passed = 0;
    for (const mark of sorted) {
      passed += mark.ids.length;
      if (passed >= total * share) return degrees(mark);
    }
    return 0;
  };
  const [low, high] = [at(0.05), at(0.95)];
  const around = (high - low) / 2 + 0.25;
  const whole = degrees(sorted[sorted.length - 1]!) - degrees(sorted[0]!);
  return { from: low - around, to: high + around, inner: high - low, whole };
}

/** Area grows with the count: one incident 4.5 px, a hundred about 22 px. */
export function circleRadius(count: number): number {
  return Math.min(28, 3 + 1.9 * Math.sqrt(count) + (count === 1 ? -0.4 : 0));
}
