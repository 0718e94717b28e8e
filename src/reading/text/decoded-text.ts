// Bytes to characters: byte order mark, then UTF-8 if the bytes are valid, then what the server named, then what the page
// declares (HTML meta, XML prolog), then a guess from statistics (chardet); WHATWG Encoding names. Broken UTF-8 is read with
// U+FFFD and a warning. Bytes that are no text (signatures of known formats, NULs, many controls) are a problem. Leaves alone:
// what the characters say.
import { analyse } from "chardet";
import type { Problem, Result } from "../../base/result.js";
import { failed, ok } from "../../base/result.js";

/** First bytes of formats that are no text, in hexadecimal (from the formats' specifications). */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ["255044462d", "pdf"],
  ["504b0304", "zip"],
  ["89504e47", "png"],
  ["47494638", "gif"],
  ["ffd8ff", "jpeg"],
  ["1f8b", "gzip"],
  ["425a68", "bzip2"],
  ["fd377a585a", "xz"],
  ["28b52ffd", "zstd"],
  ["377abcaf", "7z"],
  ["52617221", "rar"],
  ["d0cf11e0", "ole"],
  ["7f454c46", "elf"],
  ["4d5a90", "exe"],
  ["53514c69746520666f726d6174", "sqlite"],
  ["7b5c727466", "rtf"],
];
const SAMPLE = 65_536;
/** A text may hold so many stray controls, however short it is. */
const FEW_CONTROLS = 3;
const DECLARED = /(?:charset|encoding)\s{0,5}=\s{0,5}["']?([\w.:-]{2,40})/iu;

export interface Decoded {
  readonly text: string;
  readonly warnings: readonly Problem[];
}

/** Problems: text/binary, text/empty. Warnings: text/encoding-broken, text/encoding-guessed. */
export function decodedText(
  bytes: Uint8Array,
  declares: boolean,
  ref: string,
  charset?: string,
): Result<Decoded> {
  const marked = byteOrder(bytes);
  const format = marked === null ? signature(bytes) : null;
  if (format !== null) return failed("text/binary", ref, { format });
  if (marked !== null || !hasControls(bytes)) return ok(decoded(bytes, marked, declares, ref, charset));
  const wide = wideOrder(bytes);
  if (wide !== null) return ok(decoded(bytes, wide, false, ref));
  return failed("text/binary", ref, { format: "unknown" });
}

function decoded(
  bytes: Uint8Array,
  sure: string | null,
  declares: boolean,
  ref: string,
  charset?: string,
): Decoded {
  if (sure !== null) return { text: new TextDecoder(sure).decode(bytes), warnings: [] };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), warnings: [] };
  } catch {
    // Not UTF-8 throughout: go on with what is declared, then with the guess.
  }
  const declared = declares ? DECLARED.exec(ascii(bytes.subarray(0, 4096)))?.[1] : undefined;
  for (const label of [charset, declared]) {
    const named = label === undefined ? null : decoder(label);
    if (named !== null && named.encoding !== "utf-8") return { text: named.decode(bytes), warnings: [] };
  }
  const lenient = new TextDecoder("utf-8").decode(bytes);
  if (mostlyUtf8(bytes, lenient)) {
    const broken = lenient.split("\ufffd").length - 1;
    return { text: lenient, warnings: [{ code: "text/encoding-broken", input: ref, detail: { broken } }] };
  }
  const guess = analyse(bytes.subarray(0, SAMPLE)).find((match) => decoder(match.name) !== null);
  const encoding = guess === undefined || guess.name === "UTF-8" ? "windows-1252" : guess.name;
  return {
    text: new TextDecoder(encoding).decode(bytes),
    warnings: [{ code: "text/encoding-guessed", input: ref, detail: { encoding } }],
  };
}

function decoder(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}

/** Valid sequences of several bytes outweigh what is broken, or hardly anything is broken. */
function mostlyUtf8(bytes: Uint8Array, lenient: string): boolean {
  let high = 0;
  for (const byte of bytes) if (byte >= 0x80) high++;
  let broken = 0;
  for (let at = lenient.indexOf("\ufffd"); at !== -1; at = lenient.indexOf("\ufffd", at + 1)) broken++;
  return broken * 3 < high;
}

function byteOrder(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

function signature(bytes: Uint8Array): string | null {
  const head = [...bytes.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return SIGNATURES.find(([magic]) => head.startsWith(magic))?.[1] ?? null;
}

/** A NUL anywhere, or controls in more than one of a hundred bytes of the sample. */
function hasControls(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return true;
  const sample = bytes.subarray(0, SAMPLE);
  let controls = 0;
  for (const byte of sample)
    if ((byte < 9 || (byte > 13 && byte < 32) || byte === 127) && byte !== 27) controls++;
  return controls > FEW_CONTROLS && controls * 100 > sample.length;
}

/** UTF-16 without a mark: NULs in one half of the places, hardly any in the other. */
function wideOrder(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE);
  const nuls = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) nuls[index % 2]!++;
  });
  const half = sample.length / 2;
  if (nuls[1]! > half * 0.4 && nuls[0]! < half * 0.05) return "utf-16le";
  if (nuls[0]! > half * 0.4 && nuls[1]! < half * 0.05) return "utf-16be";
  return null;
}

function ascii(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}
