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
  /** Bodies named lately that need not have spoken. */
  readonly #named: Speaker[] = [];
  readonly #surnames = new Set<string>();

  get surnames(): ReadonlySet<string> {
    return this.#surnames;
  }

  hear(speaker: Speaker): void {
    this.#heard.push(speaker);
    const last = speaker.source.name.split(" ").at(-1)!;
    if (isPersonByName(speaker) && /^\p{Lu}/u.test(last) && last !== speaker.source.name)
      this.#surnames.add(last.toLowerCase());
    if (this.#heard.length > MEMORY) this.#heard.shift();
  }

  /** The body that "its" or "the group's" means; null where none was heard or named shortly before. */
  owner(word: string, sentence: number, knowledge: AttributionKnowledge): Speaker | null {
    const near = (speaker: Speaker): boolean =>
      speaker.sort === "body" && sentence - speaker.sentence <= PRONOUN_REACH;
    if (knowledge.words.owners.has(word)) return this.#heard.findLast(near) ?? null;
    const rule = knowledge.anaphors.get(word);
    const fits = (speaker: Speaker): boolean =>
      near(speaker) &&
      (rule === undefined || rule.kinds.length === 0 || rule.kinds.includes(speaker.source.kind));
    return (
      this.#heard.findLast((speaker) => near(speaker) && speaker.words.includes(word)) ??
      this.#body((speaker) => speaker.source.kind !== "unspecified" && fits(speaker))
    );
  }

  /** The person who spoke under this office, after any body did: "the head" after "Ilan Desh, head of the group, said". */
  officer(role: string, sentence: number): Speaker | null {
    const last = this.#heard.findLast(({ sort }) => sort !== "plural");
    const near = last !== undefined && sentence - last.sentence <= PRONOUN_REACH;
    const named = ({ source, words }: Speaker): boolean =>
      source.name === last?.source.name && words.includes(role);
    return near && last.sort === "person" && this.#heard.some(named) ? last : null;
  }

  /** The last body of a known kind that spoke, else that was named, else any that spoke. */
  #body(fits: (speaker: Speaker) => boolean): Speaker | null {
    const known = (speaker: Speaker): boolean => speaker.source.kind !== "unspecified" && fits(speaker);
    return this.#heard.findLast(known) ?? this.#named.findLast(known) ?? this.#heard.findLast(fits) ?? null;
  }

  /** A body was named: "the group" may mean it although it has not spoken. */
  name(body: Speaker): void {
    if (this.#named.at(-1)?.source.name !== body.source.name) this.#named.push(body);
    if (this.#named.length > MEMORY) this.#named.shift();
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
      // "the ministry" after a health ministry: its bare word tells no kind
      const named = this.#heard.findLast(
        (speaker) => speaker.words.includes(word) && (rule.bare || likely(speaker)),
      );
      if (named !== undefined) return named;
    }
    const fits = (speaker: Speaker): boolean =>
      likely(speaker) &&
      (rule.sort.length === 0 || rule.sort.includes(speaker.sort)) &&
      (rule.kinds.length === 0 || rule.kinds.includes(speaker.source.kind)) &&
      (!pronoun || sentence - speaker.sentence <= PRONOUN_REACH);
    const bodies = !pronoun && rule.sort.length === 1 && rule.sort[0] === "body";
    const fitting = bodies ? this.#body(fits) : (this.#heard.findLast(fits) ?? null);
    if (fitting !== null) return fitting;
    const last = this.last();
    return pronoun && last !== null && sentence - last.sentence <= 1 ? last : null;
  }

  /** "Barazi" after "Talal Barazi". */
  fullName(source: Source): Source {
    if (source.name.includes(" ")) return source;
    const full = this.#heard.findLast(
      (speaker) => isPersonByName(speaker) && speaker.source.name.endsWith(` ${source.name}`),
    );
    return full === undefined ? source : full.source;
  }
}

/** "Ilan Desh", not "commander of the Guard": whoever is only described has no surname. */
function isPersonByName({ sort, source }: Speaker): boolean {
  return sort === "person" && /^\p{Lu}/u.test(source.name);
}
