// Wholes: the groups of an index, and those of them that are one in spite of events told apart (in-spite.ts). In: groups that came
// and went. Out: members of each whole that these reach. A whole is made of groups that could join as they stand, directly or
// through others; so it changes only where one of them does.
import { TOLD_APART } from "./cluster.js";
import { averageInSpite, joinInSpite, SMALLEST } from "./in-spite.js";
import type { Group, GroupingInput } from "./regroup.js";

export interface Wholes {
  /** Members of each whole that is there now and that a change may have made, sorted. */
  update(gone: Iterable<Group>, made: Iterable<Group>): (readonly number[])[];
}

export interface WholesInput extends GroupingInput {
  readonly documentOf: (event: number) => number;
}

export function wholes(input: WholesInput): Wholes {
  const { linksOf, weight, order, groupOf, documentOf } = input;
  /** Groups that a group could join as they stand. */
  const near = new Map<Group, Set<Group>>();
  /** All groups of the whole that a group is in, where there are several. */
  const together = new Map<Group, readonly Group[]>();

  const couldJoin = (group: Group): Group[] => {
    if (group.members.length < SMALLEST) return [];
    const bonds = new Map<Group, number>();
    for (const event of group.members) {
      const own = linksOf(event);
      for (let k = 0; k < own.length; k += 2) {
        const other = groupOf(own[k]!)!;
        if (other !== group && other.members.length >= SMALLEST)
          bonds.set(other, (bonds.get(other) ?? 0) + own[k + 1]!);
      }
    }
    const documents = new Map<number, number>();
    for (const event of group.members)
      documents.set(documentOf(event), (documents.get(documentOf(event)) ?? 0) + 1);
    return [...bonds].flatMap(([other, most]) => {
      const [a, b] = [group.members, other.members];
      // Pairs without a link can only take away.
      const apart = b.reduce((sum, event) => sum + (documents.get(documentOf(event)) ?? 0), 0);
      if (apart === 0 || averageInSpite(most + apart * TOLD_APART, a.length, b.length) === null) return [];
      return averageInSpite(sumOf(a, b), a.length, b.length) === null ? [] : [other];
    });
  };
  const sumOf = (a: readonly number[], b: readonly number[]): number => {
    let sum = 0;
    for (const x of a) for (const y of b) sum += weight(x, y);
    return sum;
  };
  const part = (group: Group, seen: Set<Group>): Group[] => {
    const found = [group];
    seen.add(group);
    for (let at = 0; at < found.length; at++)
      for (const other of near.get(found[at]!) ?? [])
        if (!seen.has(other)) {
          seen.add(other);
          found.push(other);
        }
    return found.sort((x, y) => order(x.members[0]!, y.members[0]!));
  };

  return {
    update(gone, made) {
      const stirred = new Set<Group>(made);
      const left = new Set(gone);
      for (const group of left) {
        for (const other of [...(near.get(group) ?? []), ...(together.get(group) ?? [])]) {
          near.get(other)?.delete(group);
          together.delete(other);
          stirred.add(other);
        }
        near.delete(group);
        together.delete(group);
      }
      for (const group of left) stirred.delete(group);
      for (const group of made)
        for (const other of couldJoin(group)) {
          for (const [x, y] of [
            [group, other],
            [other, group],
          ] as const)
            near.set(x, (near.get(x) ?? new Set()).add(y));
          stirred.add(other);
        }
      const seen = new Set<Group>();
      const found: (readonly number[])[] = [];
      for (const group of stirred) {
        if (seen.has(group)) continue;
        const groups = part(group, seen);
        if (groups.length === 1) {
          found.push(group.members);
          continue;
        }
        const sums = (x: number, y: number) => sumOf(groups[x]!.members, groups[y]!.members);
        for (const one of groups) together.delete(one);
        for (const joined of joinInSpite(
          groups.map(({ members }) => members.length),
          sums,
        )) {
          const parts = joined.map((i) => groups[i]!);
          for (const one of parts) if (parts.length > 1) together.set(one, parts);
          found.push(
            parts.length === 1 ? parts[0]!.members : parts.flatMap((one) => one.members).sort(order),
          );
        }
      }
      return found;
    },
  };
}
