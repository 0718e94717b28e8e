// The form of the words for a problem, for the files that hold them by groups of codes.
import type { Problem } from "../base/result.js";

export interface ProblemText {
  /** What is wrong, with the input's name; one sentence without a full stop at the end. */
  readonly what: string;
  /** What to do about it; one sentence with a full stop. */
  readonly todo: string;
}

export type Wording = (input: string, detail: Problem["detail"]) => ProblemText;
