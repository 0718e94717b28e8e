// The index of linking: events by what they could be linked through, their links, and the groups these make. In: records that
// come and go, a person's decisions. Out: groups of events; after each change only the events it touched are compared again,
// and only the connected parts that they stand in are clustered again. The groups depend on what is in the index, never on
// the order it came in: adding one by one gives what adding all at once gives.
import { byCodeUnits } from "../base/order.js";
import type { ComparisonKnowledge } from "../knowledge/comparison.js";
import type { ActorLookup } from "../model/actor-lookup.js";
import type { DocumentRecord } from "../model/record.js";
import { blockIndex } from "./block.js";
import { cluster } from "./cluster.js";
import { eventCoder, SECTION } from "./coded-events.js";
import { comparer, type PairComparison } from "./compare.js";
import { decidedPairs, type Constraint } from "./decided-pairs.js";
import { featureSources } from "./features.js";
import { statistics } from "./statistics.js";
import { termWeights } from "./term-weights.js";

export interface LinkKnowledge {
  readonly comparison: ComparisonKnowledge;
  readonly actors: ActorLookup;
}

export interface LinkIndex {
  /** In place of what was read of the same document before. */
  add(record: DocumentRecord): void;
  remove(document: string): void;
  /** Replaces all decisions, oldest first. */
  decide(decisions: readonly Constraint[]): void;
  /** Groups of events by key, each sorted, that are there now and were not at the last call; and the keys of their events. */
  settle(): readonly (readonly string[])[];
  /** All groups, in order of their first key. */
  groups(): readonly (readonly string[])[];
  compare(a: string, b: string): PairComparison;
}

/** Weight, in thousandths, of a pair that a person joined: above anything that levels can add up to. */
const DECIDED = 1_000_000;

export function linkIndex(knowledge: LinkKnowledge): LinkIndex {
  const counted = statistics();
  const events = eventCoder(knowledge.actors);
  const weights = termWeights(events, counted);
  const comparing = comparer(knowledge.comparison, featureSources(events, weights, knowledge.comparison));
  const blocks = blockIndex(events, counted);
  const numberOf = new Map<string, number>();
  let decided = decidedPairs([]);

  /** Links above zero of each event: other, thousandths, other, thousandths … */
  const links: (number[] | undefined)[] = [];
  const groupOf: (readonly number[] | undefined)[] = [];
  /** Events in no block yet, events to be compared again, and events whose part is to be clustered again. */
  let fresh = new Set<number>();
  let dirty = new Set<number>();
  let touched = new Set<number>();

  function weight(i: number, j: number, floor?: number): number {
    if (decided.apart.size + decided.groups.size > 0) {
      const [a, b] = [events.keys[i]!, events.keys[j]!];
      if (decided.apart.get(a)?.has(b) === true) return -Infinity;
      if (decided.groups.get(a)?.includes(b) === true) return DECIDED;
    }
    return comparing.thousandths(i, j, floor);
  }

  function unlink(event: number): void {
    const own = links[event];
    links[event] = undefined;
    if (own === undefined) return;
    for (let k = 0; k < own.length; k += 2) {
      const others = links[own[k]!];
      if (others === undefined) continue;
      touched.add(own[k]!);
      for (let at = 0; at < others.length; at += 2)
        if (others[at] === event) {
          others.splice(at, 2);
          break;
        }
    }
  }

  function link(i: number, j: number, found: number): void {
    (links[i] ??= []).push(j, found);
    (links[j] ??= []).push(i, found);
  }

  /** Compares the dirty events with all that they meet in a block. */
  function compareAgain(): void {
    const all = dirty;
    dirty = new Set();
    for (const event of all) {
      unlink(event);
      touched.add(event);
    }
    const done = new Set<number>();
    for (const event of all) {
      done.add(event);
      if (events.alive[event] !== true) continue;
      weights.focus(event);
      blocks.near(event, (other) => {
        if (done.has(other)) return;
        const found = weight(event, other, 0);
        if (found > 0) link(event, other, found);
      });
    }
    weights.focus(-1);
  }

  /** Statistics first, for they decide what is rare; then blocks; then pairs. */
  function bringUpToDate(): void {
    const changed = counted.changes();
    if (changed === null) {
      weights.forget(null);
      for (let event = 0; event < events.size; event++) if (events.alive[event] === true) dirty.add(event);
    } else if (changed.size > 0) {
      for (let event = 0; event < events.size; event++)
        if (events.alive[event] === true && mentions(event, changed)) dirty.add(event);
      weights.forget(dirty);
    }
    for (const event of dirty) if (!fresh.has(event)) blocks.remove(event);
    for (const event of dirty) if (events.alive[event] === true) blocks.add(event);
    for (const event of blocks.shaken()) dirty.add(event);
    fresh = new Set();
    compareAgain();
  }

  function mentions(event: number, terms: ReadonlySet<number>): boolean {
    const { pool } = events;
    for (let i = events.begins[0]![event]!, end = events.ends[SECTION.target]![event]!; i < end; i++)
      if (terms.has(pool[i]!)) return true;
    if (events.sole[event] !== true) return false;
    const document = events.documents[event]!;
    for (let i = events.reportBegins[document]!, end = events.reportEnds[document]!; i < end; i++)
      if (terms.has(pool[i]!)) return true;
    return false;
  }

  /** The connected part around an event, by links and by what a person joined. */
  function partOf(event: number, seen: Set<number>): number[] {
    const part = [event];
    seen.add(event);
    const reach = (other: number) => {
      if (seen.has(other)) return;
      seen.add(other);
      part.push(other);
    };
    for (let at = 0; at < part.length; at++) {
      const one = part[at]!;
      const own = links[one];
      if (own !== undefined) for (let k = 0; k < own.length; k += 2) reach(own[k]!);
      for (const key of decided.groups.get(events.keys[one]!) ?? []) {
        const other = numberOf.get(key);
        if (other !== undefined) reach(other);
      }
    }
    return part;
  }

  function clustered(part: readonly number[]): number[][] {
    if (part.length === 1) return [[part[0]!]];
    const members = [...part].sort((a, b) => byCodeUnits(events.keys[a]!, events.keys[b]!));
    const at = new Map(members.map((event, i) => [event, i]));
    const edges: (readonly [number, number, number])[] = [];
    const together: (readonly [number, number])[] = [];
    members.forEach((event, i) => {
      const own = links[event];
      if (own !== undefined)
        for (let k = 0; k < own.length; k += 2) {
          const j = at.get(own[k]!)!;
          if (j > i) edges.push([i, j, own[k + 1]!]);
        }
      for (const key of decided.groups.get(events.keys[event]!) ?? []) {
        const other = numberOf.get(key);
        const j = other === undefined ? undefined : at.get(other);
        if (j !== undefined && j > i) together.push([i, j]);
      }
    });
    edges.sort((x, y) => x[0] - y[0] || x[1] - y[1]);
    // Pairs without a link are asked for again and again while clusters grow.
    const size = members.length;
    const known = new Map<number, number>();
    return cluster({
      size,
      weight(i, j) {
        const pair = i < j ? i * size + j : j * size + i;
        let found = known.get(pair);
        if (found === undefined) known.set(pair, (found = weight(members[i]!, members[j]!)));
        return found;
      },
      edges,
      together,
    }).map((group) => group.map((i) => members[i]!));
  }

  return {
    add(record) {
      this.remove(record.document.id);
      const own = events.add(record);
      const document = events.documentOf(record.document.id)!;
      counted.add(record.document.id, () => events.termsOf(document));
      for (const event of own) {
        numberOf.set(events.keys[event]!, event);
        fresh.add(event);
        dirty.add(event);
      }
    },
    remove(document) {
      if (events.documentOf(document) === undefined) return;
      counted.remove(document);
      for (const event of events.remove(document)) {
        numberOf.delete(events.keys[event]!);
        dirty.add(event);
      }
    },
    decide(decisions) {
      const before = decided;
      decided = decidedPairs(decisions);
      for (const key of [before, decided].flatMap(({ apart, groups }) => [
        ...apart.keys(),
        ...groups.keys(),
      ])) {
        const event = numberOf.get(key);
        if (event !== undefined) dirty.add(event);
      }
    },
    settle() {
      bringUpToDate();
      const seen = new Set<number>();
      const made: string[][] = [];
      // What was one part before may be several now: all of its events are asked.
      for (const event of touched) for (const other of groupOf[event] ?? []) touched.add(other);
      for (const event of touched) {
        if (events.alive[event] !== true) {
          groupOf[event] = undefined;
          continue;
        }
        if (seen.has(event)) continue;
        for (const group of clustered(partOf(event, seen))) {
          const known = groupOf[group[0]!];
          const same =
            known !== undefined && known.length === group.length && known.every((e, i) => e === group[i]);
          if (same) continue;
          for (const one of group) groupOf[one] = group;
          made.push(group.map((one) => events.keys[one]!));
        }
      }
      touched = new Set();
      return made.sort((x, y) => byCodeUnits(x[0]!, y[0]!));
    },
    groups() {
      const all = new Set<readonly number[]>();
      for (let event = 0; event < events.size; event++)
        if (events.alive[event] === true && groupOf[event] !== undefined) all.add(groupOf[event]!);
      return [...all]
        .map((group) => group.map((event) => events.keys[event]!))
        .sort((x, y) => byCodeUnits(x[0]!, y[0]!));
    },
    compare(a, b) {
      return comparing.compare(numberOf.get(a)!, numberOf.get(b)!);
    },
  };
}
