// Linking: the events of all documents into incidents. In: records in any order, knowledge, a person's decisions.
// Out: incidents whose members, faces, origins, compared attributes and links are the same for the same documents, byte for
// byte. Follows block → compare in named levels → cluster (Fellegi and Sunter; splink). An event alone is an incident too.
import { sha256Hex } from "../base/hash.js";
import { byCodeUnits, orderedBy } from "../base/order.js";
import type { ComparisonKnowledge } from "../knowledge/comparison.js";
import type { ActorLookup } from "../model/actor-lookup.js";
import type { Incident, Link } from "../model/incident.js";
import type { DocumentRecord } from "../model/record.js";
import { candidatePairs } from "./block.js";
import { cluster } from "./cluster.js";
import { comparer, type Comparer } from "./compare.js";
import { compareAttributes } from "./comparison.js";
import { eventProfile, type EventProfile } from "./event-profile.js";
import { faceOf } from "./face.js";
import { originsOf } from "./origins.js";
import { eventRarity, type Rarity } from "./words.js";

/** A person's decision on two events, by "document#event". */
export interface Constraint {
  readonly kind: "same" | "not-same";
  readonly a: string;
  readonly b: string;
}

export interface LinkingKnowledge {
  readonly comparison: ComparisonKnowledge;
  readonly actors: ActorLookup;
}

/** Weight, in thousandths, of a pair that a person joined: above anything that levels can add up to. */
const DECIDED = 1_000_000;

export function linkEvents(
  records: readonly DocumentRecord[],
  knowledge: LinkingKnowledge,
  decisions: readonly Constraint[] = [],
): Incident[] {
  const sorted = [...records].sort(orderedBy((record) => record.document.id));
  const byId = new Map(sorted.map((record) => [record.document.id, record]));
  const rarity = eventRarity(sorted);
  const profiles = sorted
    .flatMap((record) => record.events.map((event) => eventProfile(record, event, rarity, knowledge.actors)))
    .sort(orderedBy((profile) => profile.key));
  const comparing = comparer(knowledge.comparison, rarity);
  const groups = groupEvents(profiles, rarity, comparing, decisions);
  return groups
    .map((group): Incident => {
      const members = group.map((i) => profiles[i]!);
      const origins = originsOf(members, byId, knowledge);
      return {
        id: incidentId(members.map((m) => m.key)),
        ...faceOf(members, knowledge.comparison.titles),
        events: members.map((m) => m.ref),
        attributes: compareAttributes(origins, knowledge),
        origins: origins.map(({ origin }) => origin),
        links: spanningLinks(members, comparing),
      };
    })
    .sort((a, b) => byCodeUnits(a.date ?? "", b.date ?? "") || byCodeUnits(a.id, b.id));
}

/** Stable while the members are: a hash over their keys. */
export function incidentId(keys: readonly string[]): string {
  return `i${sha256Hex([...keys].sort(byCodeUnits).join("\n")).slice(0, 16)}`;
}

function groupEvents(
  profiles: readonly EventProfile[],
  rarity: Rarity,
  comparing: Comparer,
  decisions: readonly Constraint[],
): number[][] {
  const index = new Map(profiles.map((p, i) => [p.key, i]));
  const size = profiles.length;
  const decided = new Map<number, Constraint["kind"]>();
  const code = (i: number, j: number) => (i < j ? i * size + j : j * size + i);
  const together: [number, number][] = [];
  for (const { kind, a, b } of decisions) {
    const [i, j] = [index.get(a), index.get(b)];
    if (i === undefined || j === undefined || i === j) continue;
    // Decisions come oldest first: the last word on a pair counts.
    decided.set(code(i, j), kind);
  }
  for (const [pair, kind] of decided)
    if (kind === "same") together.push([Math.floor(pair / size), pair % size]);
  const weight = (i: number, j: number, floor?: number): number => {
    const decision = decided.size === 0 ? undefined : decided.get(code(i, j));
    if (decision === "not-same") return -Infinity;
    if (decision === "same") return DECIDED;
    return comparing.thousandths(profiles[i]!, profiles[j]!, floor);
  };
  function* edges(): Generator<readonly [number, number, number]> {
    for (const [i, j] of candidatePairs(profiles, rarity)) {
      const w = weight(i, j, 0);
      if (w > 0) yield [i, j, w];
    }
  }
  return cluster({ size, weight, edges: edges(), together });
}

/** A strongest spanning tree over the members (Prim), strongest link first. */
function spanningLinks(members: readonly EventProfile[], { compare }: Comparer): Link[] {
  const links: Link[] = [];
  const outside = members.slice(1).map((b) => ({ b, a: members[0]!, found: compare(members[0]!, b) }));
  while (outside.length > 0) {
    let at = 0;
    outside.forEach((o, i) => {
      if (o.found.total > outside[at]!.found.total) at = i;
    });
    const [taken] = outside.splice(at, 1);
    const { a, b, found } = taken!;
    const [first, second] = a.key < b.key ? [a, b] : [b, a];
    links.push({ a: first.ref, b: second.ref, weights: found.weights, total: found.total });
    for (const o of outside) {
      const other = compare(b, o.b);
      if (other.total > o.found.total) Object.assign(o, { a: b, found: other });
    }
  }
  const key = (link: Link) => `${link.a.document}#${link.a.event}|${link.b.document}#${link.b.event}`;
  return links.sort((x, y) => y.total - x.total || byCodeUnits(key(x), key(y)));
}
