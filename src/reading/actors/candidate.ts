// Candidate: words of one sentence that may name or describe an actor, before overlaps are settled.
import type { SourceKind } from "../../model/source.js";
import type { Word } from "../../model/word.js";
import type { WordTrie } from "../../knowledge/word-trie.js";

export interface Candidate {
  /** Indexes of words, the last one included. */
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly id: string | null;
  readonly name: string;
  readonly sourceKind: SourceKind;
  readonly basis: "actor" | "outlet" | "description";
  readonly memberOf: string | null;
  /** The body beside a person's title, by its name; left out where none is told there. */
  readonly speaksFor?: string | undefined;
  readonly country: string | null;
  readonly loaded: boolean;
  readonly rule: string;
  /** Person: a later surname stands for it. */
  readonly person: boolean;
  /** Settles overlaps of equal length; higher wins. */
  readonly rank: number;
}

/** A sentence's words, and the text they stand in. */
export interface Line {
  readonly text: string;
  readonly words: readonly Word[];
  /** False where all letters are capitals, so that capitals tell nothing. */
  readonly cased: boolean;
}

/** The longest phrase of the tree that begins at word `i`: its number of words, and its key. */
export function longestPhrase(
  words: readonly Word[],
  i: number,
  trie: WordTrie<string>,
  goesOn?: (word: Word) => boolean,
): { readonly n: number; readonly key: string } | null {
  let node = trie.next.get(words[i]!.folded);
  let n = 0;
  let key: string | null = null;
  for (let at = i; node !== undefined;) {
    if (node.value !== null) {
      n = at - i + 1;
      key = node.value;
    }
    const word = words[++at];
    if (word === undefined || word.joint === "break" || words[at - 1]!.possessive) break;
    if (goesOn !== undefined && !goesOn(word)) break;
    node = node.next.get(word.folded);
  }
  return key === null ? null : { n, key };
}

export function quoteOf(line: Line, from: number, to: number): string {
  return line.text.slice(line.words[from]!.start, line.words[to]!.end);
}
