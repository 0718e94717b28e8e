// Origins: which claims of an incident come from one independent source. In: its events with their documents. Out: origins,
// each with its claims and the rules that put them together. A chain's first named source is the origin; the report's own
// voice is its agency's, else its outlet's (by family). Copies are one. In doubt two are one, or the lesser counts for none.
import { byCodeUnits, orderedBy } from "../base/order.js";
import type { ComparisonKnowledge, ComparisonMeasures } from "../knowledge/comparison.js";
import type { ActorLookup } from "../model/actor-lookup.js";
import type { Origin } from "../model/incident.js";
import type { DocumentRecord } from "../model/record.js";
import type { Source } from "../model/source.js";
import { components } from "./cluster.js";
import type { EventProfile } from "./event-profile.js";
import { isCopy, sketchOf, type Sketch } from "./near-duplicates.js";
import type { PlacedClaim } from "./placed-claim.js";
import { sameValue, type RelationKnowledge } from "./relation.js";
import { daySpoken, type Merge, type Speaker } from "./speaker.js";
import { contradict, stateBodies } from "./state-bodies.js";
import { wordsOf } from "./words.js";

export interface OriginKnowledge {
  readonly actors: ActorLookup;
  readonly comparison: Pick<ComparisonKnowledge, "values">;
}

export interface JudgedOrigin {
  readonly origin: Origin;
  readonly claims: readonly PlacedClaim[];
}

export function originsOf(
  members: readonly EventProfile[],
  records: ReadonlyMap<string, DocumentRecord>,
  { actors, comparison: { values } }: OriginKnowledge,
): JudgedOrigin[] {
  const speakers = members.flatMap((profile) => {
    const record = records.get(profile.ref.document)!;
    const placed = profile.event.claims.map((claim, i): PlacedClaim => ({
      ref: { document: profile.ref.document, event: profile.ref.event, claim: i },
      claim,
      profile,
      record,
    }));
    const sourced = placed.filter(({ claim }) => spokenFor(claim.sources) !== null);
    return placed.map((one) => speakerOf(one, sourced, actors));
  });
  const byKey = new Map<string, Speaker[]>();
  for (const speaker of speakers) byKey.set(speaker.key, [...(byKey.get(speaker.key) ?? []), speaker]);
  const groups = [...byKey.values()];
  const merges = [
    ...sameBody(groups, actors),
    ...sameName(groups),
    ...sameReport(groups, { actors, values }),
    ...copies(groups, values.measures.copies),
  ];
  const parts = joined(
    groups.map((group) => ({ all: group, rules: [...new Set(group.map((s) => s.rule))], dependent: false })),
    merges,
  );
  const state = stateBodies(
    parts.map(({ all }) => all),
    { actors, values },
  );
  return joined(
    parts.map((part, i) => ({ ...part, dependent: state.dependent.has(i) })),
    state.merges,
  )
    .sort((a, b) => b.all.length - a.all.length || (a.all[0]!.key < b.all[0]!.key ? -1 : 1))
    .map(({ all, rules, dependent: lesser }, i): JudgedOrigin => {
      const { name, kind } = shown(all);
      const dependent = lesser || all.every((s) => s.key === UNSPECIFIED);
      return {
        origin: {
          id: `o${i + 1}`,
          name,
          kind,
          claims: all.map((s) => s.placed.ref),
          documents: [...new Set(all.map((s) => s.placed.ref.document))],
          basis: [...rules].sort(byCodeUnits),
          ...(dependent ? { dependent: true as const } : {}),
        },
        claims: all.map((s) => s.placed),
      };
    });
}

const UNSPECIFIED = "unspecified";

/** Speakers found to be one so far, and the rules that put them together. */
interface Part {
  readonly all: readonly Speaker[];
  readonly rules: readonly string[];
  readonly dependent: boolean;
}

function joined(parts: readonly Part[], merges: readonly Merge[]): Part[] {
  const basis = new Map<number, Set<string>>();
  for (const { pair, rule } of merges)
    for (const i of pair) (basis.get(i) ?? basis.set(i, new Set()).get(i)!).add(rule);
  return components(
    parts.length,
    merges.map(({ pair }) => pair),
  ).map((own) => ({
    all: own.flatMap((i) => parts[i]!.all),
    rules: [...new Set(own.flatMap((i) => [...parts[i]!.rules, ...(basis.get(i) ?? [])]))],
    dependent: own.some((i) => parts[i]!.dependent),
  }));
}

/** The first source of a chain that names somebody; an unspecified one where there is no other; null for own voice. */
function spokenFor(sources: readonly Source[]): Source | null {
  return sources.find((source) => source.kind !== "unspecified") ?? sources[0] ?? null;
}

function speakerOf(placed: PlacedClaim, sourced: readonly PlacedClaim[], actors: ActorLookup): Speaker {
  const source = spokenFor(placed.claim.sources);
  if (source !== null)
    return named(
      placed,
      source,
      placed.claim.sources[0] === source ? "first-source" : "named-source",
      actors,
    );
  // "An outlet that repeats what a source said counts that source, not itself."
  const repeated = sourced.find(
    ({ claim }) =>
      claim.attribute === placed.claim.attribute &&
      claim.stance === placed.claim.stance &&
      spokenFor(claim.sources)!.kind !== "unspecified" &&
      sameValue(claim, placed.claim),
  );
  if (repeated !== undefined)
    return named(placed, spokenFor(repeated.claim.sources)!, "repeats-source", actors);
  const { document } = placed.record;
  const agency = document.agency[0];
  if (agency !== undefined) return outletVoice(placed, agency, agency, "agency-credit", actors);
  if (document.outlet !== null)
    return outletVoice(
      placed,
      document.outlet.name,
      document.outlet.domain ?? document.outlet.name,
      "own-voice",
      actors,
    );
  return {
    key: `document:${document.id}`,
    name: document.title ?? document.ref,
    kind: "outlet",
    rule: "own-voice",
    actor: null,
    placed,
  };
}

function outletVoice(
  placed: PlacedClaim,
  name: string,
  id: string,
  rule: string,
  actors: ActorLookup,
): Speaker {
  const family = actors.outletFamily(id) ?? actors.outletFamily(name);
  const key = `outlet:${family ?? wordsOf(name).join(" ")}`;
  return { key, name, kind: "outlet", rule, actor: null, placed };
}

function named(placed: PlacedClaim, source: Source, rule: string, actors: ActorLookup): Speaker {
  const base = { name: source.name, kind: source.kind, rule, placed };
  if (source.kind === "unspecified" && !PROPER.test(source.name))
    return { ...base, key: UNSPECIFIED, rule: "unspecified", actor: null };
  const family = actors.outletFamily(source.name) ?? mediumOf(source, actors);
  if (family !== null) return { ...base, key: `outlet:${family}`, actor: null };
  const actor = actorNamed(source.name, actors);
  if (actor !== null) return { ...base, key: `actor:${actor}`, actor };
  const words = wordsOf(source.name).join(" ");
  return { ...base, key: source.kind === "media" ? `outlet:${words}` : `name:${words}`, actor: null };
}

/** "Northern Rescue Service", "Tomas Verin": of a kind that is not known, but somebody; a lone capital may open a sentence. */
const PROPER = /\p{Lu}[\p{L}\p{M}’'-]*\s+(?:\p{Ll}+\s+){0,2}\p{Lu}/u;

/** "SANA reporter in Sarin": the medium whose name begins it. */
function mediumOf({ name, kind }: Source, actors: ActorLookup): string | null {
  const head = /^(?:\p{Lu}[\p{L}\p{M}\p{N}’'-]*\s+)+(?=\p{Ll})/u.exec(name)?.[0].trim();
  return kind !== "media" || head === undefined ? null : actors.outletFamily(head);
}

/** The actor of this name, without a hyphened word before it or common nouns after it ("UK-based X", "X director"). */
function actorNamed(name: string, actors: ActorLookup): string | null {
  const whole = actors.actorIdOf(name);
  if (whole !== null) return whole;
  const words = name.split(/\s+/u);
  while (words.length > 1 && /^\p{L}+-\p{Ll}+$/u.test(words[0]!)) words.shift();
  while (words.length > 1 && /^\p{Ll}+$/u.test(words.at(-1)!)) words.pop();
  const rest = words.join(" ");
  return rest === name ? null : actors.actorIdOf(rest);
}

/** A source only described ("the monitoring group"), where its report names exactly one of that kind: that one. */
function sameReport(groups: readonly Speaker[][], knowledge: RelationKnowledge): Merge[] {
  const { actors } = knowledge;
  const named = new Map<string, Set<number>>();
  const place = (s: Speaker) => `${s.kind} ${s.placed.ref.document}`;
  groups.forEach((group, i) => {
    for (const s of group)
      if (s.actor !== null) named.set(place(s), (named.get(place(s)) ?? new Set<number>()).add(i));
  });
  return groups.flatMap((group, i) => {
    if (!group[0]!.key.startsWith("name:") || group.some((s) => NAMED.test(s.name))) return [];
    const meant = new Set(group.flatMap((s) => [...(named.get(place(s)) ?? [])]));
    // A body and its spokesman are one.
    const [one] = [...meant].filter((j) => {
      const bodies = actors.memberOf(groups[j]![0]!.actor!, daySpoken(groups[j]![0]!));
      return ![...meant].some((k) => k !== j && bodies.includes(groups[k]![0]!.actor!));
    });
    const others = [...meant].filter(
      (j) =>
        j !== one &&
        (one === undefined ||
          !actors
            .memberOf(groups[j]![0]!.actor!, daySpoken(groups[j]![0]!))
            .includes(groups[one]![0]!.actor!)),
    );
    return others.length === 0 &&
      one !== undefined &&
      DESCRIBED.has(group[0]!.kind) &&
      // "a local official said 100, the government gave a toll of 49"
      !contradict(group, groups[one]!, knowledge)
      ? [{ pair: [i, one] as const, rule: "described" }]
      : [];
  });
}

/** A description has no capital letter: "the monitoring group", not "Civil Defence". */
const NAMED = /\p{Lu}/u;

const DESCRIBED: ReadonlySet<Origin["kind"]> = new Set<Origin["kind"]>([
  "monitor",
  "military",
  "armed_group",
  "government",
]);

/** A person who speaks for a body, a part of a body: one origin with it. */
function sameBody(groups: readonly Speaker[][], actors: ActorLookup): Merge[] {
  const at = new Map(groups.flatMap(([s], i) => (s!.actor === null ? [] : [[s!.actor, i] as const])));
  return groups.flatMap(([s], i) => {
    if (s!.actor === null) return [];
    const body = actors.memberOf(s!.actor, daySpoken(s!))[0];
    const j = body === undefined ? undefined : at.get(body);
    return j === undefined || j === i ? [] : [{ pair: [i, j] as const, rule: "same-body" }];
  });
}

/** A shorter form of one other name ("the observatory"): one origin. Where several longer names fit, none is joined. */
function sameName(groups: readonly Speaker[][]): Merge[] {
  const words = groups.map(
    ([s]) => new Set(s!.key === UNSPECIFIED ? [] : s!.key.startsWith("document:") ? [] : wordsOf(s!.name)),
  );
  return groups.flatMap(([s], i) => {
    if (!s!.key.startsWith("name:") || words[i]!.size === 0) return [];
    const longer = groups.flatMap((_, j) =>
      j !== i &&
      (words[j]!.size > words[i]!.size || (words[j]!.size === words[i]!.size && j < i)) &&
      [...words[i]!].every((word) => words[j]!.has(word))
        ? [j]
        : [],
    );
    if (longer.length === 1) return [{ pair: [i, longer[0]!] as const, rule: "same-name" }];
    const body = bodyWithin(i, groups, words);
    return body === null ? [] : [{ pair: [i, body] as const, rule: "same-body" }];
  });
}

/** "The manager of Aldane Petroleum": whoever is called after a known body speaks for it. The longest such name. */
function bodyWithin(
  i: number,
  groups: readonly Speaker[][],
  words: readonly ReadonlySet<string>[],
): number | null {
  const within = groups.flatMap(([s], j) =>
    s!.actor !== null && words[j]!.size > 1 && [...words[j]!].every((word) => words[i]!.has(word)) ? [j] : [],
  );
  return within.sort((a, b) => words[b]!.size - words[a]!.size)[0] ?? null;
}

/** Own voices that print one text: near-duplicate reports, or a copied sentence. */
function copies(groups: readonly Speaker[][], limits: ComparisonMeasures["copies"]): Merge[] {
  const own = groups.flatMap((group, i) => {
    const spoken = group.filter((s) => s.kind === "outlet");
    return spoken.length === 0 ? [] : [{ i, spoken }];
  });
  const sketches = new Map<string, Sketch>();
  const sketch = (record: DocumentRecord) => {
    const known = sketches.get(record.document.id) ?? sketchOf(record.document.text);
    sketches.set(record.document.id, known);
    return known;
  };
  const merges: Merge[] = [];
  for (const a of own)
    for (const b of own) {
      if (b.i <= a.i) continue;
      const documents = (spoken: readonly Speaker[]) => [
        ...new Map(spoken.map((s) => [s.placed.ref.document, s.placed.record])).values(),
      ];
      const near = documents(a.spoken).some((x) =>
        documents(b.spoken).some((y) => x === y || isCopy(sketch(x), sketch(y), limits)),
      );
      if (near) merges.push({ pair: [a.i, b.i], rule: "near-duplicate" });
      else if (
        a.spoken.some((x) =>
          b.spoken.some((y) => copied(x.placed.claim.quote, y.placed.claim.quote, limits.words)),
        )
      )
        merges.push({ pair: [a.i, b.i], rule: "copied-sentence" });
    }
  return merges;
}

function copied(a: string, b: string, words: number): boolean {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  return short.length >= words && ` ${long.join(" ")} `.includes(` ${short.join(" ")} `);
}

/** The name most claims use; ties by code units. */
function shown(all: readonly Speaker[]): { name: string; kind: Origin["kind"] } {
  const counts = new Map<string, { name: string; kind: Origin["kind"]; count: number }>();
  for (const { name, kind } of all) {
    const entry = counts.get(name) ?? { name, kind, count: 0 };
    entry.count++;
    counts.set(name, entry);
  }
  return [...counts.values()].sort(orderedBy((c) => c.name)).sort((a, b) => b.count - a.count)[0]!;
}
