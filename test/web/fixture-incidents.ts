// Incidents over the fixture documents, as the views of the server would give them, and a crowd of smaller ones for the list.
import { ATTRIBUTE_WORDS } from "../../src/contract/attribute-words.js";
import type {
  AttributeRow,
  CellView,
  ClaimView,
  DocumentView,
  IncidentRow,
  IncidentView,
} from "../../src/contract/views.js";
import type { Attribute } from "../../src/model/claim.js";
import { ATTRIBUTES } from "../../src/model/claim.js";
import type { Status } from "../../src/model/incident.js";
import type { Place } from "../../src/model/place.js";
import { claimWords } from "../../src/web/parts/words/claim-words.js";
import { PLACES, documentOf } from "./fixture-documents.js";
import { DRAFTS } from "./fixture-reports.js";

export const DOCUMENTS: readonly DocumentView[] = DRAFTS.map(documentOf);

interface Frame {
  readonly id: string;
  readonly title: string;
  readonly date: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly place: Place | null;
  readonly status: Readonly<Partial<Record<Attribute, Status>>>;
  readonly resolved?: IncidentView["resolved"];
  readonly why: Readonly<Partial<Record<Attribute, readonly string[]>>>;
}

const FRAMES: readonly Frame[] = [
  {
    id: "i-calder",
    title: "Rocket attack on Calder Airfield",
    date: "2032-03-12",
    earliest: "2032-03-12",
    latest: "2032-03-12",
    place: PLACES.calder,
    status: {
      munitions: "disputed",
      impact: "disputed",
      damage: "disputed",
      killed: "disputed",
      responsibility: "disputed",
      weapon: "agreed",
      injured: "agreed",
      time: "agreed",
      intercepted: "unverified",
    },
    why: {
      munitions: [
        "3 and 8 cannot both be true.",
        "5 and 8 cannot both be true.",
        "3 was revised to 5 on 14 March 2032.",
      ],
      impact: ["All on the perimeter and four inside cannot both be true."],
      damage: ["None and a destroyed hangar cannot both be true."],
      killed: ["None and 2 cannot both be true."],
      responsibility: ["The Vale Front claimed it on a channel and denied it later."],
    },
  },
  {
    id: "i-quay",
    title: "Car bomb at the fish market of Long Quay",
    date: "2032-04-02",
    earliest: "2032-04-02",
    latest: "2032-04-02",
    place: PLACES.quay,
    status: { killed: "disputed", injured: "single", weapon: "agreed", target: "single" },
    resolved: {
      killed: [
        { rule: "lowest", low: null, best: 9, high: null, origins: 3, hidden: [11, 13] },
        { rule: "low-best-high", low: 9, best: 9, high: null, origins: 3, hidden: [11, 13] },
        { rule: "majority", low: null, best: 9, high: null, origins: 3, hidden: [11, 13] },
        { rule: "latest", low: 9, best: null, high: 13, origins: 3, hidden: [11] },
      ],
      injured: [],
    },
    why: { killed: ["At least 11 and 9 cannot both be true.", "13 and 9 cannot both be true."] },
  },
];

export const INCIDENTS: readonly IncidentView[] = FRAMES.map(incidentOf);

function incidentOf(frame: Frame): IncidentView {
  const told = DOCUMENTS.flatMap((view) =>
    view.events.filter((event) => event.incident === frame.id).map((event) => ({ view, event })),
  );
  const originIds = new Map<string, { name: string; kind: string; documents: Set<string> }>();
  const claims = told.flatMap(({ view, event }) =>
    event.claims.map((claim, index) => {
      const outlet = view.document.outlet?.name ?? "";
      const name = claim.sources[0]?.name ?? outlet;
      const origin = originIds.get(name) ?? {
        name,
        kind: claim.sources[0]?.kind ?? "outlet",
        documents: new Set(),
      };
      origin.documents.add(view.document.id);
      originIds.set(name, origin);
      const from = Math.max(0, claim.start - 200);
      const shown: ClaimView = {
        id: `${view.document.id}#${event.id}#${index}`,
        document: view.document.id,
        event: event.id,
        claim: index,
        attribute: claim.attribute,
        quote: claim.quote,
        start: claim.start,
        end: claim.end,
        stance: claim.stance,
        sources: claim.sources,
        outlet,
        documentTitle: view.document.title ?? "",
        published: view.document.published,
        context: {
          text: view.document.text.slice(from, claim.end + 200),
          quoteStart: claim.start - from,
          quoteEnd: claim.end - from,
        },
      };
      return { claim, shown, origin: name };
    }),
  );
  const names = [...originIds.keys()];
  const originId = (name: string): string => `o${names.indexOf(name) + 1}`;
  const attributes: AttributeRow[] = ATTRIBUTES.flatMap((attribute) => {
    const own = claims.filter((c) => c.claim.attribute === attribute);
    if (own.length === 0) return [];
    const values: { label: string; stance: ClaimView["stance"]; origins: Set<string> }[] = [];
    const cells: Record<string, CellView[]> = {};
    for (const { claim, shown, origin } of own) {
      const label = attribute === "munitions" ? `${claimWords(claim)} rockets` : claimWords(claim);
      let valueIndex = values.findIndex((v) => v.label === label && v.stance === claim.stance);
      if (valueIndex === -1)
        valueIndex = values.push({ label, stance: claim.stance, origins: new Set() }) - 1;
      values[valueIndex]!.origins.add(origin);
      const list = (cells[originId(origin)] ??= []);
      const at = list.findIndex((cell) => cell.valueIndex === valueIndex);
      const cell = list[at];
      if (cell === undefined)
        list.push({ label, stance: claim.stance, value: claim.value, claims: [shown], valueIndex });
      else list[at] = { ...cell, claims: [...cell.claims, shown] };
    }
    return [
      {
        attribute,
        label: ATTRIBUTE_WORDS[attribute],
        status: frame.status[attribute] ?? "single",
        cells,
        values: values.map((v) => ({ label: v.label, stance: v.stance, independentSources: v.origins.size })),
        across: [],
        conflicts: (frame.why[attribute] ?? []).map((why, i) => ({ between: [0, i + 1] as const, why })),
      },
    ];
  });
  const statuses: Partial<Record<Status, number>> = {};
  for (const row of attributes) statuses[row.status] = (statuses[row.status] ?? 0) + 1;
  const [first, ...others] = told;
  return {
    resolved: frame.resolved ?? { killed: [], injured: [] },
    row: {
      id: frame.id,
      title: frame.title,
      type: told[0]?.event.type ?? "Other",
      date: frame.date,
      earliest: frame.earliest,
      latest: frame.latest,
      place: frame.place,
      articles: told.length,
      outlets: new Set(told.map((t) => t.view.document.outlet?.name)).size,
      origins: names.length,
      main: true,
      statuses,
      disputed: attributes.filter((row) => row.status === "disputed").map((row) => row.attribute),
      killed: frame.id === "i-calder" ? "none or 2" : "9 to 13",
      injured: frame.id === "i-calder" ? "none or 1" : "dozens",
    },
    origins: names.map((name) => {
      const origin = originIds.get(name)!;
      return {
        id: originId(name),
        name,
        kind: origin.kind,
        basis: ["same-actor"],
        articles: [...origin.documents].map((document) => {
          const view = DOCUMENTS.find((d) => d.document.id === document)!;
          const outlet = view.document.outlet?.name ?? "";
          const chain = name === outlet ? [outlet] : [name, ...view.document.agency, outlet];
          return {
            document,
            outlet,
            title: view.document.title ?? "",
            published: view.document.published,
            chain,
          };
        }),
      };
    }),
    attributes: [
      ...attributes.filter((row) => row.status === "disputed"),
      ...attributes.filter((row) => row.status !== "disputed"),
    ],
    accounts: told.map(({ view, event }) => ({
      document: view.document.id,
      event: event.id,
      outlet: view.document.outlet?.name ?? "",
      title: view.document.title ?? "",
      published: view.document.published,
      quote: event.quote,
      start: event.start,
      end: event.end,
      focus: event.focus,
      origins: [
        ...new Set(
          claims.filter((c) => c.shown.document === view.document.id).map((c) => originId(c.origin)),
        ),
      ],
    })),
    framing: framingOf(told.map((t) => t.view)),
    links: others.map(({ view, event }, index) => ({
      a: { document: first!.view.document.id, ref: first!.view.document.ref, event: first!.event.id },
      b: { document: view.document.id, ref: view.document.ref, event: event.id },
      weights: [
        { comparison: "date", level: "same-day", weight: 6.2 },
        { comparison: "place", level: "same-site", weight: 8.1 - index },
        { comparison: "type", level: "same-type", weight: 2.4 },
        { comparison: "figures", level: "contradictory", weight: -1.3 },
      ],
      total: 15.4 - index,
      aQuote: first!.event.quote,
      bQuote: event.quote,
      aOutlet: first!.view.document.outlet?.name ?? "",
      bOutlet: view.document.outlet?.name ?? "",
    })),
  };
}

function framingOf(views: readonly DocumentView[]): IncidentView["framing"] {
  const things = new Map<string, IncidentView["framing"][number]>();
  for (const view of views)
    for (const term of view.framing) {
      const key = term.referent ?? "";
      const kept = things.get(key) ?? { referent: term.referent, neutral: term.neutral, uses: [] };
      const use = {
        document: view.document.id,
        outlet: view.document.outlet?.name ?? "",
        term: term.term,
        sources: term.sources,
        start: term.start,
        end: term.end,
      };
      things.set(key, { ...kept, uses: [...kept.uses, use] });
    }
  return [...things.values()];
}

const PLACE_LIST = Object.values(PLACES);
const TYPES = [
  "Shelling/artillery/missile attack",
  "Air/drone strike",
  "Armed clash",
  "Remote explosive/landmine/IED",
  "Abduction/forced disappearance",
] as const;
const NOUNS = ["Shelling of", "Drone strike on", "Clash at", "Roadside bomb near", "Abductions in"] as const;

/** A crowd of incidents without documents, the same ones for the same number. */
export function crowd(n: number): IncidentRow[] {
  return Array.from({ length: n }, (_, i) => {
    const type = i % 5;
    const place = i % 11 === 7 ? null : (PLACE_LIST[(i * 7) % PLACE_LIST.length] ?? null);
    const month = String(1 + ((i * 5) % 12)).padStart(2, "0");
    const day = String(1 + ((i * 13) % 28)).padStart(2, "0");
    const year = i % 9 === 0 ? 2031 : 2032;
    const sort = i % 8;
    const date =
      sort === 3
        ? `${year}-${month}`
        : sort === 5
          ? `${year}-${month}-${day}/${year}-12-15`
          : sort === 6 && i % 3 === 0
            ? null
            : `${year}-${month}-${day}`;
    const disputed: Attribute[] = i % 3 === 0 ? ["killed"] : i % 7 === 0 ? ["munitions", "damage"] : [];
    return {
      id: `c${i}`,
      title: `${NOUNS[type]} ${place?.name ?? "an unnamed place"}`,
      type: TYPES[type] ?? "Other",
      date,
      earliest: date === null ? null : sort === 3 ? `${year}-${month}-01` : `${year}-${month}-${day}`,
      latest:
        date === null
          ? null
          : sort === 3
            ? `${year}-${month}-28`
            : sort === 5
              ? `${year}-12-15`
              : `${year}-${month}-${day}`,
      place,
      articles: 1 + (i % 6),
      outlets: 1 + (i % 4),
      origins: 1 + (i % 3),
      main: i % 10 !== 4,
      statuses: {
        agreed: i % 4,
        single: 2 + (i % 3),
        ...(disputed.length > 0 ? { disputed: disputed.length } : {}),
        ...(i % 6 === 1 ? { unverified: 1, open: 1 } : {}),
      },
      disputed,
      killed: disputed.includes("killed") ? `${i % 9} or ${(i % 9) + 2}` : i % 2 === 0 ? String(i % 5) : null,
      injured: i % 4 === 0 ? String(i % 13) : null,
    };
  });
}
