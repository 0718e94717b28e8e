// The tables of actors and outlets as linking asks them (src/model/actor-lookup.ts): who a name is, what body it belongs to,
// which family an outlet is of. A name that several rows bear, and a described group ("the army"), identify nobody here.
import type { ActorKnowledge, Belonging } from "../knowledge/actors.js";
import { actorKey } from "../knowledge/actors.js";
import type { ActorLookup } from "../model/actor-lookup.js";

const lookups = new WeakMap<ActorKnowledge, ActorLookup>();

export function actorLookup(knowledge: ActorKnowledge): ActorLookup {
  const known = lookups.get(knowledge);
  if (known !== undefined) return known;
  const ids = new Map<string, string | null>();
  const families = new Map<string, string | null>();
  const bodies = new Map<string, readonly string[]>();
  const remembered = <T>(map: Map<string, T>, key: string, find: () => T): T => {
    const found = map.get(key);
    if (found !== undefined) return found;
    const made = find();
    map.set(key, made);
    return made;
  };
  const lookup: ActorLookup = {
    actorIdOf: (name) => remembered(ids, name, () => onlyActor(name, knowledge)),
    // Offices change hands by the month, and so do alliances: days of one month are asked once.
    memberOf(id, day = null) {
      const month = day?.slice(0, MONTH) ?? null;
      return remembered(bodies, `${id} ${month ?? ""}`, () => bodiesOf(id, month, knowledge));
    },
    stateOf: (id, day = null) =>
      [id, ...lookup.memberOf(id, day)].find((one) => knowledge.byId.get(one)?.kind === "state") ?? null,
    outletFamily: (name) => remembered(families, name, () => familyOf(name, knowledge)),
  };
  lookups.set(knowledge, lookup);
  return lookup;
}

const MONTH = "2021-07".length;

function onlyActor(name: string, { byName }: ActorKnowledge): string | null {
  const named = byName.get(actorKey(name)) ?? [];
  const rows = new Map(
    named.flatMap(({ row, loaded }) => (row === null || loaded ? [] : [[row.id, row] as const])),
  );
  const [only] = rows.values();
  return rows.size !== 1 || only === undefined || only.kind === "category" ? null : only.id;
}

/** The body it speaks for, then those it belongs to, then theirs; nearest first, each once. */
function bodiesOf(id: string, month: string | null, { byId }: ActorKnowledge): string[] {
  const found: string[] = [];
  let next = [id];
  while (next.length > 0) {
    next = next
      .flatMap((one) => {
        const row = byId.get(one);
        return row === undefined
          ? []
          : [...row.speaksFor, ...row.memberOf].filter((body) => holds(body, month)).map((body) => body.id);
      })
      .filter((body, i, all) => body !== id && !found.includes(body) && all.indexOf(body) === i);
    found.push(...next);
  }
  return found;
}

/** Whether it belongs there in this month, as far as that is told. */
function holds({ from, to }: Belonging, month: string | null): boolean {
  if (month === null) return true;
  const shared = (date: string) => Math.min(date.length, month.length);
  return (
    (from === null || from.slice(0, shared(from)) <= month.slice(0, shared(from))) &&
    (to === null || to.slice(0, shared(to)) >= month.slice(0, shared(to)))
  );
}

function familyOf(nameOrDomain: string, { outlets }: ActorKnowledge): string | null {
  const domain = outlets.byDomain.get(nameOrDomain.toLowerCase().replace(/^www\./u, ""));
  const rows = domain === undefined ? (outlets.byName.get(actorKey(nameOrDomain)) ?? []) : [domain];
  const families = new Set(rows.map((row) => row.family ?? row.domain));
  const [family] = families;
  return families.size === 1 && family !== undefined ? family : null;
}
