// The linker that this program uses: the knowledge that ships and the packs, and from them the function from all records to
// all incidents.
import type { LinkRecords } from "../app/environment.js";
import { constraintsOf } from "../app/constraints.js";
import type { Result } from "../base/result.js";
import { parseComparisonKnowledge } from "../knowledge/comparison.js";
import { linkEvents } from "../linking/link.js";
import type { TallyMeasures } from "../linking/tally-record.js";
import { parseLinkingKnowledge } from "../pipeline/linking-knowledge.js";
import { withPacks } from "./stamp.js";

export function createLinker(packs: readonly string[]): Result<LinkRecords> {
  return withPacks(packs, (layers) => {
    const knowledge = parseLinkingKnowledge(layers);
    return (records, decisions) => linkEvents(records, knowledge, constraintsOf(decisions));
  });
}

/** What tallies count, of the knowledge that ships and the packs. */
export function tallyMeasures(packs: readonly string[]): Result<TallyMeasures> {
  return withPacks(packs, (layers) => {
    const { counted, nearDays, values } = parseComparisonKnowledge(layers);
    return { counted, nearDays, places: values.measures };
  });
}
