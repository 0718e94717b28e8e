import { describe, expect, it } from "vitest";
import type { ParsedSentence, ParsedToken, Upos } from "../../src/model/syntax.js";
import { link } from "../../src/reading/syntax/parse-sentence.js";
import * as tree from "../../src/reading/syntax/tree-reading.js";

const TAGS: Readonly<Record<string, Upos>> = {
  N: "NOUN",
  P: "PROPN",
  V: "VERB",
  J: "ADJ",
  R: "ADV",
  D: "DET",
  C: "NUM",
};

/** "word/fine>head.relation" of each token, heads by their position, 0 for the root. */
function given(notation: string): ParsedSentence {
  const tokens: ParsedToken[] = [];
  let start = 0;
  for (const one of notation.split(/\s+/u)) {
    const [, text, fine, head, relation] = /^(.+)\/([^/]+)>(\d+)\.(.+)$/u.exec(one)!;
    const lower = text!.toLowerCase();
    const tag = fine!.startsWith("NNP") ? "PROPN" : (TAGS[fine![0]!] ?? "X");
    tokens.push({
      start,
      end: start + text!.length,
      text: text!,
      lower,
      tag,
      fine: fine!,
      lemma: lower,
      head: Number(head) - 1,
      relation: relation!,
    });
    start += text!.length + 1;
  }
  return link(tokens);
}

/** The sentence with ways from words to indexes and back. */
function reading(notation: string): {
  s: ParsedSentence;
  i: (word: string) => number;
  w: (index: number | null) => string | null;
  range: (range: tree.TokenRange) => string;
} {
  const s = given(notation);
  return {
    s,
    i: (word) => {
      const found = s.tokens.findIndex((t) => t.text === word);
      expect(found, word).toBeGreaterThanOrEqual(0);
      return found;
    },
    w: (index) => (index === null ? null : s.tokens[index]!.text),
    range: ({ from, to }) =>
      s.tokens
        .slice(from, to)
        .map((t) => t.text)
        .join(" "),
  };
}

const ACTIVE =
  "The/DT>2.det guards/NNS>3.nsubj chased/VBD>0.root the/DT>5.det raiders/NNS>3.obj and/CC>7.cc burned/VBD>3.conj their/PRP$>9.nmod:poss truck/NN>7.obj";
const PASSIVE =
  "Four/CD>2.nummod farmers/NNS>4.nsubj:pass were/VBD>4.aux:pass killed/VBN>0.root by/IN>6.case gunmen/NNS>4.obl:agent near/IN>9.case the/DT>9.det river/NN>4.obl on/IN>11.case Monday/NNP>4.obl and/CC>13.cc robbed/VBN>4.conj";
const RELATIVE =
  "The/DT>2.det rocket/NN>7.nsubj that/WDT>4.nsubj hit/VBD>2.acl:relcl the/DT>6.det market/NN>4.obj wounded/VBD>0.root a/DT>9.det boy/NN>7.obj whom/WP>12.obj guards/NNS>12.nsubj carried/VBD>9.acl:relcl";
const PARTICIPLES =
  "Backed/VBN>4.advcl by/IN>3.case allies/NNS>1.obl:agent bombed/VBD>0.root jets/NNS>4.nsubj the/DT>7.det port/NN>4.obj held/VBN>7.acl by/IN>10.case raiders/NNS>8.obl:agent killing/VBG>4.advcl men/NNS>11.obj carrying/VBG>12.acl flags/NNS>13.obj";
const REPORTED =
  "The/DT>2.det ministry/NN>3.nsubj said/VBD>0.root that/IN>6.mark rebels/NNS>6.nsubj shelled/VBD>3.ccomp the/DT>8.det town/NN>6.obj but/CC>12.cc did/VBD>12.aux not/RB>12.advmod advance/VB>6.conj";
const NOUNS =
  "About/RB>2.advmod two/CD>5.nummod badly/RB>4.advmod wounded/VBN>5.amod soldiers/NNS>15.nsubj of/IN>8.case the/DT>8.det brigade/NN>5.nmod fired/VBD>5.acl rockets/NNS>9.obj shells/NNS>10.conj and/CC>13.cc bombs/NNS>10.conj near/IN>15.case Halba/NNP>0.root";

describe("who does what to whom", () => {
  it("in the active, shared by coordinated verbs", () => {
    const { s, i, w } = reading(ACTIVE);
    expect(w(tree.subjectOf(s, i("chased")))).toBe("guards");
    expect(w(tree.objectOf(s, i("chased")))).toBe("raiders");
    expect(w(tree.subjectOf(s, i("burned")))).toBe("guards");
    expect(w(tree.objectOf(s, i("burned")))).toBe("truck");
    expect(tree.passiveSubjectOf(s, i("chased"))).toBeNull();
    expect(tree.isPassive(s, i("chased"))).toBe(false);
    expect(tree.agentOf(s, i("chased"))).toBeNull();
  });

  it("in the passive, shared by coordinated participles", () => {
    const { s, i, w } = reading(PASSIVE);
    expect(w(tree.passiveSubjectOf(s, i("killed")))).toBe("farmers");
    expect(w(tree.passiveSubjectOf(s, i("robbed")))).toBe("farmers");
    expect(w(tree.agentOf(s, i("killed")))).toBe("gunmen");
    expect(tree.isPassive(s, i("robbed"))).toBe(true);
    expect(tree.subjectOf(s, i("killed"))).toBeNull();
  });

  it("in relative clauses, whose pronoun stands for the noun", () => {
    const { s, i, w } = reading(RELATIVE);
    expect(w(tree.subjectOf(s, i("hit")))).toBe("rocket");
    expect(w(tree.subjectOf(s, i("carried")))).toBe("guards");
    expect(w(tree.objectOf(s, i("carried")))).toBe("boy");
    expect(tree.objectOf(s, i("rocket"))).toBeNull();
  });

  it("of participles", () => {
    const { s, i, w } = reading(PARTICIPLES);
    expect(w(tree.subjectOf(s, i("killing")))).toBe("jets");
    expect(w(tree.subjectOf(s, i("carrying")))).toBe("men");
    expect(w(tree.passiveSubjectOf(s, i("held")))).toBe("port");
    expect(w(tree.passiveSubjectOf(s, i("Backed")))).toBe("jets");
    expect(tree.subjectOf(s, i("Backed"))).toBeNull();
  });

  it("is not told by the main clause where that is passive", () => {
    const { s, i } = reading(
      "The/DT>2.det port/NN>4.nsubj:pass was/VBD>4.aux:pass bombed/VBN>0.root killing/VBG>4.advcl men/NNS>5.obj",
    );
    expect(tree.subjectOf(s, i("killing"))).toBeNull();
  });
});

describe("phrases", () => {
  it("of a preposition, by verb", () => {
    const { s, i, w } = reading(PASSIVE);
    expect(tree.obliquesOf(s, i("killed")).map((o) => `${o.preposition} ${w(o.token)}`)).toEqual([
      "by gunmen",
      "near river",
      "on Monday",
    ]);
    expect(tree.obliquesOf(s, i("killed"), new Set(["near", "in"])).map((o) => w(o.token))).toEqual([
      "river",
    ]);
    expect(tree.prepositionOf(s, i("farmers"))).toBe("");
  });

  it("of a preposition of several words, and none of a possessor", () => {
    const { s, i } = reading(
      "because/IN>5.case of/IN>1.fixed Iraq/NNP>5.nmod:poss 's/POS>3.case raids/NNS>0.root",
    );
    expect(tree.prepositionOf(s, i("raids"))).toBe("because of");
    expect(tree.prepositionOf(s, i("Iraq"))).toBe("");
  });

  it("around a noun, without what follows it", () => {
    const { s, i, range } = reading(NOUNS);
    for (const word of ["About", "two", "badly", "wounded", "soldiers"]) {
      expect(range(tree.nounPhraseAround(s, i(word))), word).toBe("About two badly wounded soldiers");
    }
    expect(range(tree.nounPhraseAround(s, i("brigade")))).toBe("the brigade");
    expect(range(tree.nounPhraseAround(s, i("shells")))).toBe("shells");
    expect(range(tree.subtreeSpan(s, i("brigade")))).toBe("of the brigade");
    expect(range(tree.subtreeSpan(s, i("soldiers")))).toBe(
      "About two badly wounded soldiers of the brigade fired rockets shells and bombs",
    );
  });

  it("around a possessed noun and a name of several words", () => {
    const { s, i, range } = reading(
      "General/NNP>2.nmod:desc Karim/NNP>5.nmod:poss Tal/NNP>2.flat 's/POS>2.case men/NNS>0.root",
    );
    expect(range(tree.nounPhraseAround(s, i("men")))).toBe("General Karim Tal 's men");
    expect(range(tree.nounPhraseAround(s, i("Tal")))).toBe("General Karim Tal");
  });

  it("that are coordinated, from any of them", () => {
    const { s, i, w } = reading(NOUNS);
    const all = ["rockets", "shells", "bombs"];
    for (const one of all) expect(tree.conjuncts(s, i(one)).map(w)).toEqual(all);
    expect(w(tree.firstConjunct(s, i("bombs")))).toBe("rockets");
    expect(tree.conjuncts(s, i("brigade")).map(w)).toEqual(["brigade"]);
  });
});

describe("clauses", () => {
  it("are kept apart", () => {
    const { s, i, w } = reading(REPORTED);
    expect(w(tree.clauseHead(s, i("town")))).toBe("shelled");
    expect(tree.clauseOf(s, i("town")).map(w)).toEqual(["that", "rebels", "shelled", "the", "town"]);
    expect(tree.clauseOf(s, i("ministry")).map(w)).toEqual(["The", "ministry", "said"]);
    expect(tree.clauseOf(s, i("advance")).map(w)).toEqual(["but", "did", "not", "advance"]);
  });

  it("know what governs them, from the inside out", () => {
    const { s, i, w } = reading(REPORTED);
    expect(tree.governingClauses(s, i("town")).map(w)).toEqual(["said"]);
    expect(tree.governingClauses(s, i("not")).map(w)).toEqual(["shelled", "said"]);
    expect(tree.governingClauses(s, i("said"))).toEqual([]);
  });

  it("are negated by the words that the caller names", () => {
    const { s, i } = reading(REPORTED);
    expect(tree.isNegated(s, i("advance"), new Set(["not"]))).toBe(true);
    expect(tree.isNegated(s, i("advance"), new Set(["never"]))).toBe(false);
    expect(tree.isNegated(s, i("shelled"), new Set(["not"]))).toBe(false);
  });
});
