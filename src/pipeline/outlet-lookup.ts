// The table of outlets as the text stage asks it: by domain, by name. A name that two families share is nobody's.
import { fold } from "../base/fold.js";
import type { OutletKnowledge, OutletRow } from "../knowledge/outlets.js";
import type { KnownOutlet, OutletLookup } from "../reading/text/outlet.js";

const lookups = new WeakMap<OutletKnowledge, OutletLookup>();

export function outletLookup(knowledge: OutletKnowledge): OutletLookup {
  const known = lookups.get(knowledge);
  if (known !== undefined) return known;
  const lookup: OutletLookup = {
    byDomain: (domain) => outlet(knowledge.byDomain.get(domain.toLowerCase().replace(/^www\./u, "")) ?? null),
    byName: (name) => {
      const rows = knowledge.byName.get(fold(name)) ?? [];
      const families = new Set(rows.map((row) => row.family ?? row.domain));
      return families.size === 1 ? outlet(rows[0]!) : null;
    },
  };
  lookups.set(knowledge, lookup);
  return lookup;
}

function outlet(row: OutletRow | null): KnownOutlet | null {
  return row === null ? null : { name: row.name, domain: row.domain, agency: row.agency };
}
