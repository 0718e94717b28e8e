// A tree of words: names and phrases of several words by their folded words, walked one word at a time. Looking up the
// longest name at a place in a text then costs one look into a map for each word, without joining words to keys.

export interface WordTrie<T> {
  readonly next: Map<string, WordTrie<T>>;
  value: T | null;
}

export function wordTrie<T>(): WordTrie<T> {
  return { next: new Map(), value: null };
}

/** The node of these words, made where it is not there. */
export function nodeOf<T>(trie: WordTrie<T>, words: readonly string[]): WordTrie<T> {
  let node = trie;
  for (const word of words) {
    let next = node.next.get(word);
    if (next === undefined) node.next.set(word, (next = { next: new Map(), value: null }));
    node = next;
  }
  return node;
}
