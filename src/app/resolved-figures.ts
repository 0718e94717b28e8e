// The killed and the injured of every incident as one figure by the rule that a person chose: for tables and exports.
import { resolveFigure } from "../linking/resolution.js";
import type { Incident } from "../model/incident.js";
import type { ResolutionRule, ResolvedFigure } from "../model/resolution.js";
import type { Store } from "../ports/store.js";

export type FigureOf = (incident: Incident, attribute: "killed" | "injured") => ResolvedFigure | null;

/** Reads when each document was published; the function stays good after the store is closed. */
export async function figuresBy(rule: ResolutionRule, store: Pick<Store, "records">): Promise<FigureOf> {
  const published = new Map<string, string | null>();
  for await (const { document } of store.records()) published.set(document.id, document.published);
  return (incident, attribute) => resolveFigure(incident, attribute, rule, (id) => published.get(id) ?? null);
}
