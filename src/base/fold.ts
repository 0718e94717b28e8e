// Folding of names: one spelling for comparing, not for showing. Lower case, no diacritics (NFKD), no apostrophes,
// half-rings or full stops; everything else that is no letter or digit becomes one space. ASCII text takes a short way.

const SILENT = /['’‘`´ʼʻʿʾ.]/gu;

/** `fold("Dayr az-Zawr") === "dayr az zawr"`, `fold("Şanlıurfa") === "sanliurfa"`, `fold("U.S.") === "us"`, `fold("Dar'a") === "dara"`. */
export function fold(name: string): string {
  let plain = true;
  let spaced = true;
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    if (code > 127) return foldRest(unaccented(name));
    const letter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
    if (letter) spaced = false;
    else if (code === 32 && !spaced) spaced = true;
    else plain = false;
  }
  return plain && !spaced ? name.toLowerCase() : foldRest(name);
}

function unaccented(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/ı/gu, "i")
    .replace(/ø/giu, "o")
    .replace(/ł/giu, "l");
}

function foldRest(name: string): string {
  return name
    .toLowerCase()
    .replace(SILENT, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
