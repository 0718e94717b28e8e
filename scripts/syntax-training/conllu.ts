// CoNLL-U (Universal Dependencies' file format): words with their surface characters, multi-word tokens spread over their words.
// Leaves alone: enhanced dependencies, morphological features, empty nodes, comments.
import { KEPT_SUBTYPES } from "../../src/model/syntax.js";

export interface Word {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** Index of the head in the sentence, -1 for the root. */
  readonly head: number;
  readonly relation: string;
}

export interface UdSentence {
  readonly text: string;
  /** For each UTF-16 unit of the text the index of the word that it belongs to, -1 for white space. */
  readonly owner: readonly number[];
  readonly words: readonly Word[];
}

/** "nmod:tmod" is cut to "nmod"; the subtypes that the product keeps stay. */
export function keptRelation(relation: string): string {
  return KEPT_SUBTYPES.has(relation) ? relation : relation.replace(/:.*$/u, "");
}

export function readConllu(content: string): UdSentence[] {
  return content
    .split("\n\n")
    .map((block) => block.split("\n").filter((line) => line !== "" && !line.startsWith("#")))
    .filter((lines) => lines.length > 0)
    .map(readSentence);
}

function readSentence(lines: readonly string[]): UdSentence {
  const words: Word[] = [];
  const owner: number[] = [];
  let text = "";
  let rangeEnd = -1;
  const put = (surface: string, owners: (k: number) => number, misc: string): void => {
    for (let k = 0; k < surface.length; k++) owner.push(/\s/u.test(surface[k]!) ? -1 : owners(k));
    text += surface;
    if (!misc.includes("SpaceAfter=No")) {
      text += " ";
      owner.push(-1);
    }
  };
  const rows = lines.map((line) => line.split("\t"));
  rows.forEach((row, r) => {
    const id = row[0]!;
    if (id.includes(".")) return;
    if (id.includes("-")) {
      const [from, to] = id.split("-").map(Number) as [number, number];
      rangeEnd = to;
      const parts = rows.slice(r + 1, r + 2 + to - from).map((part) => part[1]!);
      const whole = parts.join("") === row[1];
      const ends = parts.map((_, p) => parts.slice(0, p + 1).join("").length);
      put(row[1]!, (k) => from - 1 + (whole ? ends.findIndex((end) => k < end) : 0), row[9]!);
      return;
    }
    const index = Number(id) - 1;
    words.push({
      form: row[1]!,
      lemma: row[2]!,
      upos: row[3]!,
      xpos: row[4]!,
      head: Number(row[6]) - 1,
      relation: keptRelation(row[7]!),
    });
    if (index + 1 > rangeEnd) put(row[1]!, () => index, row[9]!);
  });
  return { text, owner, words };
}
