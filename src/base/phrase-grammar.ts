// Phrase patterns over words and categories, compiled into one trie for each category and matched from the left.
// Comes in: patterns as data ("the {n} {unit} (of)"); goes out: all ways in which a category reads from a position.
// A category is either lexical (its reader is passed in) or made of patterns itself (then it may nest, memoised by
// position). Linear in the text: the depth of a trie and the number of readings at a position are bounded.
// Pattern items: word, word|word, "item?" optional, {category} or {category:name} captured,
// (item) context that is no part of the phrase: in front, one word that must stand just before it; at the end, what must
// follow. "|" and "?" apply to words and categories alike.

export interface Reading<V> {
  /** Words taken, without any context. */
  readonly length: number;
  readonly value: V;
}

export interface PatternRule {
  readonly id: string;
  readonly gives: string;
  readonly patterns: readonly string[];
}

export interface PhraseMatch<R, V> {
  readonly rule: R;
  readonly from: number;
  /** Exclusive, before any context. */
  readonly to: number;
  readonly captures: Captures<V>;
  /** It needed the words around it. */
  readonly inContext: boolean;
}

/** Captured values with their words, the latest first. */
export type Captures<V> = Capture<V> | null;
interface Capture<V> {
  readonly name: string;
  readonly value: V;
  readonly from: number;
  readonly to: number;
  readonly rest: Captures<V>;
}

export function captured<V>(captures: Captures<V>, name: string): V | undefined {
  for (let at = captures; at; at = at.rest) if (at.name === name) return at.value;
  return undefined;
}

interface Item {
  readonly kind: "word" | "category";
  readonly text: string;
  readonly name: string;
  readonly context: boolean;
}

interface Node<R> {
  readonly words: Map<string, Edge<R>[]>;
  readonly categories: { readonly name: string; readonly edges: Edge<R>[] }[];
  /** Rules that end here, in the order of the files, with the words of which one must stand before; null for any. */
  readonly ends: { readonly rule: R; before: Set<string> | null }[];
}
interface Edge<R> {
  readonly item: Item;
  readonly node: Node<R>;
}

export interface PhraseGrammar<R extends PatternRule> {
  readonly roots: ReadonlyMap<string, Node<R>>;
  readonly rank: ReadonlyMap<R, number>;
  /** A number for each category. */
  readonly ids: ReadonlyMap<string, number>;
}

const MOST_READINGS = 24;
const MOST_MATCHES = 96;

export function compileGrammar<R extends PatternRule>(rules: readonly R[]): PhraseGrammar<R> {
  const roots = new Map<string, Node<R>>();
  const rank = new Map<R, number>();
  const ids = new Map<string, number>();
  const number = (category: string): void => void (ids.has(category) || ids.set(category, ids.size));
  for (const rule of rules) {
    rank.set(rule, rank.size);
    number(rule.gives);
    let root = roots.get(rule.gives);
    if (!root) roots.set(rule.gives, (root = newNode()));
    for (const pattern of rule.patterns) {
      for (const items of expandPattern(pattern)) {
        for (const { kind, text } of items) if (kind === "category") number(text);
        insert(root, items, rule);
      }
    }
  }
  return { roots, rank, ids };
}

/** The words that a lexical category can begin with, and whether figures can too. */
export interface Starts {
  readonly words: ReadonlySet<string>;
  readonly figures: boolean;
}

/** What each category can begin with, nested ones resolved: most positions of a text are passed over by this alone. */
export function startsOf<R extends PatternRule>(
  grammar: Pick<PhraseGrammar<R>, "roots">,
  lexical: (category: string) => Starts,
): ReadonlyMap<string, Starts> {
  const starts = new Map<string, Starts>();
  const visit = (name: string, seen: ReadonlySet<string>): Starts => {
    const known = starts.get(name);
    if (known) return known;
    const root = grammar.roots.get(name);
    const words = new Set<string>();
    let figures = false;
    if (root) {
      for (const word of root.words.keys()) words.add(word);
      for (const word of words) figures ||= isFigure(word);
      for (const { name: child } of root.categories) {
        if (seen.has(child)) continue;
        const inner = visit(child, new Set(seen).add(child));
        for (const word of inner.words) words.add(word);
        figures ||= inner.figures;
      }
    }
    const found = root ? { words, figures } : lexical(name);
    // What was cut short because it contains itself is not kept.
    if (seen.size <= 1 || !root) starts.set(name, found);
    return found;
  };
  for (const name of grammar.roots.keys()) visit(name, new Set([name]));
  return starts;
}

export function startsWith(starts: Starts | undefined, word: string): boolean {
  return starts === undefined || (isFigure(word) ? starts.figures : starts.words.has(word));
}

function isFigure(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 48 && code <= 57;
}

/** A pattern as the flat sequences that it stands for: `a? b|c` gives [a b] [a c] [b] [c]. Throws on a malformed one. */
export function expandPattern(pattern: string): Item[][] {
  let sequences: Item[][] = [[]];
  for (const written of pattern.split(" ").filter((part) => part !== "")) {
    let part = written;
    const optional = part.length > 1 && part.endsWith("?");
    if (optional) part = part.slice(0, -1);
    const context = part.length > 2 && part.startsWith("(") && part.endsWith(")");
    if (context) part = part.slice(1, -1);
    const items = part.split("|").map((text): Item => {
      if (!text.startsWith("{")) return { kind: "word", text, name: "", context };
      const inner = /^\{([a-z0-9-]+)(?::([a-z0-9-]+))?\}$/.exec(text);
      if (!inner) throw new Error(`malformed pattern item ${written} in "${pattern}"`);
      return { kind: "category", text: inner[1]!, name: inner[2] ?? inner[1]!, context };
    });
    sequences = sequences.flatMap((sequence) => [
      ...items.map((item) => [...sequence, item]),
      ...(optional ? [sequence] : []),
    ]);
  }
  return sequences.filter((sequence) => sequence.some((item) => !item.context));
}

/**
 * Matches one category at each position asked for; words are lower case. `build` makes the value of a nested category
 * from the rule that read it. Values of lexical categories come from `lexical`; a category unknown to both is a bug.
 */
export class PhraseMatcher<R extends PatternRule, V> {
  /** Readings by position and category in one number. */
  readonly #memo = new Map<number, readonly Reading<V>[]>();

  constructor(
    private readonly grammar: PhraseGrammar<R>,
    private readonly starts: ReadonlyMap<string, Starts>,
    private readonly words: readonly string[],
    private readonly lexical: (category: string, at: number) => readonly Reading<V>[],
    private readonly build: (match: PhraseMatch<R, V>) => V,
  ) {}

  /** All matches of the category's own rules that begin here. */
  matches(category: string, at: number): PhraseMatch<R, V>[] {
    const root = this.grammar.roots.get(category);
    const found: PhraseMatch<R, V>[] = [];
    if (root) this.walk(root, at, at, -1, null, found);
    return found;
  }

  /** The match that reaches farthest; among equals one that needed its context, then the rule that stands first. */
  best(category: string, at: number): PhraseMatch<R, V> | null {
    return this.bestOf(this.matches(category, at));
  }

  bestOf(matches: readonly PhraseMatch<R, V>[]): PhraseMatch<R, V> | null {
    let best: PhraseMatch<R, V> | null = null;
    for (const match of matches) {
      if (best === null || this.precedes(match, best)) best = match;
    }
    return best;
  }

  private precedes(a: PhraseMatch<R, V>, b: PhraseMatch<R, V>): boolean {
    if (a.to !== b.to) return a.to > b.to;
    if (a.inContext !== b.inContext) return a.inContext;
    return this.grammar.rank.get(a.rule)! < this.grammar.rank.get(b.rule)!;
  }

  private readings(category: string, at: number): readonly Reading<V>[] {
    if (!startsWith(this.starts.get(category), this.words[at]!)) return NO_READINGS;
    const key = at * this.grammar.ids.size + this.grammar.ids.get(category)!;
    let readings = this.#memo.get(key);
    if (readings !== undefined) return readings;
    if (this.grammar.roots.has(category)) {
      this.#memo.set(key, NO_READINGS); // a category that begins with itself reads nothing there
      readings = this.byLength(this.matches(category, at), at);
    } else readings = this.lexical(category, at);
    this.#memo.set(key, readings);
    return readings;
  }

  /** The best match of each length as a reading, in the order of the matches. */
  private byLength(matches: readonly PhraseMatch<R, V>[], at: number): readonly Reading<V>[] {
    if (matches.length === 0) return NO_READINGS;
    const best = new Map<number, PhraseMatch<R, V>>();
    for (const match of matches) {
      const before = best.get(match.to);
      if (!before || this.precedes(match, before)) best.set(match.to, match);
    }
    return [...best.values()]
      .slice(0, MOST_READINGS)
      .map((match) => ({ length: match.to - at, value: this.build(match) }));
  }

  private walk(
    node: Node<R>,
    from: number,
    at: number,
    to: number,
    captures: Captures<V>,
    found: PhraseMatch<R, V>[],
  ): void {
    for (const { rule, before } of node.ends) {
      if (found.length < MOST_MATCHES && (before === null || before.has(this.words[from - 1] ?? "")))
        found.push({ rule, from, to: to < 0 ? at : to, captures, inContext: before !== null || to >= 0 });
    }
    const word = this.words[at];
    if (word === undefined) return;
    const byWord = node.words.size === 0 ? undefined : node.words.get(word);
    if (byWord !== undefined)
      for (const edge of byWord)
        this.walk(edge.node, from, at + 1, edge.item.context && to < 0 ? at : to, captures, found);
    for (const { name, edges } of node.categories) {
      for (const reading of this.readings(name, at)) {
        for (const edge of edges) {
          const end = at + reading.length;
          const more = { name: edge.item.name, value: reading.value, from: at, to: end, rest: captures };
          this.walk(edge.node, from, end, edge.item.context && to < 0 ? at : to, more, found);
        }
      }
    }
  }
}

const NO_READINGS: readonly never[] = [];

function newNode<R>(): Node<R> {
  return { words: new Map(), categories: [], ends: [] };
}

function insert<R>(root: Node<R>, items: readonly Item[], rule: R): void {
  let node = root;
  const before = items[0]!.context ? items[0]!.text : null;
  for (const item of before === null ? items : items.slice(1)) {
    const list = edgesFor(node, item);
    let edge = list.find((e) => e.item.name === item.name && e.item.context === item.context);
    if (!edge) list.push((edge = { item, node: newNode() }));
    node = edge.node;
  }
  const known = node.ends.find((end) => end.rule === rule);
  if (known === undefined) node.ends.push({ rule, before: before === null ? null : new Set([before]) });
  else if (before === null) known.before = null;
  else known.before?.add(before);
}

/** The edges of this word or category, made where there are none. */
function edgesFor<R>(node: Node<R>, { kind, text }: Item): Edge<R>[] {
  const known =
    kind === "word" ? node.words.get(text) : node.categories.find(({ name }) => name === text)?.edges;
  if (known !== undefined) return known;
  const edges: Edge<R>[] = [];
  if (kind === "word") node.words.set(text, edges);
  else node.categories.push({ name: text, edges });
  return edges;
}
