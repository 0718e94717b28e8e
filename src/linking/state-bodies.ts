// Bodies of a state, and descriptions of such ("the army", "police"): which of an incident's speakers are in doubt one. In:
// its speakers, as far as they are known to be one. Out: pairs with the rule that joins them, and the descriptions that count
// for none. Two that contradict each other stay apart, so that no dispute is hidden. Words: knowledge/comparison/values.yaml.
import { byCodeUnits } from "../base/order.js";
import type { ValueKnowledge } from "../knowledge/comparison.js";
import type { ActorLookup } from "../model/actor-lookup.js";
import type { SourceKind } from "../model/source.js";
import { sentenceRange, toldBy } from "./placed-claim.js";
import { relate, type RelationKnowledge } from "./relation.js";
import { daySpoken, type Merge, type Speaker } from "./speaker.js";
import { wordsOf } from "./words.js";

export interface StateBodies {
  readonly merges: readonly Merge[];
  /** Indexes of descriptions that mean one of the bodies, without being joined with it. */
  readonly dependent: ReadonlySet<number>;
}

/** Speakers that are one so far. */
interface Cluster {
  readonly parts: number[];
  readonly speakers: Speaker[];
  readonly kinds: ReadonlySet<SourceKind | "outlet">;
  readonly states: ReadonlySet<string>;
}

const STATE_KINDS: ReadonlySet<Speaker["kind"]> = new Set<Speaker["kind"]>([
  "military",
  "government",
  "police",
]);

export function stateBodies(
  parts: readonly (readonly Speaker[])[],
  knowledge: RelationKnowledge,
): StateBodies {
  const { actors, values } = knowledge;
  const first = (i: number) => parts[i]!.map((s) => s.key).sort(byCodeUnits)[0]!;
  const order = parts.map((_, i) => i).sort((a, b) => byCodeUnits(first(a), first(b)));
  const merges: Merge[] = [];
  const dependent = new Set<number>();
  const named: Cluster[] = [];
  const bare: Cluster[] = [];
  const join = (into: readonly Cluster[], one: Cluster, rule: string): boolean => {
    const at = into.find((other) => !contradict(other.speakers, one.speakers, knowledge));
    if (at === undefined) return false;
    merges.push({ pair: [at.parts[0]!, one.parts[0]!], rule });
    at.parts.push(...one.parts);
    at.speakers.push(...one.speakers);
    return true;
  };
  for (const i of order) {
    const own = parts[i]!.filter((s) => STATE_KINDS.has(s.kind));
    if (own.length === 0) continue;
    const cluster = clusterOf(i, own, parts[i]!, actors);
    if (own.some((s) => s.actor !== null)) {
      const same = named.filter((other) => [...cluster.states].some((state) => other.states.has(state)));
      if (!join(same, cluster, "same-state")) named.push(cluster);
    } else if (parts[i]!.every((s) => isDescription(s.name, values))) {
      const same = bare.filter((other) => [...cluster.kinds].some((kind) => other.kinds.has(kind)));
      if (!join(same, cluster, "described")) bare.push(cluster);
    }
  }
  for (const one of bare) {
    const ofKind = named.filter(({ speakers }) =>
      speakers.some((s) => s.actor !== null && one.kinds.has(s.kind)),
    );
    const meant = ofKind.length > 0 ? ofKind : named.filter(({ states }) => states.size > 0);
    if (meant.length === 0) continue;
    const states = new Set(meant.flatMap((other) => [...other.states]));
    const oneState = meant.length === 1 || (states.size === 1 && meant.every((m) => m.states.size === 1));
    if (ofKind.length === 0 && !oneState) continue;
    const mine = oneState && !one.speakers.some((s) => namesAnotherState(s, states, actors));
    if (!mine || !join(meant, one, "described")) for (const i of one.parts) dependent.add(i);
  }
  return { merges, dependent };
}

/** "The defence ministry" of which report? Where its sentence names a body of another state, that one's may be meant. */
function namesAnotherState(speaker: Speaker, states: ReadonlySet<string>, actors: ActorLookup): boolean {
  const { claim, record } = speaker.placed;
  const { start, end } = sentenceRange(record.document.text, claim.start, claim.end);
  return record.mentions.some((m) => {
    if (m.kind !== "actor" || m.value === null || m.start < start || m.end > end) return false;
    const state = actors.stateOf(m.value, daySpoken(speaker));
    return state !== null && !states.has(state);
  });
}

/** All words of the name only say what kind of body it is. */
export function isDescription(name: string, { descriptions }: Pick<ValueKnowledge, "descriptions">): boolean {
  const words = wordsOf(name);
  return words.length > 0 && words.every((word) => descriptions.some((d) => d.words.includes(word)));
}

function clusterOf(
  part: number,
  own: readonly Speaker[],
  all: readonly Speaker[],
  actors: ActorLookup,
): Cluster {
  const states = own.flatMap((s) => (s.actor === null ? [] : [actors.stateOf(s.actor, daySpoken(s))]));
  return {
    parts: [part],
    speakers: [...all],
    kinds: new Set(own.map((s) => s.kind)),
    states: new Set(states.filter((state) => state !== null)),
  };
}

/** Of some attribute they tell what cannot both be true, and nothing that is the same. */
export function contradict(
  a: readonly Speaker[],
  b: readonly Speaker[],
  knowledge: RelationKnowledge,
): boolean {
  const [apart, equal] = [new Set<string>(), new Set<string>()];
  for (const x of a)
    for (const y of b) {
      const { attribute, stance } = x.placed.claim;
      if (attribute !== y.placed.claim.attribute || stance === "open" || y.placed.claim.stance === "open")
        continue;
      const { kind } = relate(toldBy(x.placed), toldBy(y.placed), knowledge);
      if (kind === "conflict") apart.add(attribute);
      if (kind === "equal") equal.add(attribute);
    }
  return [...apart].some((attribute) => !equal.has(attribute));
}
