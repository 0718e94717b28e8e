// Who does a happening to whom, from the heads that a verb or a noun gives: which of them can act or be attacked, and the words that
// name them. A subject that is a weapon ("rockets hit the port") is no perpetrator; a thing is a perpetrator only where it is an
// actor or a word for those who act (knowledge/events/roles). Abstains rather than guess: no role without its words.
import type { EventKnowledge } from "../../knowledge/events.js";
import type { ParsedSentence } from "../../model/syntax.js";
import { afterVerb, isAccused, isCounted, isHurt, isOfTime } from "./aims.js";
import type { Annotated } from "./annotate.js";
import { datelineEnd } from "./dateline.js";
import type { TokenRange } from "./noun-phrase.js";
import { caseOf, conjuncts, nounPhrase } from "./noun-phrase.js";
import { actorRange, acts, isGoverned, isWeaponPlatform, named, together, withName } from "./role-words.js";

export interface Roles {
  readonly perpetrators: readonly TokenRange[];
  readonly targets: readonly TokenRange[];
}

/** Own subject, or that of the verb it is joined to or hangs on; for a relative clause the noun it describes. */
export function subjectOf(parsed: ParsedSentence, verb: number): number | null {
  let at = verb;
  for (let steps = 0; steps < 4; steps++) {
    const token = parsed.tokens[at]!;
    const own = parsed.dependents[at]!.find((d) => parsed.tokens[d]!.relation === "nsubj");
    if (own !== undefined) {
      if (own > at) return null;
      const relative = parsed.tokens[own]!.tag === "PRON" && token.relation === "acl:relcl";
      return relative && token.head >= 0 ? token.head : own;
    }
    if (parsed.dependents[at]!.some((d) => parsed.tokens[d]!.relation === "nsubj:pass"))
      return at === verb
        ? null
        : parsed.dependents[at]!.find((d) => parsed.tokens[d]!.relation === "nsubj:pass")!;
    if (token.relation === "acl" && token.fine === "VBG") return token.head;
    if (
      !["conj", "xcomp", "advcl", "ccomp"].includes(token.relation) ||
      token.head < 0 ||
      token.relation === "ccomp"
    )
      return null;
    at = token.head;
  }
  return null;
}

export function ranges(
  annotated: Annotated,
  knowledge: EventKnowledge,
  perpetrators: readonly number[],
  targets: readonly number[],
  /** People are what is taken: no word for them is too general, no number makes them casualties. */
  people = false,
): Roles {
  const { parsed } = annotated;
  const isWeapon = (i: number) =>
    annotated.weapons.some(
      (w) => w.from <= i && i < w.to && w.value.as !== "platform" && w.value.as !== "trace",
    );
  // "JOS, Kovia (Made Wire) - Gunmen …": where it was written
  const written = datelineEnd(annotated);
  const doers = perpetrators
    .flatMap((head) => conjuncts(parsed, head))
    .filter(
      (head) =>
        head >= written &&
        !isWeapon(head) &&
        !annotated.nouns.some((n) => n.from <= head && head < n.to) &&
        !isHurt(annotated, head) &&
        !isGoverned(annotated, head, knowledge) &&
        acts(annotated, knowledge, head),
    );
  const hit = targets
    .map((head) => wholeOf(annotated, head, knowledge))
    .flatMap((head) => thingsTogether(annotated, head))
    .filter(
      (head) =>
        head >= written &&
        !isWeapon(head) &&
        !isWeaponPlatform(annotated, head) &&
        ["NOUN", "PROPN"].includes(parsed.tokens[head]!.tag),
    )
    .filter((head) => people || !knowledge.roles.empty_targets.has(parsed.tokens[head]!.lower))
    .filter((head) => people || !isCounted(annotated, head))
    .filter((head) => !isAccused(annotated, head, knowledge))
    .filter((head) => !annotated.speech.some((s) => s.from <= head && head < s.to))
    .filter((head) => !isOfTime(annotated, head))
    .filter((head) => !isBareTown(annotated, head, knowledge))
    .filter((head) => ![...annotated.nouns, ...annotated.verbs].some((n) => n.from <= head && head < n.to));
  return {
    perpetrators: unique(
      doers.flatMap((head) => {
        const range =
          named(annotated, head, knowledge) ??
          actorRange(annotated, head, knowledge) ??
          nounPhrase(parsed, head, true, knowledge.roles.of);
        return together(annotated, range, knowledge);
      }),
    ),
    targets: unique(
      hit.map((head) =>
        withoutHedge(
          annotated,
          withName(
            annotated,
            afterVerb(annotated, nounPhrase(parsed, head, true, knowledge.roles.of), head),
            head,
          ),
        ),
      ),
    ),
  };
}

/** "at | least ten towers": the number without half of its hedge. */
function withoutHedge({ quantities }: Annotated, range: TokenRange): TokenRange {
  const number = quantities.find((q) => q.from < range.from && range.from < q.to && q.to < range.to);
  return number === undefined ? range : { from: number.to - 1, to: range.to };
}

/** "half of the depot": the depot. */
function wholeOf({ parsed }: Annotated, head: number, knowledge: EventKnowledge): number {
  if (!knowledge.roles.shares.has(parsed.tokens[head]!.lower)) return head;
  return (
    parsed.dependents[head]!.find(
      (d) =>
        d > head && parsed.tokens[d]!.relation === "nmod" && knowledge.roles.of.has(caseOf(parsed, d) ?? ""),
    ) ?? head
  );
}

/** "a clinic and a public market": things in one run of words, past no preposition. */
function thingsTogether(annotated: Annotated, head: number): number[] {
  return conjuncts(annotated.parsed, head).filter(
    (other) =>
      other === head ||
      (annotated.tokens[other]!.tag === "NOUN" &&
        annotated.tokens
          .slice(head + 1, other)
          .every(({ tag }) => ["CCONJ", "DET", "ADJ", "NOUN", "NUM"].includes(tag))),
  );
}

/** "the town", "an area": a word for a place that says nothing of which. */
function isBareTown(annotated: Annotated, head: number, knowledge: EventKnowledge): boolean {
  const { from, to } = nounPhrase(annotated.parsed, head, true, knowledge.roles.of);
  return to - from === 1 && knowledge.roles.towns.has(annotated.tokens[head]!.lower);
}

function unique(list: readonly TokenRange[]): TokenRange[] {
  return list.filter(
    (range, i) => list.findIndex((other) => other.from === range.from && other.to === range.to) === i,
  );
}
