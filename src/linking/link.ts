// Linking: the events of all documents into incidents. In: records in any order, knowledge, a person's decisions.
// Out: incidents whose members, faces, origins, compared attributes and links are the same for the same documents, byte for
// byte. Follows block → compare in named levels → cluster (Fellegi and Sunter; splink). An event alone is an incident too.
import { sha256Hex } from "../base/hash.js";
import { byCodeUnits } from "../base/order.js";
import type { Incident, Link } from "../model/incident.js";
import type { DocumentRecord } from "../model/record.js";
import type { PairComparison } from "./compare.js";
import { compareAttributes } from "./comparison.js";
import { decidedPairs, type Constraint } from "./decided-pairs.js";
import { eventKey, eventProfile, type EventProfile } from "./event-profile.js";
import { faceOf } from "./face.js";
import { linkIndex, type LinkKnowledge } from "./link-index.js";
import { originsOf } from "./origins.js";

export type { Constraint } from "./decided-pairs.js";
export type LinkingKnowledge = LinkKnowledge;

export function linkEvents(
  records: readonly DocumentRecord[],
  knowledge: LinkingKnowledge,
  decisions: readonly Constraint[] = [],
): Incident[] {
  const index = linkIndex(knowledge);
  const byId = new Map(records.map((record) => [record.document.id, record]));
  const profiles = new Map<string, EventProfile>();
  for (const record of byId.values()) {
    index.add(record);
    for (const event of record.events)
      profiles.set(eventKey(record.document.id, event.id), eventProfile(record, event));
  }
  index.decide(decisions);
  index.settle();
  const { groups } = decidedPairs(decisions);
  return index
    .groups()
    .map((group) =>
      incidentOf(
        group.map((key) => profiles.get(key)!),
        byId,
        knowledge,
        index.compare,
        (a, b) => groups.get(a)?.includes(b) === true,
      ),
    )
    .sort((a, b) => byCodeUnits(a.date ?? "", b.date ?? "") || byCodeUnits(a.id, b.id));
}

/** The incident that a group of events makes: what it shows, its origins, its compared attributes, why it hangs together. */
export function incidentOf(
  members: readonly EventProfile[],
  records: ReadonlyMap<string, DocumentRecord>,
  knowledge: LinkingKnowledge,
  compare: (a: string, b: string) => PairComparison,
  decided: (a: string, b: string) => boolean,
): Incident {
  const origins = originsOf(members, records, knowledge);
  const evidence = (a: string, b: string) => (decided(a, b) ? Infinity : compare(a, b).total);
  return {
    id: incidentId(members.map((m) => m.key)),
    ...faceOf(members, knowledge.comparison.titles),
    events: members.map((m) => m.ref),
    attributes: compareAttributes(origins, knowledge, evidence),
    origins: origins.map(({ origin }) => origin),
    links: spanningLinks(members, compare),
  };
}

/** Stable while the members are: a hash over their keys. */
export function incidentId(keys: readonly string[]): string {
  return `i${sha256Hex([...keys].sort(byCodeUnits).join("\n")).slice(0, 16)}`;
}

/** A strongest spanning tree over the members (Prim), strongest link first. */
function spanningLinks(
  members: readonly EventProfile[],
  comparing: (a: string, b: string) => PairComparison,
): Link[] {
  const compare = (a: EventProfile, b: EventProfile) => comparing(a.key, b.key);
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
