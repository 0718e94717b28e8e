// Groups formed anew where something changed, and nowhere else. In: events that changed, links, the groups that stand. Out: the
// groups that come in place of those that the change reaches. A standing group stays as long as no cluster of a new one, at any
// moment of growing, would have been a better partner for one of its own (averages are reducible: cluster.ts); else it is
// formed anew too, and so on. So this gives what forming all groups anew would give.
import { cluster, type Cluster, type Merge } from "./cluster.js";

/** Of events by number; a cluster on the way goes by the event whose key is first. */
export interface Group extends Cluster {
  /** What a person joined, where there is any: it is one before anything else is. */
  readonly joined: readonly (readonly number[])[];
}

export interface GroupingInput {
  /** Links above zero of an event: other, weight, other, weight … */
  readonly linksOf: (event: number) => readonly number[];
  readonly weight: (a: number, b: number) => number;
  /** All that a person joined with this event, itself included; null where nobody joined any. */
  readonly joinedWith: (event: number) => readonly number[] | null;
  /** The order that ties go by. */
  readonly order: (a: number, b: number) => number;
  readonly groupOf: (event: number) => Group | undefined;
}

/** A cluster on the way: of events, or of two clusters; `end` is the average at which it joined another, 0 where it never did. */
interface Stage {
  readonly parts: readonly Stage[];
  readonly events: readonly number[];
  readonly size: number;
  end: number;
}

/** Looking closer at two large groups costs more than forming both anew. */
const CLOSE_LOOK = 200_000;
/** Up to so many changed events, weights are remembered. */
const FEW = 1000;

export function regroup(changed: ReadonlySet<number>, given: GroupingInput): Group[] {
  const input = changed.size < FEW ? { ...given, weight: remembered(given.weight) } : given;
  const region = new Set<number>();
  const made = new Map<number, Group>();
  let seeds: number[] = [];
  const take = (event: number): void => {
    if (region.has(event)) return;
    for (const member of input.groupOf(event)?.members ?? [event]) {
      if (region.has(member)) continue;
      region.add(member);
      seeds.push(member);
    }
  };
  for (const event of changed) {
    take(event);
    for (const other of input.joinedWith(event) ?? []) take(other);
  }
  while (seeds.length > 0) {
    const seen = new Set<number>();
    const formed: Group[] = [];
    for (const seed of seeds)
      if (!seen.has(seed))
        for (const group of groupsOf(partOf(seed, seen, region, input), input)) formed.push(group);
    seeds = [];
    // One that was formed in the same way before has drawn in what it reaches.
    const fresh = formed.filter((group) => !grewAlike(group, made.get(group.members[0]!)));
    for (const group of formed) for (const event of group.members) made.set(event, group);
    for (const group of fresh) for (const other of reached(group, region, input)) take(other.members[0]!);
  }
  return [...new Set(made.values())];
}

/** Weights of pairs that were asked for before: what few changes reach is looked at several times. */
function remembered(weight: GroupingInput["weight"]): GroupingInput["weight"] {
  const known = new Map<number, number>();
  return (a, b) => {
    const pair = Math.min(a, b) * 2 ** 26 + Math.max(a, b);
    const before = known.get(pair);
    if (before !== undefined) return before;
    const found = weight(a, b);
    known.set(pair, found);
    return found;
  };
}

function grewAlike(group: Group, before: Group | undefined): boolean {
  return (
    before?.members.length === group.members.length &&
    before.members.every((event, i) => event === group.members[i]) &&
    before.merges.every(({ x, y, average }, i) => {
      const other = group.merges[i]!;
      return x === other.x && y === other.y && average === other.average;
    })
  );
}

/** The connected part of the region around an event, by links and by what a person joined. */
function partOf(
  event: number,
  seen: Set<number>,
  region: ReadonlySet<number>,
  { linksOf, joinedWith }: GroupingInput,
): number[] {
  const part = [event];
  seen.add(event);
  const reach = (other: number) => {
    if (!region.has(other) || seen.has(other)) return;
    seen.add(other);
    part.push(other);
  };
  for (let at = 0; at < part.length; at++) {
    const own = linksOf(part[at]!);
    for (let k = 0; k < own.length; k += 2) reach(own[k]!);
    for (const other of joinedWith(part[at]!) ?? []) reach(other);
  }
  return part;
}

function groupsOf(part: readonly number[], input: GroupingInput): Group[] {
  if (part.length === 1) return [{ members: part, merges: [], joined: [] }];
  const members = [...part].sort(input.order);
  const at = new Map(members.map((event, i) => [event, i]));
  const together: (readonly [number, number])[] = [];
  members.forEach((event, i) => {
    for (const other of input.joinedWith(event) ?? []) {
      const j = at.get(other);
      if (j !== undefined && j > i) together.push([i, j]);
    }
  });
  const named = (i: number) => members[i]!;
  return cluster({
    size: members.length,
    weight: (i, j) => input.weight(members[i]!, members[j]!),
    edges(pair) {
      members.forEach((event, i) => {
        const own = input.linksOf(event);
        for (let k = 0; k < own.length; k += 2) {
          const j = at.get(own[k]!);
          if (j !== undefined && j > i) pair(i, j, own[k + 1]!);
        }
      });
    },
    together,
  }).map((group) => ({
    members: group.members.map(named),
    merges: group.merges.map(({ x, y, average }): Merge => ({ x: named(x), y: named(y), average })),
    joined: together.length === 0 ? [] : joinedIn(group.members.map(named), input),
  }));
}

function joinedIn(members: readonly number[], { joinedWith }: GroupingInput): number[][] {
  const own = new Set(members);
  const seen = new Set<number>();
  const found: number[][] = [];
  for (const event of members) {
    const all = seen.has(event) ? null : joinedWith(event);
    if (all === null) continue;
    const here = members.filter((other) => own.has(other) && all.includes(other));
    for (const other of here) seen.add(other);
    if (here.length > 1) found.push(here);
  }
  return found;
}

interface Bond {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** Groups outside the region that would not have grown as they did had this group been there. */
function reached(group: Group, region: ReadonlySet<number>, input: GroupingInput): Group[] {
  const bonds = new Map<Group, Bond[]>();
  for (const a of group.members) {
    const own = input.linksOf(a);
    for (let k = 0; k < own.length; k += 2) {
      const b = own[k]!;
      if (region.has(b)) continue;
      const other = input.groupOf(b)!;
      const known = bonds.get(other);
      const bond = { a, b, weight: own[k + 1]! };
      if (known === undefined) bonds.set(other, [bond]);
      else known.push(bond);
    }
  }
  if (bonds.size === 0) return [];
  const stages = stagesOf(group);
  return [...bonds].flatMap(([other, between]) =>
    wouldJoin(stages, stagesOf(other), between, input.weight) ? [other] : [],
  );
}

function stagesOf({ members, merges, joined }: Group): Stage[] {
  const all: Stage[] = [];
  const now = new Map<number, Stage>();
  const put = (name: number, events: readonly number[], parts: readonly Stage[], size: number) => {
    const stage: Stage = { events, parts, size, end: 0 };
    now.set(name, stage);
    all.push(stage);
  };
  const inside = new Set(joined.flat());
  for (const events of joined) put(events[0]!, events, [], events.length);
  for (const event of members) if (!inside.has(event)) put(event, [event], [], 1);
  for (const { x, y, average } of merges) {
    const [left, right] = [now.get(x)!, now.get(y)!];
    left.end = right.end = average;
    put(x, [], [left, right], left.size + right.size);
  }
  return all;
}

function eventsOf(stage: Stage): number[] {
  const found: number[] = [];
  const left = [stage];
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    for (const event of one.events) found.push(event);
    for (const part of one.parts) left.push(part);
  }
  return found;
}

/** Whether a stage of one and a stage of the other go together as well as, or better than, what one of them did join. */
function wouldJoin(
  stages: readonly Stage[],
  others: readonly Stage[],
  bonds: readonly Bond[],
  weight: GroupingInput["weight"],
): boolean {
  // No average is above the strongest bond.
  const most = bonds.reduce((found, bond) => Math.max(found, bond.weight), 0);
  const [left, right] = [stages, others].map((all) => all.filter(({ end }) => end <= most));
  if (left!.length * right!.length * bonds.length > CLOSE_LOOK) return true;
  const weights = new Map<number, Map<number, number>>();
  for (const { a, b, weight: own } of bonds) {
    const row = weights.get(a) ?? new Map<number, number>();
    weights.set(a, row.set(b, own));
  }
  return left!.some((x) => {
    const [own, held] = [eventsOf(x), new Set(eventsOf(x))];
    const from = bonds.filter(({ a }) => held.has(a));
    return right!.some((y) => {
      const other = eventsOf(y);
      const inY = new Set(other);
      const least = Math.max(x.end, y.end) * x.size * y.size;
      // Pairs without a bond can only take away from what the bonds add up to.
      let sum = from.reduce((found, bond) => (inY.has(bond.b) ? found + bond.weight : found), 0);
      const enough = () => sum > 0 && sum >= least;
      if (!enough()) return false;
      for (const a of own)
        for (const b of other) {
          if (weights.get(a)?.has(b) === true) continue;
          sum += weight(a, b);
          if (!enough()) return false;
        }
      return true;
    });
  });
}
