// Actors of a document: bodies, persons and outlets of the tables, persons by title, and those only described; overlaps go to
// the longest, later short forms beside them. In: text, sentences, the date of publication (tells rows of one name apart). Out: mentions in text order.
// Knowledge: knowledge/actors/, outlets/, demonyms/. Leaves alone: pronouns and "the group" (attribution), who did what.
import type { ActorMention } from "../../model/actor-mention.js";
import type { Sentence } from "../../model/sentence.js";
import { letterCase, wordsOf } from "../../model/word.js";
import type { ActorKnowledge } from "../../knowledge/actors.js";
import type { Candidate, Line } from "./candidate.js";
import { describedActors, namedByNoun, namedBySmallNoun } from "./described.js";
import { namedActors } from "./named.js";
import { speakingPersons, titledPersons } from "./persons.js";
import { shortForms } from "./short-forms.js";
import { surnameMentions } from "./surnames.js";

/** Every actor mentioned, in order, without overlaps. `id` is null where no single row of the table is meant. */
export function findActors(
  text: string,
  sentences: readonly Sentence[],
  publishedDate: string | null,
  knowledge: ActorKnowledge,
): ActorMention[] {
  const date = publishedDate === null ? null : publishedDate.replace(/[?~%].*$/u, "").split("/")[0]!;
  const lines = sentences.map((sentence): Line => {
    const words = wordsOf(sentence);
    return { text, words, cased: letterCase(sentence, words) !== "capitals" };
  });
  const settled = lines.map((line) => {
    const named = namedActors(line, date, knowledge);
    const bodies = settle([
      ...named,
      ...namedByNoun(line, named, knowledge),
      ...namedBySmallNoun(line, named, knowledge),
    ]);
    const titled = titledPersons(line, bodies, knowledge);
    const described = describedActors(line, knowledge, bodies);
    const first = settle([...bodies, ...titled, ...described]);
    return settle([...first, ...speakingPersons(line, first, knowledge)]);
  });
  const surnames = surnameMentions(lines, settled);
  const short = shortForms(lines, settled, knowledge);
  return settled
    .flatMap((candidates, line) => settle([...candidates, ...surnames[line]!, ...short[line]!]))
    .map((c) => mention(text, c, knowledge));
}

/** The longest first, then by rank, then by place; what overlaps it goes. In text order. */
function settle(candidates: readonly Candidate[]): Candidate[] {
  const order = [...candidates].sort(
    (a, b) => b.to - b.from - (a.to - a.from) || b.rank - a.rank || a.from - b.from,
  );
  const kept: Candidate[] = [];
  for (const c of order) if (!kept.some((k) => k.from <= c.to && c.from <= k.to)) kept.push(c);
  return kept.sort((a, b) => a.from - b.from);
}

function mention(text: string, c: Candidate, knowledge: ActorKnowledge): ActorMention {
  const quote = text.slice(c.start, c.end);
  return {
    start: c.start,
    end: c.end,
    quote,
    id: c.id,
    name: c.name,
    sourceKind: c.sourceKind,
    basis: c.basis,
    memberOf: c.memberOf,
    speaksFor: c.person ? (c.speaksFor ?? bodyName(quote, c.memberOf, knowledge)) : null,
    person: c.person,
    country: c.country,
    loaded: c.loaded,
    derivation: { stage: "actor", rule: c.rule, span: { start: c.start, end: c.end }, note: c.id ?? c.name },
  };
}

/** "Front spokesman Ola Berg": the name of the body as it is told there, else that of the table. */
function bodyName(quote: string, id: string | null, knowledge: ActorKnowledge): string | null {
  const row = id === null ? undefined : knowledge.byId.get(id);
  if (row === undefined) return null;
  return [row.name, ...row.aliases].find((name) => ` ${quote} `.includes(` ${name} `)) ?? row.name;
}
