import { describe, expect, it } from "vitest";
import { sha256Hex } from "../../src/base/hash.js";
import { decodeSyntaxModel, parseSyntaxModel } from "../../src/knowledge/syntax.js";
import { KEPT_SUBTYPES, UPOS, type ParsedSentence } from "../../src/model/syntax.js";
import { LONGEST, parseSentence } from "../../src/reading/syntax/parse-sentence.js";
import { tokenize } from "../../src/reading/sentences/tokenize.js";
import { knowledgeBase } from "../knowledge-base.js";

const model = parseSyntaxModel(knowledgeBase);
const parse = (text: string): ParsedSentence => parseSentence(tokenize(text, 0), model);
function isTree(s: ParsedSentence): void {
  for (let i = 0; i < s.tokens.length; i++) {
    let up = i;
    let steps = 0;
    while (s.tokens[up]!.head >= 0 && steps++ <= s.tokens.length) up = s.tokens[up]!.head;
    expect(steps).toBeLessThanOrEqual(s.tokens.length);
    expect(s.tokens[up]!.relation).toBe("root");
  }
}

describe("the weights", () => {
  it("are the file whose hash stands beside them", () => {
    const bytes = knowledgeBase[0]!.bytes("syntax/en.model")!;
    const stated = knowledgeBase[0]!.text("syntax/en.model.sha256")!;
    expect(stated).toBe(`${sha256Hex(bytes)}  en.model\n`);
    expect(bytes.length).toBeLessThan(20e6);
  });

  it("know the tags and relations that the model of syntax tells", () => {
    for (const name of model.tagger.classes) expect(UPOS as readonly string[]).toContain(name.split("/")[0]);
    for (const name of model.parser.classes.filter((c) => c.includes(":"))) {
      expect(KEPT_SUBTYPES).toContain(name.slice(name.indexOf("-") + 1));
    }
  });

  it("are refused where the file is cut short, of another form or missing", () => {
    const bytes = knowledgeBase[0]!.bytes("syntax/en.model")!;
    expect(() => decodeSyntaxModel(bytes.slice(0, -9))).toThrow();
    expect(() => decodeSyntaxModel(new TextEncoder().encode('{"format":"other"}\n'))).toThrow();
    expect(() => parseSyntaxModel([])).toThrow(/en\.model/u);
  });
});

describe("a parse", () => {
  it("is a tree with one root, whatever the text", () => {
    const texts = [
      "",
      "x",
      "...",
      "A",
      ", , ,",
      "THE BASE WAS HIT",
      "🙂 ’ 's s' 12,3.4 – — «»",
      "said said said said said",
      "ضربة على القاعدة",
    ];
    for (const text of texts) {
      const s = parse(text);
      isTree(s);
      expect(s.tokens.filter((t) => t.head < 0)).toHaveLength(s.tokens.length === 0 ? 0 : 1);
    }
  });

  it("keeps the tokens as they were and is the same each time", () => {
    const tokens = tokenize("Rockets fell near the depot on Sunday, officials said.", 40);
    const first = parseSentence(tokens, model);
    expect(first.tokens.map(({ start, end, text, lower }) => ({ start, end, text, lower }))).toEqual(tokens);
    expect(parseSentence(tokens, model)).toEqual(first);
  });

  it("takes an over-long line in pieces, in time that grows with its length only", () => {
    const s = parse("rocket hits base and ".repeat(LONGEST));
    isTree(s);
    expect(s.tokens.filter((t) => t.head < 0)).toHaveLength(Math.ceil((LONGEST * 4) / LONGEST));
  });

  it.each([
    ["Rockets hit the base near Telmar.", "hit/VERB/hit/root Rockets/NOUN/rocket/nsubj base/NOUN/base/obj"],
    [
      "Two civilians were wounded.",
      "wounded/VERB/wound/root civilians/NOUN/civilian/nsubj:pass were/AUX/be/aux:pass",
    ],
    ["The army didnt say who fired.", "didnt/AUX/do/aux say/VERB/say/root"],
    ["TWO SOLDIERS KILLED IN BLAST", "SOLDIERS/NOUN/soldier/nsubj:pass KILLED/VERB/kill/root"],
    ["Three children were killed by a mine.", "children/NOUN/child/nsubj:pass mine/NOUN/mine/obl:agent"],
    [
      "The guards carried out a search.",
      "carried/VERB/carry/root out/ADP/out/compound:prt search/NOUN/search/obj",
    ],
  ])("of %s", (text, expected) => {
    const got = parse(text).tokens.map((t) => `${t.text}/${t.tag}/${t.lemma}/${t.relation}`);
    for (const one of expected.split(" ")) expect(got).toContain(one);
  });
});
