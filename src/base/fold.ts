// Folding of names: one spelling for comparing, not for showing. Lower case, no diacritics (NFKD), no apostrophes,
// half-rings or full stops; everything else that is no letter or digit becomes one space. ASCII text takes a short way.

const SILENT = /['’‘`´ʼʻʿʾ.]/gu;

/** `fold("Dayr az-Zawr") === "dayr az zawr"`, `fold("Şanlıurfa") === "sanliurfa"`, `fold("U.S.") === "us"`, `fold("Dar'a") === "dara"`. */
export function fold(name: string): string {
  let s = name;
  for (let i = 0; i < name.length; i++) {
    if (name.charCodeAt(i) > 127) {
      s = name
        .normalize("NFKD")
        .replace(/\p{M}/gu, "")
        .replace(/ı/gu, "i")
        .replace(/ø/giu, "o")
        .replace(/ł/giu, "l");
      break;
    }
  }
  return s
    .toLowerCase()
    .replace(SILENT, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
