// The dateline that a report opens with ("BEIRUT (Reuters) -", "KABUL, March 4:", "AMMAN An air strike …"): where it was written.
// In: an annotated sentence. Out: how many of its tokens are dateline. What happened there only where no other place is told.
import type { Annotated } from "./annotate.js";

const LONGEST = 16;
const CLOSES = /^(?:[-–—:]|--+)$/u;

/** The number of tokens that the dateline takes, its dash or colon among them; 0 where the sentence opens without one. */
export function datelineEnd(annotated: Annotated): number {
  const { sentence, tokens } = annotated;
  const first = tokens[0];
  if (sentence.role === "title" || first === undefined || !/^\p{Lu}/u.test(first.text)) return 0;
  for (let i = 1; i < Math.min(tokens.length - 1, LONGEST); i++) {
    const { text } = tokens[i]!;
    if (CLOSES.test(text)) return i + 1;
    if (!/^[\p{Lu}\p{N}\p{P}]/u.test(text)) break;
  }
  // the dash is gone: a name in capitals before a sentence in both cases
  let capitals = 0;
  while (capitals < 3 && isShouted(tokens[capitals]?.text)) capitals++;
  const next = tokens[capitals]?.text ?? "";
  if (capitals > 0) return /^\p{Lu}\p{Ll}*$/u.test(next) ? capitals : 0;
  return gluedName(annotated);
}

/** "Nairobi The ministry said …": a name, then the first word of a sentence, which no name has before it but there. */
function gluedName({ tokens, toponyms }: Annotated): number {
  const name = toponyms.find(({ from, value }) => from === 0 && !value.adjectival);
  const next = name === undefined ? undefined : tokens[name.to];
  if (name === undefined || next === undefined || !/^\p{Lu}/u.test(next.text)) return 0;
  const nation = toponyms.some(({ from, value }) => from === name.to && value.adjectival);
  return next.tag === "DET" || next.tag === "PRON" || nation ? name.to : 0;
}

/** A line that is nothing but a dateline, dashes at its end. */
export function isDateline({ sentence, tokens }: Annotated): boolean {
  return (
    sentence.role === "heading" && tokens.length <= LONGEST * 2 && CLOSES.test(tokens.at(-1)?.text ?? "")
  );
}

function isShouted(text: string | undefined): boolean {
  return text !== undefined && /^\p{Lu}{4,}$/u.test(text);
}
