// Events and documents in few words, for examples and tests.
import type { EventSketch } from "../../src/knowledge/comparison.js";
import type { Claim, Weapon } from "../../src/model/claim.js";
import type { Count } from "../../src/model/count.js";
import type { Event, EventType } from "../../src/model/event.js";
import type { Precision } from "../../src/model/place.js";
import type { DocumentRecord } from "../../src/model/record.js";

type Bare = {
  [A in Claim["attribute"]]: Pick<Extract<Claim, { attribute: A }>, "attribute" | "value">;
}[Claim["attribute"]];
export type ClaimSketch = Bare & Partial<Pick<Claim, "stance" | "sources" | "quote">>;

export function eventOf(sketch: EventSketch, id = "e1", claims: readonly ClaimSketch[] = []): Event {
  const quote = sketch.quote ?? "";
  const count = (n: number | readonly [number]): Count =>
    typeof n === "number" ? { min: n, max: n } : { min: n[0] };
  const told: ClaimSketch[] = [...claims];
  if (sketch.weapon !== undefined) told.push({ attribute: "weapon", value: sketch.weapon as Weapon });
  if (sketch.perpetrator !== undefined) told.push({ attribute: "perpetrator", value: sketch.perpetrator });
  if (sketch.target !== undefined) told.push({ attribute: "target", value: sketch.target });
  for (const attribute of ["killed", "injured"] as const) {
    const n = sketch[attribute];
    if (n !== undefined) told.push({ attribute, value: { count: count(n), who: null } });
  }
  const [name, lat, lon, precision, row, admin1] = sketch.place ?? [];
  return {
    id,
    type: (sketch.type ?? "Attack") as EventType,
    focus: sketch.focus ?? "main",
    date: sketch.date ?? null,
    place:
      name === undefined
        ? null
        : {
            name,
            lat: lat!,
            lon: lon!,
            precision: precision as Precision,
            ...(row === undefined ? {} : { id: row }),
            ...(admin1 === undefined ? {} : { admin1 }),
          },
    quote,
    start: 0,
    end: quote.length,
    claims: told.map((claim): Claim => {
      const words = claim.quote ?? quote;
      return {
        stance: "asserted",
        sources: [],
        ...claim,
        quote: words,
        start: 0,
        end: words.length,
      } as Claim;
    }),
  };
}

export function recordOf(
  id: string,
  events: readonly Event[],
  about: {
    readonly outlet?: string;
    readonly published?: string;
    readonly text?: string;
    readonly agency?: readonly string[];
  } = {},
): DocumentRecord {
  return {
    schema: "hearsay/document/1",
    document: {
      id,
      ref: `${id}.txt`,
      title: null,
      byline: null,
      outlet: about.outlet === undefined ? null : { name: about.outlet, domain: null },
      agency: about.agency ?? [],
      language: "en",
      published: about.published ?? null,
      publishedBasis: about.published === undefined ? null : "metadata",
      publishedQuote: null,
      url: null,
      text: about.text ?? events.map((event) => event.quote).join("\n"),
      posts: [],
      dropped: [],
    },
    events,
    tallies: [],
    framing: [],
    mentions: [],
    warnings: [],
    reading: { engine: "test", version: "1", knowledge: "" },
  };
}
