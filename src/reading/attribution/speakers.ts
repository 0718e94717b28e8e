// Who spoke so far in the document, and whom "it", "he", "the source", "the group" take up: the last speaker that fits in
// sort and kind. Names stay as said; a surname alone takes up the full name. Knowledge: knowledge/attribution/ (anaphors).
// Leaves alone: whether two differently named bodies are one (src/reading/actors, linking).
import type { AttributionKnowledge } from "../../knowledge/attribution.js";
import type { Source } from "../../model/source.js";
import type { SourcePhrase } from "./source-name.js";

export interface Speaker {
  readonly source: Source;
  readonly sort: SourcePhrase["sort"];
  readonly words: readonly string[];
  /** Outlets that carried the words. */
  readonly outlets: readonly Source[];
  readonly sentence: number;
}

const MEMORY = 24;
const PRONOUN_REACH = 6;

export class Speakers {
  readonly #heard: Speaker[] = [];
  readonly #surnames = new Set<string>();

  get surnames(): ReadonlySet<string> {
    return this.#surnames;
  }

  hear(speaker: Speaker): void {
    this.#heard.push(speaker);
    const last = speaker.source.name.split(" ").at(-1)!;
    if (speaker.sort === "person" && /^\p{Lu}/u.test(last) && last !== speaker.source.name)
      this.#surnames.add(last.toLowerCase());
    if (this.#heard.length > MEMORY) this.#heard.shift();
  }

  last(): Speaker | null {
    return this.#heard.at(-1) ?? null;
  }

  /** The speaker that a phrase without a name takes up; null where none fits. */
  takenUp(phrase: SourcePhrase, sentence: number, knowledge: AttributionKnowledge): Speaker | null {
    const word = phrase.anaphor;
    if (word === null) return null;
    const rule = knowledge.anaphors.get(word);
    if (rule === undefined) return null;
    const pronoun = knowledge.words.pronouns.has(word);
    const { kind } = phrase.source;
    const known = pronoun || kind === "unspecified" || kind === "anonymous";
    const likely = (speaker: Speaker): boolean => known || speaker.source.kind === kind;
    if (!pronoun) {
      const named = this.#heard.findLast((speaker) => speaker.words.includes(word) && likely(speaker));
      if (named !== undefined) return named;
    }
    const fits = (speaker: Speaker): boolean =>
      likely(speaker) &&
      (rule.sort.length === 0 || rule.sort.includes(speaker.sort)) &&
      (rule.kinds.length === 0 || rule.kinds.includes(speaker.source.kind)) &&
      (!pronoun || sentence - speaker.sentence <= PRONOUN_REACH);
    const fitting = this.#heard.findLast(fits);
    if (fitting !== undefined) return fitting;
    const last = this.last();
    return pronoun && last !== null && sentence - last.sentence <= 1 ? last : null;
  }

  /** "Barazi" after "Talal Barazi". */
  fullName(source: Source): Source {
    if (source.name.includes(" ")) return source;
    const full = this.#heard.findLast(
      (speaker) => speaker.sort === "person" && speaker.source.name.endsWith(` ${source.name}`),
    );
    return full === undefined ? source : full.source;
  }
}
