// FramedTerm: a loaded word in the document's own voice or in a quoted one, for something that has a neutral name.
import type { Quoted } from "../base/span.js";
import type { Derivation } from "./derivation.js";
import type { Source } from "./source.js";

export const TONES = ["pejorative", "laudatory", "legitimising", "delegitimising"] as const;
export type Tone = (typeof TONES)[number];

export interface FramedTerm extends Quoted {
  readonly term: string;
  /** What it stands for in this text; null where the text does not tell. */
  readonly referent: string | null;
  readonly neutral: string | null;
  readonly tone: Tone;
  /** Empty in the document's own voice. */
  readonly sources: readonly Source[];
  readonly derivation?: Derivation;
}
