// Everything that the stages know, parsed once from the layers. The one place that lists the tables.
import { parseActorKnowledge, type ActorKnowledge } from "../knowledge/actors.js";
import { parseAttributionKnowledge, type AttributionKnowledge } from "../knowledge/attribution.js";
import { parseCasingKnowledge, type CasingKnowledge } from "../knowledge/casing.js";
import { parseClaimRules, type ClaimRule } from "../knowledge/claim-patterns.js";
import { parseEventKnowledge, type EventKnowledge } from "../knowledge/events.js";
import { parseFramingKnowledge, type FramingKnowledge } from "../knowledge/framing.js";
import type { KnowledgeLayers } from "../knowledge/layers.js";
import { parseNumeralKnowledge } from "../knowledge/numerals.js";
import { parseOutletKnowledge, type OutletKnowledge } from "../knowledge/outlets.js";
import { parsePlaceKnowledge, type PlaceKnowledge } from "../knowledge/places.js";
import { parseQuantityKnowledge } from "../knowledge/quantity.js";
import { parseSentenceKnowledge, type SentenceKnowledge } from "../knowledge/sentences.js";
import { parseStandIns, parseSyntaxModel, type StandInWords, type SyntaxModel } from "../knowledge/syntax.js";
import { parseTallyKnowledge, type TallyKnowledge } from "../knowledge/tallies.js";
import { parseTextKnowledge, type TextKnowledge } from "../knowledge/text.js";
import { parseTimeKnowledge } from "../knowledge/time.js";
import { prepareQuantities, type QuantityReader } from "../reading/quantity/find-quantities.js";
import { prepareTimes, type TimeReader } from "../reading/time/find-times.js";

export interface ReadingKnowledge {
  readonly text: TextKnowledge;
  readonly outlets: OutletKnowledge;
  readonly casing: CasingKnowledge;
  readonly sentences: SentenceKnowledge;
  readonly syntax: SyntaxModel;
  readonly standIns: StandInWords;
  readonly times: TimeReader;
  readonly quantities: QuantityReader;
  readonly places: PlaceKnowledge;
  readonly actors: ActorKnowledge;
  readonly attribution: AttributionKnowledge;
  readonly events: EventKnowledge;
  readonly claimRules: readonly ClaimRule[];
  readonly tallies: TallyKnowledge;
  readonly framing: FramingKnowledge;
}

/** Throws where a file is not of its form: what ships is tested, a pack is the caller's to report. */
export function parseReadingKnowledge(layers: KnowledgeLayers): ReadingKnowledge {
  const numerals = parseNumeralKnowledge(layers);
  return {
    text: parseTextKnowledge(layers),
    outlets: parseOutletKnowledge(layers),
    casing: parseCasingKnowledge(layers),
    sentences: parseSentenceKnowledge(layers),
    syntax: parseSyntaxModel(layers),
    standIns: parseStandIns(layers),
    times: prepareTimes(parseTimeKnowledge(layers), numerals),
    quantities: prepareQuantities(parseQuantityKnowledge(layers), numerals),
    places: parsePlaceKnowledge(layers),
    actors: parseActorKnowledge(layers),
    attribution: parseAttributionKnowledge(layers),
    events: parseEventKnowledge(layers),
    claimRules: parseClaimRules(layers),
    tallies: parseTallyKnowledge(layers),
    framing: parseFramingKnowledge(layers),
  };
}
