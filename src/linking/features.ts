// Features of a pair of events, by comparison: small flat facts that the levels of knowledge/comparison/levels.yaml test.
// Symmetric: features(a, b) equals features(b, a). Distances are great-circle kilometres (equirectangular near by).
import { kilometresBetween } from "../base/geodesy.js";
import type { ComparisonKnowledge } from "../knowledge/comparison.js";
import type { Count } from "../model/count.js";
import { dayCount, dayGap } from "../model/day-range.js";
import { PRECISIONS, type Place, type Precision } from "../model/place.js";
import { countRelation } from "./count-relation.js";
import type { EventProfile } from "./event-profile.js";
import { cosine, nameOverlap, type Rarity } from "./words.js";

export type Features = Readonly<Record<string, string | number | boolean | null>>;

/** How far from its point a place of this precision reaches, in kilometres (as the gold scorer has it, sites apart). */
export const REACH: Readonly<Record<Precision, number>> = {
  site: 4,
  city: 10,
  district: 45,
  province: 110,
  country: 700,
};
/** Two points closer than this are one place for reports that name both. */
const NEAR = 28;

/** same | near | inside | apart | unknown, with the kilometres beyond what both precisions allow. */
export function placeFeatures(a: Place | null, b: Place | null): Features {
  if (a === null || b === null) return { relation: "unknown", coarser: null, beyond: null };
  const rank = (p: Place) => PRECISIONS.indexOf(p.precision);
  const [fine, coarse] = rank(a) <= rank(b) ? [a, b] : [b, a];
  const km = kilometresBetween(a, b);
  const reach = REACH[coarse.precision];
  const sameRow = a.id !== undefined && a.id === b.id;
  const wide = coarse.precision !== "site" && coarse.precision !== "city";
  const division = fine.admin1 != null && coarse.precision === "province" && fine.admin1 === coarse.name;
  const home =
    coarse.precision === "country" && typeof fine.country === "string" && typeof coarse.country === "string";
  const inside = home
    ? fine.country === coarse.country || km <= NEAR
    : km <= reach || division || (wide && sameRow);
  const relation = wide
    ? inside
      ? "inside"
      : "apart"
    : sameRow || km <= reach
      ? "same"
      : km <= NEAR
        ? "near"
        : "apart";
  return { relation, coarser: coarse.precision, beyond: Math.max(0, km - reach) };
}

function dateFeatures(a: EventProfile, b: EventProfile): Features {
  if (a.days !== null && b.days !== null)
    return {
      gap: dayGap(a.days, b.days),
      longest: Math.max(dayCount(a.days), dayCount(b.days)),
      ahead: null,
      unfocused: null,
    };
  const [dated, dateless] = a.days !== null ? [a, b] : [b, a];
  // How many days the dated event lies after the other report was published; negative before.
  const ahead =
    dated.days === null || dateless.published === null
      ? null
      : dated.days.latest < dateless.published.earliest
        ? dated.days.latest - dateless.published.earliest
        : Math.max(0, dated.days.earliest - dateless.published.latest);
  return {
    gap: null,
    longest: null,
    ahead,
    unfocused: ahead === null ? null : dateless.event.focus !== "main",
  };
}

function kinship(a: string, b: string, families: readonly (readonly string[])[]): "same" | "kin" | "apart" {
  if (a === b) return "same";
  return families.some((family) => family.includes(a) && family.includes(b)) ? "kin" : "apart";
}

function typeFeatures(a: EventProfile, b: EventProfile, knowledge: ComparisonKnowledge): Features {
  const found = kinship(a.event.type, b.event.type, knowledge.typeFamilies);
  const open = knowledge.openTypes.has(a.event.type) || knowledge.openTypes.has(b.event.type);
  return {
    relation: found === "apart" && open ? "open" : found,
    rare: knowledge.rareTypes.has(a.event.type),
    open,
  };
}

function weaponFeatures(a: EventProfile, b: EventProfile, knowledge: ComparisonKnowledge): Features {
  if (a.weapons.size === 0 || b.weapons.size === 0) return { relation: "unknown" };
  const all = [...a.weapons].flatMap((x) =>
    [...b.weapons].map((y) => kinship(x, y, knowledge.values.weapons)),
  );
  return { relation: all.includes("same") ? "same" : all.includes("kin") ? "kin" : "apart" };
}

/** The closest pair of figures speaks: reports give totals and parts, and revise. */
function figureFeatures(a: readonly Count[], b: readonly Count[], tolerance: number): Features {
  const order = ["unknown", "far", "meets", "revised", "close", "same"];
  let best: { relation: string; figure: number | null } = { relation: "unknown", figure: null };
  for (const x of a)
    for (const y of b) {
      const found = figureRelation(x, y, tolerance);
      const rank = order.indexOf(found.relation) - order.indexOf(best.relation);
      if (rank > 0 || (rank === 0 && (found.figure ?? 0) > (best.figure ?? 0))) best = found;
    }
  return best;
}

function figureRelation(a: Count, b: Count, tolerance: number): { relation: string; figure: number | null } {
  const [x, y] = [a.min ?? a.max, b.min ?? b.max];
  if (x === undefined || y === undefined) return { relation: "unknown", figure: null };
  const [low, high] = [Math.min(x, y), Math.max(x, y)];
  if (low === high) return { relation: "same", figure: high };
  if (low >= high * 0.7) return { relation: "close", figure: high };
  if (countRelation(a, b, tolerance).kind === "compatible") return { relation: "meets", figure: high };
  return { relation: low >= high * 0.3 && low > 0 ? "revised" : "far", figure: high };
}

/** Every comparison's features; a comparison of levels.yaml that is not here is a bug in the data. */
export function pairFeatures(
  comparison: string,
  a: EventProfile,
  b: EventProfile,
  knowledge: ComparisonKnowledge,
  rarity: Rarity,
): Features {
  switch (comparison) {
    case "document":
      return { sameDocument: a.ref.document === b.ref.document };
    case "place":
      return placeFeatures(a.event.place, b.event.place);
    case "date":
      return dateFeatures(a, b);
    case "type":
      return typeFeatures(a, b, knowledge);
    case "weapon":
      return weaponFeatures(a, b, knowledge);
    case "killed":
      return figureFeatures(a.killed, b.killed, knowledge.values.tolerance.approximate);
    case "injured":
      return figureFeatures(a.injured, b.injured, knowledge.values.tolerance.approximate);
    case "perpetrator":
      return { overlap: nameOverlap(a.perpetrators, b.perpetrators, rarity) };
    case "target":
      return { overlap: nameOverlap(a.targets, b.targets, rarity) };
    case "words":
      return { cosine: cosine(a.words, b.words) };
    default:
      throw new Error(`no features for the comparison ${comparison}`);
  }
}
