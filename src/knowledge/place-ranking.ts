// knowledge/place-ranking/*.yaml: how well known places are beyond their number of people: by the table that holds them, provinces
// by their country, towns by size. Weights of reading/places/resolve.ts, in its points. Leaves alone: what the text says.
import { z } from "zod";
import type { KnowledgeLayers } from "./layers.js";
import { yamlUnder } from "./layers.js";

const Ranking = z.strictObject({
  sources: z.record(z.string(), z.strictObject({ weight: z.number(), selfEvident: z.boolean() })),
  provinces: z.strictObject({ weight: z.number(), of: z.record(z.string(), z.number()) }),
  people: z.strictObject({ city: z.number(), wellKnown: z.number() }),
});

export interface PlaceRanking {
  readonly sources: ReadonlyMap<string, number>;
  /** Tables whose places are meant without other evidence. */
  readonly selfEvident: ReadonlySet<string>;
  /** Weight of a province whose noun is not said, and of some countries. */
  readonly province: number;
  readonly provinces: ReadonlyMap<string, number>;
  /** People from which a town is no small one, and from which it needs no other evidence. */
  readonly city: number;
  readonly wellKnown: number;
}

/** Later layers add to earlier ones. Throws on a file that is not of the form. */
export function parsePlaceRanking(layers: KnowledgeLayers): PlaceRanking {
  const files = yamlUnder(layers, "place-ranking/").map(({ value }) => Ranking.parse(value));
  const last = files.at(-1);
  if (last === undefined) throw new Error("place-ranking/: no file");
  const sources = files.flatMap((file) => Object.entries(file.sources));
  return {
    sources: new Map(sources.map(([name, { weight }]) => [name, weight])),
    selfEvident: new Set(sources.filter(([, { selfEvident }]) => selfEvident).map(([name]) => name)),
    province: last.provinces.weight,
    provinces: new Map(files.flatMap((file) => Object.entries(file.provinces.of))),
    ...last.people,
  };
}
