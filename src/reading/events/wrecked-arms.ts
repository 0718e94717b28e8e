// "Coalition forces destroyed two launchers and a patrol boat": wrecking tells of an attack where one who acts does it to what
// fights. In: an annotated sentence. Out: such verbs, each with the words for what was wrecked: those tell no weapon of the attack.
// Knowledge: `arms` in knowledge/events/roles. Leaves alone: what arms wreck (happening-mention.ts), drones and missiles that were
// stopped on their way (knowledge/events/claims, intercepted).
import type { EventKnowledge } from "../../knowledge/events.js";
import type { Annotated } from "./annotate.js";
import type { TokenRange } from "./noun-phrase.js";
import { conjuncts, nounPhrase } from "./noun-phrase.js";
import { acts } from "./role-words.js";
import { subjectOf } from "./roles.js";

export interface WreckedArms extends TokenRange {
  /** The token where the verb begins. */
  readonly verb: number;
}

export function wreckedArms(annotated: Annotated, knowledge: EventKnowledge): WreckedArms[] {
  const { parsed, tokens } = annotated;
  return annotated.verbs.flatMap(({ from, value }): WreckedArms[] => {
    if (value.agent !== "weapon" || value.object !== "target" || tokens[from]!.fine === "VBG") return [];
    const subject = subjectOf(parsed, from);
    if (subject === null || subject > from) return [];
    if (tokens[subject]!.tag !== "PRON" && !acts(annotated, knowledge, subject)) return [];
    const object = parsed.dependents[from]!.find((d) => d > from && tokens[d]!.relation === "obj");
    if (object === undefined) return [];
    const heads = conjuncts(parsed, object);
    if (!heads.some((head) => knowledge.roles.arms.has(tokens[head]!.lower))) return [];
    const ranges = heads.map((head) => nounPhrase(parsed, head, false, knowledge.roles.of));
    const first = Math.min(...ranges.map((range) => range.from));
    return [
      { verb: from, from: first, to: listEnd(annotated, Math.max(...ranges.map((range) => range.to))) },
    ];
  });
}

/** "two patrol boats, one uncrewed vessel and one system": to the end of the list, whatever the tree says. */
function listEnd({ tokens }: Annotated, from: number): number {
  let to = from;
  while (to < tokens.length && (LISTED.has(tokens[to]!.tag) || tokens[to]!.text === "," || isModifier(to)))
    to++;
  return to;

  function isModifier(at: number): boolean {
    return tokens[at]!.tag === "VERB" && tokens[at]!.fine !== "VBG" && tokens[at + 1]?.tag === "NOUN";
  }
}

const LISTED: ReadonlySet<string> = new Set(["NUM", "NOUN", "PROPN", "ADJ", "DET", "CCONJ"]);

/** The sentence without the weapons that were wrecked in it. */
export function withoutWrecked(annotated: Annotated, wrecked: readonly WreckedArms[]): Annotated {
  if (wrecked.length === 0) return annotated;
  const isIn = (at: number) => wrecked.some(({ from, to }) => from <= at && at < to);
  return { ...annotated, weapons: annotated.weapons.filter((weapon) => !isIn(weapon.from)) };
}
