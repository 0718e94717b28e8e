// Questions to a parsed sentence: who does what to whom, which words belong together. Pure functions over ParsedSentence; token
// indexes in, token indexes or ranges out (ranges are half-open), null or an empty list where the tree does not tell.
// Relations are those of Universal Dependencies; no words are known here. Leaves alone: coreference, other sentences.
import type { ParsedSentence } from "../../model/syntax.js";

/** Token indexes, end exclusive. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

const CLAUSAL: ReadonlySet<string> = new Set([
  "root",
  "ccomp",
  "advcl",
  "acl",
  "acl:relcl",
  "csubj",
  "parataxis",
  "xcomp",
]);
/** Dependents that stand outside a base noun phrase. */
const OUTSIDE_NOUN_PHRASE: ReadonlySet<string> = new Set([
  "case",
  "cc",
  "punct",
  "mark",
  "cop",
  "aux",
  "advmod",
  "nsubj",
  "nsubj:pass",
  "nmod",
  "acl",
  "acl:relcl",
  "appos",
  "conj",
  "parataxis",
  "obl",
  "obl:unmarked",
  "advcl",
  "ccomp",
  "xcomp",
  "list",
  "dep",
  "discourse",
]);

const NO_TOKENS: readonly number[] = [];

/** Dependents of token i with one of these relations, in text order. */
export function dependentsOf(
  s: ParsedSentence,
  i: number,
  ...relations: readonly string[]
): readonly number[] {
  const dependents = s.dependents[i] ?? NO_TOKENS;
  return dependents.filter((d) => relations.includes(s.tokens[d]!.relation));
}

/** Token i with everything that hangs on it: contiguous, because no arcs cross. */
export function subtreeSpan(s: ParsedSentence, i: number): TokenRange {
  let from = i;
  let to = i;
  for (
    let first = s.dependents[from]![0];
    first !== undefined && first < from;
    first = s.dependents[from]![0]
  ) {
    from = first;
  }
  for (
    let last = s.dependents[to]!.at(-1);
    last !== undefined && last > to;
    last = s.dependents[to]!.at(-1)
  ) {
    to = last;
  }
  return { from, to: to + 1 };
}

/** The word that heads the chain of coordination which token i belongs to: for "bombs" in "rockets and bombs", "rockets". */
export function firstConjunct(s: ParsedSentence, i: number): number {
  let first = i;
  while (s.tokens[first]!.relation === "conj") first = s.tokens[first]!.head;
  return first;
}

/** All words coordinated with token i, itself among them, in text order. */
export function conjuncts(s: ParsedSentence, i: number): readonly number[] {
  const found = [firstConjunct(s, i)];
  for (let k = 0; k < found.length; k++) found.push(...dependentsOf(s, found[k]!, "conj"));
  return found.sort((a, b) => a - b);
}

/**
 * Whether the verb is passive, its subject being what it is done to: by its auxiliary, subject or agent; or a bare participle after
 * a noun ("the man killed by a mine"), before a clause ("Backed by jets, …"), or coordinated with a passive ("were hit and burnt").
 */
export function isPassive(s: ParsedSentence, verb: number): boolean {
  let at = verb;
  for (let steps = 0; steps < s.tokens.length; steps++) {
    if (dependentsOf(s, at, "nsubj:pass", "aux:pass", "obl:agent").length > 0) return true;
    const { relation, fine, head } = s.tokens[at]!;
    if (fine !== "VBN" || dependentsOf(s, at, "aux", "nsubj", "obj").length > 0) return false;
    if (relation !== "conj") return relation === "acl" || relation === "advcl" || relation === "amod";
    at = head;
  }
  return false;
}

/**
 * The word that does it, of an active verb. A coordinated verb, or an infinitive that complements a verb, has its governor's
 * subject where it has none itself; a relative pronoun stands for the noun on which its clause hangs; a participle has the noun
 * that it follows ("men carrying flags") or the subject of its main clause, if that is active ("Jets bombed the port, killing …").
 */
export function subjectOf(s: ParsedSentence, verb: number): number | null {
  return argument(s, verb, "nsubj", false);
}

/** What a passive verb is done to; shared and relative as `subjectOf`. */
export function passiveSubjectOf(s: ParsedSentence, verb: number): number | null {
  return argument(s, verb, "nsubj:pass", true);
}

function argument(s: ParsedSentence, verb: number, relation: string, passive: boolean): number | null {
  let at = verb;
  for (let steps = 0; steps < s.tokens.length; steps++) {
    const token = s.tokens[at]!;
    if (isPassive(s, at) !== passive) return null;
    const own = dependentsOf(s, at, relation)[0];
    if (own !== undefined)
      return isRelativePronoun(s, own) && token.relation === "acl:relcl" ? token.head : own;
    if (dependentsOf(s, at, "nsubj", "nsubj:pass", "csubj").length > 0) return null;
    if (token.relation === "acl") return token.fine === (passive ? "VBN" : "VBG") ? token.head : null;
    if (token.relation === "advcl" && token.fine === (passive ? "VBN" : "VBG")) {
      return subjectOf(s, token.head) ?? (passive ? passiveSubjectOf(s, token.head) : null);
    }
    if (token.relation !== "conj" && (token.relation !== "xcomp" || passive)) return null;
    at = token.head;
  }
  return null;
}

function isRelativePronoun(s: ParsedSentence, i: number): boolean {
  const { fine } = s.tokens[i]!;
  return fine === "WDT" || fine === "WP";
}

/** Who does it, of a passive verb: the noun after "by". */
export function agentOf(s: ParsedSentence, verb: number): number | null {
  return dependentsOf(s, verb, "obl:agent")[0] ?? null;
}

/** What it is done to, of an active verb; of a relative clause whose object is the relative pronoun, the noun it hangs on. */
export function objectOf(s: ParsedSentence, verb: number): number | null {
  const own = dependentsOf(s, verb, "obj")[0];
  if (own === undefined) return null;
  const { relation, head } = s.tokens[verb]!;
  return isRelativePronoun(s, own) && relation === "acl:relcl" ? head : own;
}

/** A noun that a preposition ties to a verb or noun. */
export interface Oblique {
  readonly token: number;
  /** Lower-case words of the preposition ("near", "out of"); empty for a bare phrase of time. */
  readonly preposition: string;
}

/** The prepositional phrases of a verb (obl) or noun (nmod), in text order; with `prepositions` only theirs. */
export function obliquesOf(
  s: ParsedSentence,
  head: number,
  prepositions?: ReadonlySet<string>,
): readonly Oblique[] {
  return dependentsOf(s, head, "obl", "obl:agent", "obl:unmarked", "nmod")
    .map((token) => ({ token, preposition: prepositionOf(s, token) }))
    .filter(({ preposition }) => prepositions === undefined || prepositions.has(preposition));
}

/** The preposition of a noun, with what is fixed to it ("because of"); "" where it has none. */
export function prepositionOf(s: ParsedSentence, noun: number): string {
  return dependentsOf(s, noun, "case")
    .flatMap((marker) => [marker, ...dependentsOf(s, marker, "fixed")])
    .filter((marker) => s.tokens[marker]!.fine !== "POS")
    .map((marker) => s.tokens[marker]!.lower)
    .join(" ");
}

/** The head of the noun phrase that token i stands in: itself for a noun, its noun for an adjective, number or article. */
export function nounPhraseHead(s: ParsedSentence, i: number): number {
  let at = i;
  const inner = new Set([
    "amod",
    "compound",
    "det",
    "nummod",
    "nmod:poss",
    "nmod:desc",
    "flat",
    "fixed",
    "advmod",
    "case",
  ]);
  for (let steps = 0; steps < 8; steps++) {
    const { relation, head, tag } = s.tokens[at]!;
    if (!inner.has(relation) || head < 0) break;
    if (relation === "advmod" && !["amod", "nummod", "advmod"].includes(s.tokens[head]!.relation)) {
      if (!precedesNumber(s, at, head)) break;
    }
    if ((relation === "nmod:poss" || relation === "case") && tag !== "PRON") break;
    at = head;
  }
  return at;
}

/** The base noun phrase around token i: its head with articles, numbers, adjectives, compounds and possessors, nothing after. */
export function nounPhraseAround(s: ParsedSentence, i: number): TokenRange {
  const head = nounPhraseHead(s, i);
  let from = head;
  let to = head;
  for (const d of s.dependents[head]!) {
    const { relation } = s.tokens[d]!;
    const possessed = relation === "case" && s.tokens[d]!.fine === "POS";
    if (OUTSIDE_NOUN_PHRASE.has(relation) && !possessed && !precedesNumber(s, d, head)) continue;
    const span = subtreeSpan(s, d);
    if (d < head) from = Math.min(from, span.from);
    else if (relation === "flat" || relation === "compound") to = Math.max(to, span.to - 1);
  }
  return { from, to: to + 1 };
}

/** "about" of "about 30 people" where it hangs on "people". */
function precedesNumber(s: ParsedSentence, d: number, head: number): boolean {
  return s.tokens[d]!.relation === "advmod" && s.tokens[d + 1]?.relation === "nummod" && d < head;
}

/** The verb or predicate whose clause token i stands in: the nearest governor (or itself) that heads a clause. */
export function clauseHead(s: ParsedSentence, i: number): number {
  let at = i;
  for (let steps = 0; steps <= s.tokens.length; steps++) {
    const { relation, head } = s.tokens[at]!;
    if (head < 0 || (CLAUSAL.has(relation) && relation !== "xcomp") || isVerbalConjunct(s, at)) return at;
    at = head;
  }
  return at;
}

function isVerbalConjunct(s: ParsedSentence, i: number): boolean {
  const { relation, tag, head } = s.tokens[i]!;
  return relation === "conj" && tag === "VERB" && s.tokens[head]!.tag === "VERB";
}

/** The words of the clause in which token i stands, embedded and coordinated clauses left out; in text order. */
export function clauseOf(s: ParsedSentence, i: number): readonly number[] {
  const head = clauseHead(s, i);
  const found = [head];
  for (let k = 0; k < found.length; k++) {
    for (const d of s.dependents[found[k]!]!) {
      const embedded = CLAUSAL.has(s.tokens[d]!.relation) && s.tokens[d]!.relation !== "xcomp";
      if (!embedded && !isVerbalConjunct(s, d)) found.push(d);
    }
  }
  return found.sort((a, b) => a - b);
}

/** Whether token i's verb is negated by a dependent adverb or particle, by one of the given lemmas or lower-case words. */
export function isNegated(s: ParsedSentence, i: number, negations: ReadonlySet<string>): boolean {
  return s.dependents[i]!.some((d) => negations.has(s.tokens[d]!.lower) || negations.has(s.tokens[d]!.lemma));
}

/** Clauses above token i's clause, from the inside out: the verbs that report, deny or qualify it. */
export function governingClauses(s: ParsedSentence, i: number): readonly number[] {
  const found: number[] = [];
  let at = s.tokens[clauseHead(s, i)]!.head;
  while (at >= 0) {
    const head = clauseHead(s, at);
    found.push(head);
    at = s.tokens[head]!.head;
  }
  return found;
}
