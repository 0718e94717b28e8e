// What linking and comparing know, parsed from the layers: levels, values and titles of knowledge/comparison, actors, outlets.
import { parseActorKnowledge, type ActorKnowledge } from "../knowledge/actors.js";
import { parseComparisonKnowledge } from "../knowledge/comparison.js";
import type { KnowledgeLayers } from "../knowledge/layers.js";
import type { LinkingKnowledge } from "../linking/link.js";
import { actorLookup } from "./actor-lookup.js";

/** Throws where a file is not of its form; `actors` where they are parsed already. */
export function parseLinkingKnowledge(
  layers: KnowledgeLayers,
  actors: ActorKnowledge = parseActorKnowledge(layers),
): LinkingKnowledge {
  return { comparison: parseComparisonKnowledge(layers), actors: actorLookup(actors) };
}
