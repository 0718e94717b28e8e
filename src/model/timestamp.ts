// A timestamp (RFC 3161) over a line of the evidence log: the statement of a third party that the line, and by the chain all
// lines before it, existed at a time. Kept as a line of JSON beside the log; the token is the authority's answer, unchanged.

export interface KeptTimestamp {
  /** The line of the log it is about. */
  readonly sequence: number;
  /** The hash of that line, which is what was stamped. */
  readonly hash: string;
  readonly server: string;
  /** DER of the TimeStampToken, in base64. */
  readonly token: string;
  /** SHA-256 in hexadecimal of the certificate that signed it. */
  readonly fingerprint: string;
  /** Certificates of authorities that the user trusts for it, PEM; null: that certificate alone is remembered. */
  readonly trusted: string | null;
}

export function parseTimestamp(text: string): KeptTimestamp | null {
  try {
    const kept = JSON.parse(text) as Partial<KeptTimestamp> | null;
    const whole =
      typeof kept === "object" &&
      kept !== null &&
      typeof kept.sequence === "number" &&
      [kept.hash, kept.server, kept.token, kept.fingerprint].every((part) => typeof part === "string") &&
      (kept.trusted === null || typeof kept.trusted === "string");
    return whole ? (kept as KeptTimestamp) : null;
  } catch {
    return null;
  }
}
