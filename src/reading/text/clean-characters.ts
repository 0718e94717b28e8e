// Characters of a captured text made plain: NFC; one kind of line break; every other white space a space, runs of it one;
// controls, zero-width signs, bidirectional overrides (Unicode UAX #9) and tag characters taken out, for they can hide words
// from whoever reads. Leaves alone: quotation marks, dashes, letters.

const BREAKS = /\r\n?|[\u0085\u2028\u2029\v\f]/gu;
const HIDDEN =
  // eslint-disable-next-line no-control-regex, no-misleading-character-class
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
const SPACES = /[^\S\n]+/gu;
const HALF = /[\ud800-\udfff]/gu;

/** `cleanCharacters("a\u00a0\u200bb\r\nc")` gives "a b\nc". */
export function cleanCharacters(text: string): string {
  return text
    .replace(BREAKS, "\n")
    .replace(HIDDEN, "")
    .replace(HALF, "\ufffd")
    .replace(SPACES, " ")
    .normalize("NFC");
}
