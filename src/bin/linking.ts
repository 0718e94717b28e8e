// The linker that this program uses: the knowledge that ships and the packs, and from them the function from all records to
// all incidents.
import type { LinkRecords } from "../app/environment.js";
import { constraintsOf } from "../app/constraints.js";
import type { Result } from "../base/result.js";
import { parseComparisonKnowledge } from "../knowledge/comparison.js";
import { linkEvents } from "../linking/link.js";
import { NO_ACTORS } from "../model/actor-lookup.js";
import { withPacks } from "./reading.js";

export function createLinker(packs: readonly string[]): Result<LinkRecords> {
  return withPacks(packs, (layers) => {
    const knowledge = { comparison: parseComparisonKnowledge(layers), actors: NO_ACTORS };
    return (records, decisions) => linkEvents(records, knowledge, constraintsOf(decisions));
  });
}
