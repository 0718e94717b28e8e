import { describe, expect, it } from "vitest";
import { readConllu } from "../../scripts/syntax-training/conllu.js";
import { convert, type Tree } from "../../scripts/syntax-training/conversion.js";
import {
  asHeadline,
  inCapitals,
  inSmallLetters,
  inTitleCase,
  random,
  withoutCommas,
} from "../../scripts/syntax-training/edits.js";
import { evaluate } from "../../scripts/syntax-training/evaluation.js";
import {
  cutTo,
  example,
  learnLemmatizer,
  learnParser,
  learnTagger,
  modelOf,
  parseExample,
} from "../../scripts/syntax-training/learning.js";
import { marginsOf } from "../../scripts/syntax-training/margins.js";
import { goldOf, lost } from "../../scripts/syntax-training/oracle.js";
import { tagTokens } from "../../src/reading/syntax/tag-tokens.js";
import { Configuration, LEFT, RIGHT, SHIFT, type Move } from "../../src/reading/syntax/transitions.js";

const rows = (lines: readonly string[]): string =>
  lines
    .map((line, i) => {
      const [id, form, lemma, upos, xpos, head, relation, misc] = line.split(" ");
      return id!.includes("-")
        ? [id, form, "_", "_", "_", "_", "_", "_", "_", misc ?? "_"].join("\t")
        : [id ?? i, form, lemma, upos, xpos, "_", head, relation, "_", misc ?? "_"].join("\t");
    })
    .join("\n");

const SENTENCE = readConllu(
  `# text = Omar's guards, tired, didn't see the half-hidden trap.\n${rows([
    "1-2 Omar's",
    "1 Omar Omar PROPN NNP 3 nmod:poss",
    "2 's 's PART POS 1 case",
    "3 guards guard NOUN NNS 9 nsubj SpaceAfter=No",
    "4 , , PUNCT , 5 punct",
    "5 tired tired ADJ JJ 3 amod SpaceAfter=No",
    "6 , , PUNCT , 5 punct",
    "7-8 didn't",
    "7 did do AUX VBD 9 aux",
    "8 n't not PART RB 9 advmod",
    "9 see see VERB VB 0 root",
    "10 the the DET DT 14 det",
    "11 half half ADV RB 13 advmod SpaceAfter=No",
    "12 - - PUNCT HYPH 13 punct SpaceAfter=No",
    "13 hidden hide VERB VBN 14 amod",
    "14 trap trap NOUN NN 9 obj:x SpaceAfter=No",
    "15 . . PUNCT . 9 punct",
  ])}\n\n`,
)[0]!;

const shown = (tree: Tree): string =>
  tree.tokens
    .map((t, i) => `${t.text}/${tree.tags[i]}/${tree.lemmas[i]}>${tree.heads[i]}.${tree.relations[i]}`)
    .join(" ");

describe("trees over our tokens", () => {
  it("merge words that share a token", () => {
    expect(shown(convert(SENTENCE.words, SENTENCE)!)).toBe(
      "Omar/PROPN/NNP/omar>2.nmod:poss 's/PART/POS/'s>0.case guards/NOUN/NNS/guard>7.nsubj ,/PUNCT/,/,>4.punct " +
        "tired/ADJ/JJ/tired>2.amod ,/PUNCT/,/,>4.punct didn't/AUX/VBD/do>7.aux see/VERB/VB/see>-1.root " +
        "the/DET/DT/the>10.det half-hidden/VERB/VBN/half-hidden>10.amod trap/NOUN/NN/trap>7.obj ./PUNCT/./.>7.punct",
    );
  });

  it("hold on a text without commas and apostrophes", () => {
    expect(shown(convert(SENTENCE.words, withoutCommas(SENTENCE))!)).toBe(
      "Omars/PROPN/NNP$/omar>1.nmod:poss guards/NOUN/NNS/guard>4.nsubj tired/ADJ/JJ/tired>1.amod " +
        "didnt/AUX/VBD/do>4.aux see/VERB/VB/see>-1.root the/DET/DT/the>7.det half-hidden/VERB/VBN/half-hidden>7.amod " +
        "trap/NOUN/NN/trap>4.obj ./PUNCT/./.>4.punct",
    );
  });

  it("hold on a headline, in capitals and in small letters", () => {
    const headline = asHeadline(SENTENCE, SENTENCE);
    expect(headline.text.replace(/\s+/gu, " ")).toBe("Omar's guards, tired, didn't see half-hidden trap ");
    expect(inTitleCase(SENTENCE, headline, true).text).toContain("Guards, Tired, Didn't See");
    expect(inCapitals(SENTENCE).text).toContain("GUARDS, TIRED, DIDN'T");
    expect(inSmallLetters(SENTENCE).text).toContain("omar's guards");
    expect(convert(SENTENCE.words, headline)!.heads.filter((head) => head < 0)).toHaveLength(1);
  });
});

describe("the oracle", () => {
  it("leads to the gold tree by moves that lose nothing", () => {
    const tree = convert(SENTENCE.words, SENTENCE)!;
    const gold = goldOf(
      tree.heads,
      tree.heads.map(() => 1),
    );
    const c = new Configuration(tree.heads.length);
    const onStack = new Uint8Array(tree.heads.length + 1);
    while (!c.done()) {
      const move = ([LEFT, RIGHT, SHIFT] as Move[]).find(
        (m) => c.allows(m) && lost(c, gold, onStack, m) === 0,
      )!;
      expect(move).toBeDefined();
      if (move === SHIFT) onStack[c.next] = 1;
      else onStack[c.top(0)] = 0;
      c.apply(move, 1);
    }
    expect([...c.head].slice(0, c.n)).toEqual(gold.heads);
  });
});

describe("learning", () => {
  it("writes a model that reads back and knows what it was shown", () => {
    const e = example(convert(SENTENCE.words, SENTENCE)!);
    const classes = [...new Set(e.tree.tags)];
    const tagger = learnTagger([[e], [e], [e], [e]], classes, 1, 1, 0);
    const tags = tagTokens(e.shapes, modelOf({ tagger }).tagger);
    expect([...tags].map((c) => classes[c])).toEqual(e.tree.tags);
    expect(learnTagger([[e], [e], [e], [e]], classes, 1, 1, 0).bytes).toEqual(tagger.bytes);
  });

  it("decides by the first features alone where the margin is nothing, and by all where it is out of reach", () => {
    const e = example(convert(SENTENCE.words, SENTENCE)!);
    const classes = [...new Set(e.tree.tags)];
    const tagger = learnTagger([[e], [e], [e], [e]], classes, 1, 1, 0);
    const tagged = (margins: readonly number[]) =>
      [...tagTokens(e.shapes, modelOf({ tagger: { ...tagger, margins } }).tagger)].map((c) => classes[c]);
    expect(tagged([1000, 1000])).toEqual(tagged([]));
    // Every stage has learned to decide by itself.
    expect(tagged([0, 0])).toEqual(e.tree.tags);
  });

  it("finds the least margins with which few enough decisions differ", () => {
    const tree = convert(SENTENCE.words, SENTENCE)!;
    const e = example(tree);
    const classes = [...new Set(tree.tags)];
    const tagger = learnTagger([[e]], classes, 1, 1, 0);
    const lemmatizer = learnLemmatizer([[e]], 1);
    const half = modelOf({ tagger, lemmatizer });
    const parser = learnParser([[parseExample(e, half.tagger, half.lemmatizer)]], 1, 1, 24, 1, 0, () => {});
    const model = modelOf({ tagger, lemmatizer, parser });
    const [none, all] = [marginsOf([tree], model, 0), marginsOf([tree], model, 1)];
    expect(none.tagger).toHaveLength(2);
    expect(none.parser).toHaveLength(2);
    // Where all may differ nothing holds a decision back.
    expect(all.tagger[0]).toBeLessThanOrEqual(none.tagger[0]!);
    const strict = modelOf({
      tagger: { ...tagger, margins: none.tagger },
      lemmatizer,
      parser: { ...parser, margins: none.parser },
    });
    expect(evaluate([tree], strict)).toEqual(evaluate([tree], model));
  });

  it("names lemmas by what is cut and put", () => {
    expect(cutTo("cities", "city")).toBe("3-y");
    expect(cutTo("went", "go")).toBe("4-go");
    expect(cutTo("trap", "trap")).toBe("0-");
  });

  it("draws the same chances from the same seed", () => {
    const [a, b] = [random(7), random(7)];
    expect([a(), a(), a()]).toEqual([b(), b(), b()]);
  });
});
