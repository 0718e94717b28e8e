// The linker that this program uses: the knowledge that ships and the packs, and from them the function from all records to
// all incidents.
import type { LinkRecords } from "../app/environment.js";
import { constraintsOf } from "../app/constraints.js";
import type { Result } from "../base/result.js";
import { linkEvents } from "../linking/link.js";
import { parseLinkingKnowledge } from "../pipeline/linking-knowledge.js";
import { withPacks } from "./stamp.js";

export function createLinker(packs: readonly string[]): Result<LinkRecords> {
  return withPacks(packs, (layers) => {
    const knowledge = parseLinkingKnowledge(layers);
    return (records, decisions) => linkEvents(records, knowledge, constraintsOf(decisions));
  });
}
