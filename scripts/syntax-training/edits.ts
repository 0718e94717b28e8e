// Edits of a sentence's text that news goes through: commas and apostrophes lost, headlines in capitals or without articles.
// Training on edited copies makes the models hold on such text. Chance comes from a seeded generator, never from the machine.
import type { UdSentence } from "./conllu.js";
import type { Edit, Tree } from "./conversion.js";

/** A seeded generator of numbers in [0, 1) (mulberry32). */
export function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Without commas and apostrophes: "Iraq's oil, gas" is "Iraqs oil gas". */
export function withoutCommas(edit: Edit): Edit {
  return keep(edit, (character) => !/[,'’‘`]/u.test(character));
}

/** As headlines are written: no articles, no forms of be before a participle or a predicate, no final full stop. */
export function asHeadline(sentence: UdSentence, edit: Edit): Edit {
  const hasDependent = new Set(sentence.words.map((word) => word.head));
  const last = sentence.words.length - 1;
  const lost = new Set(
    sentence.words.flatMap((word, i) =>
      !hasDependent.has(i) &&
      ((word.relation === "det" &&
        word.lemma.length <= 3 &&
        word.xpos === "DT" &&
        /^(?:the|a|an)$/iu.test(word.form)) ||
        ((word.relation === "aux:pass" || word.relation === "cop") && word.lemma === "be") ||
        (i === last && word.form === "."))
        ? [i]
        : [],
    ),
  );
  return keep(edit, (_, owner) => !lost.has(owner));
}

/** Every word with a capital, or, where `small`, all but words of up to three letters that are no nouns, verbs or names. */
export function inTitleCase(sentence: UdSentence, edit: Edit, small: boolean): Edit {
  let text = "";
  for (let k = 0; k < edit.text.length; k++) {
    const owner = edit.owner[k]!;
    const first = k === 0 || /[\s"“(]/u.test(edit.text[k - 1]!) || edit.text[k - 1] === "-";
    const minor =
      small &&
      owner > 0 &&
      /^(?:ADP|DET|CCONJ|PART)$/u.test(sentence.words[owner]!.upos) &&
      sentence.words[owner]!.form.length < 4;
    text += first && !minor ? sameLength(edit.text[k]!, edit.text[k]!.toUpperCase()) : edit.text[k]!;
  }
  return { text, owner: edit.owner };
}

export function inCapitals(edit: Edit): Edit {
  return {
    text: Array.from({ length: edit.text.length }, (_, k) =>
      sameLength(edit.text[k]!, edit.text[k]!.toUpperCase()),
    ).join(""),
    owner: edit.owner,
  };
}

export function inSmallLetters(edit: Edit): Edit {
  return {
    text: Array.from({ length: edit.text.length }, (_, k) =>
      sameLength(edit.text[k]!, edit.text[k]!.toLowerCase()),
    ).join(""),
    owner: edit.owner,
  };
}

/** Acronyms that spell a common word: in plain writing only their capitals tell them from it. */
const WORDLIKE_ACRONYMS = ["IS", "US", "IT", "WHO", "AM"];

/** Some names of one word are changed for such an acronym: "Acme said" is "IS said". */
export function withAcronyms(tree: Tree, share: number, chance: () => number): Tree {
  const tokens = tree.tokens.map((token, i) => {
    if (tree.tags[i] !== "PROPN/NNP" || tree.relations[i] === "flat" || chance() >= share) return token;
    const text = WORDLIKE_ACRONYMS[Math.floor(chance() * chance() * WORDLIKE_ACRONYMS.length)]!;
    return { ...token, text, lower: text.toLowerCase() };
  });
  const lemmas = tree.lemmas.map((lemma, i) => (tokens[i] === tree.tokens[i] ? lemma : tokens[i]!.lower));
  return { ...tree, tokens, lemmas };
}

function sameLength(before: string, after: string): string {
  return after.length === 1 ? after : before;
}

function keep(edit: Edit, kept: (character: string, owner: number) => boolean): Edit {
  let text = "";
  const owner: number[] = [];
  for (let k = 0; k < edit.text.length; k++) {
    if (!kept(edit.text[k]!, edit.owner[k]!)) continue;
    text += edit.text[k]!;
    owner.push(edit.owner[k]!);
  }
  return { text, owner };
}

/** One edit by chance, in the proportions that reports need: most lose their commas. */
export function anyEdit(sentence: UdSentence, chance: () => number): Edit {
  const roll = chance();
  if (roll < 0.55) return withoutCommas(sentence);
  if (roll < 0.67) return asHeadline(sentence, chance() < 0.5 ? withoutCommas(sentence) : sentence);
  if (roll < 0.85) {
    const shortened = chance() < 0.6 ? asHeadline(sentence, sentence) : sentence;
    return inTitleCase(sentence, chance() < 0.5 ? withoutCommas(shortened) : shortened, chance() < 0.5);
  }
  const plain = chance() < 0.3 ? withoutCommas(sentence) : sentence;
  return roll < 0.94 ? inCapitals(plain) : inSmallLetters(plain);
}
