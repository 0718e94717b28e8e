// A tree of words: names and phrases of several words by their folded words, walked one word at a time. Looking up the
// longest name at a place in a text then costs one look into a map for each word, without joining words to keys.

export interface WordTrie<T> {
  /** Leaves share one empty map: most nodes are leaves. */
  next: ReadonlyMap<string, WordTrie<T>>;
  value: T | null;
}

const NOTHING: ReadonlyMap<string, never> = new Map<string, never>();

export function wordTrie<T>(): WordTrie<T> {
  return { next: NOTHING, value: null };
}

/** The node of these words, made where it is not there. */
export function nodeOf<T>(trie: WordTrie<T>, words: readonly string[]): WordTrie<T> {
  let node = trie;
  for (const word of words) {
    let next = node.next.get(word);
    if (next === undefined) {
      next = wordTrie();
      if (node.next === NOTHING) node.next = new Map([[word, next]]);
      else (node.next as Map<string, WordTrie<T>>).set(word, next);
    }
    node = next;
  }
  return node;
}
