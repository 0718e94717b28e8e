// SHA-256 of bytes or text, as lower-case hexadecimal; pure, so that every floor may use it (@noble/hashes, audited).
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** `sha256Hex("")` begins with "e3b0c442". */
export function sha256Hex(content: Uint8Array | string): string {
  return bytesToHex(sha256(typeof content === "string" ? utf8ToBytes(content) : content));
}
