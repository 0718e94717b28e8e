// Made-up outlets for the tests of the text room.
import type { KnownOutlet, OutletLookup } from "../../../src/reading/text/outlet.js";

const OUTLETS: readonly (KnownOutlet & { readonly others: readonly string[] })[] = [
  { name: "Kelm Wire", domain: "kelmwire.example", agency: true, others: ["KW", "Kelm Wire news agency"] },
  { name: "Valley Post", domain: "valleypost.example", agency: false, others: ["The Valley Post", "vpost"] },
  { name: "The Kelm Mirror", domain: "mirror.example", agency: false, others: [] },
];

export const outletTable: OutletLookup = {
  byName: (name) =>
    OUTLETS.find((o) => [o.name, ...o.others].some((one) => one.toLowerCase() === name.toLowerCase())) ??
    null,
  byDomain: (domain) => OUTLETS.find((o) => o.domain === domain) ?? null,
};
