// The index of linking: events by what they could be linked through, their links, and the groups these make. In: records that
// come and go, a person's decisions. Out: groups of events; after each change only the events it touched are compared again,
// and only the connected parts that they stand in are clustered again. The groups depend on what is in the index, never on
// the order it came in: adding one by one gives what adding all at once gives.
import { byCodeUnits } from "../base/order.js";
import type { ComparisonKnowledge } from "../knowledge/comparison.js";
import type { ActorLookup } from "../model/actor-lookup.js";
import type { DocumentRecord } from "../model/record.js";
import { blockIndex } from "./block.js";
import { eventCoder, HAS, SECTION } from "./coded-events.js";
import { comparer, type PairComparison } from "./compare.js";
import { decidedPairs, type Constraint } from "./decided-pairs.js";
import { featureSources } from "./features.js";
import { regroup, type Group } from "./regroup.js";
import { statistics } from "./statistics.js";
import { termWeights } from "./term-weights.js";
import { wholes } from "./wholes.js";

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
  const events = eventCoder(knowledge.actors, knowledge.comparison.values.ages);
  const weights = termWeights(events, counted);
  const comparing = comparer(
    knowledge.comparison,
    featureSources(events, weights, knowledge.comparison),
    events,
  );
  const blocks = blockIndex(events, counted);
  const numberOf = new Map<string, number>();
  let decided = decidedPairs([]);

  /** Links above zero of each event: other, thousandths, other, thousandths … */
  const links: (number[] | undefined)[] = [];
  const groupOf: (Group | undefined)[] = [];
  /** By event, the members of its group, or of several that are one in spite of events told apart. */
  const wholeOf: (readonly number[] | undefined)[] = [];
  /** Events in no block yet, events to be compared again, and events whose group is to be formed again. */
  let fresh = new Set<number>();
  let dirty = new Set<number>();
  let touched = new Set<number>();

  function nobodyDecided(): boolean {
    return decided.apart.size + decided.groups.size === 0;
  }

  function weight(i: number, j: number, floor?: number): number {
    if (!nobodyDecided()) {
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
    for (let k = 0; k < own.length; k += 2) removeLink(own[k]!, event);
  }

  function removeLink(from: number, to: number): void {
    const own = links[from];
    for (let at = 0; own !== undefined && at < own.length; at += 2)
      if (own[at] === to) {
        own.splice(at, 2);
        return;
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
    // Events of a day meet the same others, which then are still near in memory.
    const { earliest, placeOf } = events;
    const order = Int32Array.from(all).sort(
      (a, b) => earliest[a]! - earliest[b]! || placeOf[a]! - placeOf[b]!,
    );
    blocks.pairs(order, (event, others) => {
      weights.focus(event);
      if (nobodyDecided()) comparing.above(event, others, 1, (other, found) => link(event, other, found));
      else
        for (const other of others) {
          const found = weight(event, other, 1);
          if (found > 0) link(event, other, found);
        }
    });
    weights.focus(-1);
  }

  /** Takes away the links of an event to those that it meets in no block any more. */
  function dropUnmet(event: number): void {
    const own = links[event];
    if (own === undefined || own.length === 0) return;
    const met = new Set(blocks.near(event));
    for (let k = own.length - 2; k >= 0; k -= 2) {
      const other = own[k]!;
      if (met.has(other)) continue;
      own.splice(k, 2);
      removeLink(other, event);
      touched.add(event).add(other);
    }
  }

  /** Statistics first, for they decide what is rare; then blocks; then pairs. */
  function bringUpToDate(): void {
    const changed = counted.changes();
    if (changed === null) {
      weights.forget(null);
      for (let event = 0; event < events.size; event++) if (events.alive[event] === true) dirty.add(event);
    } else if (changed.size > 0) {
      const marked = new Uint8Array([...changed].reduce((most, term) => Math.max(most, term), 0) + 1);
      for (const term of changed) marked[term] = 1;
      for (let event = 0; event < events.size; event++)
        if (events.alive[event] === true && mentions(event, marked)) dirty.add(event);
      weights.forget(dirty);
    }
    for (const event of dirty) if (!fresh.has(event)) blocks.remove(event);
    for (const event of dirty) if (events.alive[event] === true) blocks.add(event);
    const { closed, opened } = blocks.shaken();
    for (const event of opened) dirty.add(event);
    fresh = new Set();
    const compared = dirty;
    compareAgain();
    for (const event of closed) if (!compared.has(event)) dropUnmet(event);
  }

  /** Whether an event, or the report that is its own, has one of the marked terms. */
  function mentions(event: number, marked: Uint8Array): boolean {
    const { pool } = events;
    for (let i = events.begins[0]![event]!, end = events.ends[SECTION.target]![event]!; i < end; i++)
      if (marked[pool[i]!] === 1) return true;
    if ((events.has[event]! & HAS.sole) === 0) return false;
    const document = events.documents[event]!;
    for (let i = events.reportBegins[document]!, end = events.reportEnds[document]!; i < end; i++)
      if (marked[pool[i]!] === 1) return true;
    return false;
  }

  const none: readonly number[] = [];
  const grouping = {
    linksOf: (event: number) => links[event] ?? none,
    /** What no block brought together speaks for nothing: else an average could grow by what others join. */
    weight(a: number, b: number): number {
      const found = weight(a, b);
      if (found <= 0) return found;
      const own = links[a] ?? none;
      for (let k = 0; k < own.length; k += 2) if (own[k] === b) return found;
      return 0;
    },
    joinedWith(event: number): number[] | null {
      if (decided.groups.size === 0) return null;
      const keys = decided.groups.get(events.keys[event]!);
      return keys === undefined ? null : keys.flatMap((key) => numberOf.get(key) ?? []);
    },
    order: (a: number, b: number) => byCodeUnits(events.keys[a]!, events.keys[b]!),
    groupOf: (event: number) => groupOf[event],
    documentOf: (event: number) => events.documents[event]!,
  };
  const inSpite = wholes(grouping);

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
      const changed = new Set<number>();
      const gone = new Set<Group>();
      // What was one group before may be several now: all of its events are asked.
      for (const event of touched) {
        const group = groupOf[event];
        for (const other of group?.members ?? [event]) if (events.alive[other] === true) changed.add(other);
        if (events.alive[event] === true || group === undefined) continue;
        gone.add(group);
        for (const other of group.members) groupOf[other] = undefined;
        wholeOf[event] = undefined;
      }
      const groups = regroup(changed, grouping);
      for (const { members } of groups)
        for (const one of members) if (groupOf[one] !== undefined) gone.add(groupOf[one]);
      for (const group of groups) for (const one of group.members) groupOf[one] = group;
      const made: string[][] = [];
      for (const whole of inSpite.update(gone, groups)) {
        const known = wholeOf[whole[0]!];
        for (const one of whole) wholeOf[one] = whole;
        if (known?.length !== whole.length || known.some((event, i) => event !== whole[i]))
          made.push(whole.map((one) => events.keys[one]!));
      }
      touched = new Set();
      return made.sort((x, y) => byCodeUnits(x[0]!, y[0]!));
    },
    groups() {
      const all = new Set<readonly number[]>();
      for (let event = 0; event < events.size; event++)
        if (events.alive[event] === true && wholeOf[event] !== undefined) all.add(wholeOf[event]!);
      return [...all]
        .map((whole) => whole.map((event) => events.keys[event]!))
        .sort((x, y) => byCodeUnits(x[0]!, y[0]!));
    },
    compare(a, b) {
      return comparing.compare(numberOf.get(a)!, numberOf.get(b)!);
    },
  };
}
