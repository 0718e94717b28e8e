// The words of a sentence that tell of a happening: strikes, happenings by noun and by verb, and people hurt where nothing else tells
// it. In: an annotated sentence and the claims found in it. Out: triggers in text order. Knowledge: knowledge/events. Leaves alone:
// what is not told as having happened, and which stretch a trigger belongs to (happening-mention.ts).
import type { EventKnowledge, HappeningEntry, WeaponEntry } from "../../knowledge/events.js";
import type { Attribute } from "../../model/claim.js";
import type { Annotated, Found } from "./annotate.js";
import type { ClaimDraft } from "./claim-draft.js";
import type { Trigger } from "./mention.js";
import type { TokenRange } from "./noun-phrase.js";
import type { WreckedArms } from "./wrecked-arms.js";

/** Without the triggers that need a weapon, an attack or people hurt beside them, where none is told. */
export function supported(
  triggers: readonly Trigger[],
  weapons: readonly Found<WeaponEntry>[],
  drafts: readonly ClaimDraft[],
): Trigger[] {
  const people = drafts.some((draft) => draft.attribute === "killed" || draft.attribute === "injured");
  const armed = people || weapons.length > 0;
  const attack = armed || triggers.some((t) => t.happening !== null && t.happening.needs === null);
  const kept = triggers.filter(({ happening }) => {
    if (happening === null || happening.needs === null) return true;
    return happening.needs === "weapon" ? armed : attack;
  });
  return kept.length > 0
    ? kept
    : drafts
        .filter(({ attribute }) => ALONE.has(attribute))
        .map(aloneTrigger)
        .slice(0, 1);
}

function aloneTrigger({ from, to }: ClaimDraft): Trigger {
  return { from, to, happening: null, weapon: null, verbal: false };
}

/** Claims that tell of a happening by themselves. */
const ALONE: ReadonlySet<Attribute> = new Set<Attribute>([
  "killed",
  "injured",
  "damage",
  "responsibility",
  "intercepted",
  "impact",
  "occurrence",
  "perpetrator",
]);

export function findTriggers(
  annotated: Annotated,
  drafts: readonly ClaimDraft[],
  wrecked: readonly WreckedArms[],
  knowledge: EventKnowledge,
): Trigger[] {
  const triggers: Trigger[] = [];
  const free = (from: number, to: number) => triggers.every((t) => t.to <= from || to <= t.from);
  const real = (from: number) => !isUnreal(annotated, from, knowledge);
  const alone = (from: number) => real(from) && !isSupport(annotated, from, knowledge);
  for (const w of annotated.weapons)
    if ((w.value.as === "strike" || (w.value.type !== null && w.value.as !== "platform")) && alone(w.from))
      triggers.push({ from: w.from, to: w.to, happening: null, weapon: w.value, verbal: false });
  for (const n of annotated.nouns)
    if (free(n.from, n.to) && alone(n.from))
      triggers.push({ from: n.from, to: n.to, happening: n.value, weapon: null, verbal: false });
  for (const v of annotated.verbs) {
    const carried =
      v.value.agent === "weapon" && v.value.object === "target" && isDoneByCarrier(annotated, v);
    const happening =
      carried || wrecked.some(({ verb }) => verb === v.from) || isDoneByFighters(annotated, v, knowledge)
        ? deed(v.value)
        : v.value;
    if (
      free(v.from, v.to) &&
      real(v.from) &&
      (happening.family !== "control" || takesGround(annotated, v, knowledge)) &&
      (happening.agent !== "weapon" || happening.object !== "target" || isDoneByArms(annotated, v)) &&
      !annotated.speech.some((s) => s.from <= v.from && v.to <= s.to)
    )
      triggers.push({ from: v.from, to: v.to, happening, weapon: null, verbal: true });
  }
  // a sentence that only counts people, or only adds to what was told before ("There was no damage.")
  for (const draft of drafts)
    if (ALONE.has(draft.attribute) && triggers.length === 0) triggers.push(aloneTrigger(draft));
  return triggers.sort((a, b) => a.from - b.from);
}

/** "seized the town": a place or a word for one among the next words; "captured on film", "captured a pilot" are none. */
function takesGround(annotated: Annotated, verb: TokenRange, knowledge: EventKnowledge): boolean {
  for (let i = Math.max(0, verb.from - 8); i < Math.min(annotated.tokens.length, verb.to + 10); i++) {
    if (knowledge.areas.has(annotated.tokens[i]!.lower) || knowledge.areas.has(annotated.tokens[i]!.lemma))
      return true;
    if (
      i >= verb.to &&
      annotated.toponyms.some((t) => !t.value.adjectival && t.from <= i && i < t.to && i - verb.to < 4)
    )
      return true;
  }
  return false;
}

/** "forces destroyed two launchers": done by those who act, and an attack by itself. */
function deed(happening: HappeningEntry): HappeningEntry {
  return { ...happening, agent: "perpetrator", needs: null };
}

/**
 * "rebels destroyed ten pylons", "the offices were burned by guerrillas": what fighters wreck is attacked. What forces of a state
 * destroy may be anything ("police destroyed a field of poppies"): only their arms tell of an attack.
 */
function isDoneByFighters(
  { parsed, actors }: Annotated,
  { from, to, value }: Found<HappeningEntry>,
  knowledge: EventKnowledge,
): boolean {
  if (value.agent !== "weapon" || value.object !== "target") return false;
  const lower = (i: number) => parsed.tokens[i]?.lower;
  let before = from - 1;
  while (["AUX", "ADV"].includes(parsed.tokens[before]?.tag ?? "")) before--;
  const passive = parsed.tokens.slice(before + 1, from).some(({ lower: word }) => knowledge.be.has(word));
  return parsed.tokens.some(
    ({ head, relation }, i) =>
      // whatever the tree says of the noun right before the verb: "Rebels destroyed ten pylons"
      ((i === before && !passive) ||
        (head >= from && head < to && (relation === "nsubj" || relation === "obl:agent"))) &&
      (knowledge.people.longestAt(lower, i)?.value.kind === "fighters" ||
        actors.some((a) => a.from <= i && i < a.to && a.value.sourceKind === "armed_group")),
  );
}

/** "a rocket destroyed a mill", "levelled by shells": wrecking tells of an attack where arms do it. */
function isDoneByArms(annotated: Annotated, verb: TokenRange): boolean {
  const { parsed } = annotated;
  return annotated.weapons.some(
    (w) =>
      (w.to === verb.from &&
        ["DET", "NUM", "ADJ", "NOUN", "PROPN"].includes(parsed.tokens[verb.to]?.tag ?? "")) ||
      parsed.tokens
        .slice(w.from, w.to)
        .some(
          ({ head, relation }) =>
            head >= verb.from && head < verb.to && ["nsubj", "obl:agent", "obl"].includes(relation),
        ),
  );
}

/** "warplanes destroyed a mill": what carries arms acts. */
function isDoneByCarrier({ weapons, tokens }: Annotated, verb: TokenRange): boolean {
  return weapons.some(
    (w) =>
      w.value.as === "platform" &&
      w.to === verb.from &&
      ["DET", "NUM", "ADJ", "NOUN", "PROPN"].includes(tokens[verb.to]?.tag ?? ""),
  );
}

function isUnreal(annotated: Annotated, at: number, knowledge: EventKnowledge): boolean {
  const lower = (i: number) => annotated.tokens[i]?.lower;
  for (let i = at - 1; i >= Math.max(0, at - 6); i--) {
    if (/^[.;:,!?"“”]$/u.test(annotated.tokens[i]!.text)) return false;
    const cue = knowledge.context.unreal.longestAt(lower, i);
    if (cue !== null && i + cue.words.length <= at && !knowledge.undecided.has(lower(i - 1) ?? ""))
      return true;
  }
  return isPurpose(annotated, at, knowledge);
}

/** Words between "backed by" and the noun: "backed by heavy Russian and Syrian". */
const SUPPORT = 6;
const PHRASE: ReadonlySet<string> = new Set(["ADJ", "NOUN", "PROPN", "DET", "PRON", "PART", "CCONJ", "NUM"]);

/** "troops backed by air strikes": what they had beside them. */
export function isSupport(annotated: Annotated, at: number, knowledge: EventKnowledge): boolean {
  const { tokens } = annotated;
  const lower = (i: number) => tokens[i]?.lower;
  for (let i = at - 1; i >= Math.max(0, at - SUPPORT); i--) {
    const cue = knowledge.context.support.longestAt(lower, i);
    if (cue !== null && i + cue.words.length <= at)
      return tokens.slice(i + cue.words.length, at).every(({ tag }) => PHRASE.has(tag));
  }
  return false;
}

/** "to retake the hill": an infinitive that nothing says was carried out. */
function isPurpose(annotated: Annotated, at: number, knowledge: EventKnowledge): boolean {
  const [token, before] = [annotated.tokens[at]!, annotated.tokens[at - 1]];
  if (token.fine !== "VB" || before === undefined || before.tag !== "PART") return false;
  const governor = annotated.tokens[at - 2];
  return governor === undefined || !knowledge.realised.has(governor.lower);
}
