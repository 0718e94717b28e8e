// Which decision was undone by which: the log says only what an undo takes back.
import type { DecisionListView } from "../../../contract/decisions.js";

/** Of each undone decision's number, the number of the undo. */
export function undoneBy(
  decisions: readonly Pick<DecisionListView["decisions"][number], "id" | "undoes">[],
): ReadonlyMap<number, number> {
  return new Map(decisions.flatMap(({ id, undoes }) => (undoes === null ? [] : [[undoes, id] as const])));
}
