// Timestamps: asks an authority to state when something existed, and checks such statements again (RFC 3161, RFC 5816).
// Problems: timestamp/unreachable, timestamp/refused, timestamp/invalid, timestamp/signer-changed.
import type { Result } from "../base/result.js";

export interface CheckedToken {
  /** ISO 8601 instant that the authority states. */
  readonly at: string;
  /** The name of whoever signed, as its certificate tells it. */
  readonly signer: string;
  /** SHA-256 in hexadecimal of that certificate. */
  readonly fingerprint: string;
}

export interface Timestamps {
  /** Sends the SHA-256 of the data to the server, nothing else; the token comes back checked. */
  request(
    server: string,
    data: Uint8Array,
    trusted: string | null,
  ): Promise<Result<{ readonly token: string; readonly checked: CheckedToken }>>;
  /** Whether the token is a valid statement on the data, signed under a trusted certificate, or, without one, by itself. */
  check(
    token: string,
    data: Uint8Array,
    trusted: string | null,
    input: string,
  ): Promise<Result<CheckedToken>>;
}
