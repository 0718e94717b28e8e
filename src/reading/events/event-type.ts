// The type of a happening, from its weapons and its words, in ACLED's order where several are told at once: the codebook's
// hierarchy of concurrent events (battles before explosions; chemical, air, suicide, shelling, remote explosive, grenade in turn).
// A weapon that stands there for itself ("backed by air strikes") decides less than the verb that tells the happening.
import type { HappeningEntry, WeaponEntry } from "../../knowledge/events.js";
import type { Weapon } from "../../model/claim.js";
import type { EventType } from "../../model/event.js";

const BY_WEAPON: readonly (readonly [readonly Weapon[], EventType])[] = [
  [["chemical"], "Chemical weapon"],
  [["suicide_bomber"], "Suicide bomb"],
  [["airstrike", "barrel_bomb", "drone"], "Air/drone strike"],
  [
    ["rocket", "missile", "ballistic_missile", "cruise_missile", "mortar", "artillery"],
    "Shelling/artillery/missile attack",
  ],
  [["car_bomb", "ied", "landmine"], "Remote explosive/landmine/IED"],
  [["grenade"], "Grenade"],
];

/** Alone the word does not say whether the bomb was planted or dropped. */
export const BOMBING = "bombing";

/** The same of the thing, told in a headline: "Bombs kill nine". */
export const BOMBS = "bombs";

export interface TypeWords {
  readonly weapons: readonly WeaponEntry[];
  readonly happenings: readonly HappeningEntry[];
  /** Whether those who act are forces of a state; null where unknown. */
  readonly stateActs: boolean | null;
  readonly controlVerb: boolean;
}

/** The type these words tell, with the word class that decided; null where they tell none. */
export function typeOf(words: TypeWords): { readonly type: EventType; readonly by: string } | null {
  const { happenings } = words;
  const control = happenings.some((h) => h.family === "control");
  if (control && words.controlVerb)
    return {
      type: words.stateActs === true ? "Government regains territory" : "Non-state actor overtakes territory",
      by: "control",
    };
  const specific = words.weapons.filter((weapon) => !weapon.generic && weapon.as !== "trace");
  const grounded = (h: HappeningEntry) => h.unlessState !== null && words.stateActs === false;
  const air = happenings.some((h) => h.type === "Air/drone strike" && !grounded(h));
  for (const [weapons, type] of BY_WEAPON) {
    const weapon = specific.find(
      (w) => weapons.includes(w.weapon) || (w.weapon === "other" && w.type === type),
    );
    if (weapon !== undefined) return { type, by: weapon.id };
  }
  const typed = happenings.find(
    (h) => h.type !== null && h.family !== "clash" && h.type !== "Air/drone strike",
  );
  if (typed !== undefined) return { type: typed.type!, by: typed.id };
  if (happenings.some((h) => h.family === "clash")) return { type: "Armed clash", by: "clash" };
  if (
    happenings.some((h) => h.family === "blast") ||
    words.weapons.some((w) => w.generic && w.type === null)
  ) {
    if (air) return { type: "Air/drone strike", by: "air" };
    const blasts = happenings.filter((h) => h.family === "blast");
    if (words.weapons.length === 0 && blasts.every((h) => h.id === BOMBING))
      return { type: "Remote explosive/landmine/IED", by: BOMBING };
    return { type: "Remote explosive/landmine/IED", by: blasts.length > 0 ? "blast" : BOMBS };
  }
  if (air) return { type: "Air/drone strike", by: "air" };
  const general = words.weapons.find((w) => w.generic && w.type !== null);
  if (general !== undefined) return { type: general.type!, by: general.id };
  const trace = words.weapons.find((w) => w.type !== null);
  if (trace !== undefined) return { type: trace.type!, by: trace.id };
  // "launched an attack": the noun tells, the verb only carries it
  const fallback = happenings.find((h) => h.id !== "fire") ?? happenings[0];
  if (fallback === undefined) return null;
  return { type: grounded(fallback) ? fallback.unlessState! : fallback.fallback, by: fallback.id };
}

/** Whether two types can be two tellings of one happening. */
export function typesMeet(a: EventType | null, b: EventType | null): boolean {
  if (a === null || b === null || a === b) return true;
  if (a === "Attack" || b === "Attack") return true;
  const pair = (x: EventType, y: EventType) => (a === x && b === y) || (a === y && b === x);
  return (
    pair("Suicide bomb", "Remote explosive/landmine/IED") ||
    pair("Armed clash", "Government regains territory") ||
    pair("Armed clash", "Non-state actor overtakes territory") ||
    a === "Disrupted weapons use" ||
    b === "Disrupted weapons use"
  );
}
