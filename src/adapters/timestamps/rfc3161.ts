// Timestamps over HTTP (RFC 3161, 3.4), by pkijs on the platform's own cryptography. What is sent is a hash and a random number.
// A token is good where its imprint is that of the data, its signature holds, its certificate is one for timestamping, and, where
// certificates are trusted, that one was issued under them at the time stated.
import { createHash, randomBytes, webcrypto } from "node:crypto";
import { Integer, OctetString } from "asn1js";
import {
  AlgorithmIdentifier,
  Certificate,
  ContentInfo,
  CryptoEngine,
  MessageImprint,
  setEngine,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from "pkijs";
import type { Result } from "../../base/result.js";
import { failed, ok } from "../../base/result.js";
import type { CheckedToken, Timestamps } from "../../ports/timestamps.js";

const SHA256 = "2.16.840.1.101.3.4.2.1";
const TIMESTAMPING = "1.3.6.1.5.5.7.3.8";
const EXTENDED_KEY_USAGE = "2.5.29.37";
const COMMON_NAME = "2.5.4.3";
const LARGEST_ANSWER = 1 << 20;
const PATIENCE = 30_000;

export function rfc3161Timestamps(): Timestamps {
  setEngine("node", new CryptoEngine({ name: "node", crypto: webcrypto as Crypto }));
  return {
    async request(server, data, trusted) {
      const nonce = randomBytes(8);
      nonce[0]! &= 0x7f;
      const asked = new TimeStampReq({
        version: 1,
        messageImprint: new MessageImprint({
          hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256 }),
          hashedMessage: new OctetString({ valueHex: exact(createHash("sha256").update(data).digest()) }),
        }),
        nonce: new Integer({ valueHex: exact(nonce) }),
        certReq: true,
      });
      const answer = await post(server, new Uint8Array(asked.toSchema().toBER()));
      if (!answer.ok) return answer;
      try {
        const response = TimeStampResp.fromBER(exact(answer.value));
        const { status } = response.status;
        if (status > 1 || response.timeStampToken === undefined) {
          return failed("timestamp/refused", server, { status });
        }
        const token = Buffer.from(response.timeStampToken.toSchema().toBER()).toString("base64");
        const checked = await checkToken(token, data, trusted, server);
        if (!checked.ok) return checked;
        const given = tokenInfo(token).info.nonce;
        const same = given !== undefined && Buffer.from(given.valueBlock.valueHexView).equals(minimal(nonce));
        if (!same) return failed("timestamp/invalid", server, { why: "it answers another request" });
        return ok({ token, checked: checked.value });
      } catch (error) {
        return failed("timestamp/invalid", server, { why: said(error) });
      }
    },
    check: checkToken,
  };
}

async function checkToken(
  token: string,
  data: Uint8Array,
  trusted: string | null,
  input: string,
): Promise<Result<CheckedToken>> {
  const invalid = (why: string): Result<CheckedToken> => failed("timestamp/invalid", input, { why });
  try {
    const { signed, info } = tokenInfo(token);
    const roots = trusted === null ? [] : certificatesOf(trusted);
    const result = await signed.verify({
      signer: 0,
      data: exact(data),
      trustedCerts: roots,
      checkDate: info.genTime,
      checkChain: trusted !== null,
      extendedMode: true,
    });
    if (result.signatureVerified !== true) return invalid("the signature does not hold");
    const certificate = result.signerCertificate;
    if (certificate == null) return invalid("it brings no certificate");
    if (!isForTimestamping(certificate)) return invalid("its certificate is not for timestamping");
    const der = Buffer.from(certificate.toSchema(true).toBER());
    return ok({
      at: info.genTime.toISOString(),
      signer: nameOf(certificate),
      fingerprint: createHash("sha256").update(der).digest("hex"),
    });
  } catch (error) {
    return invalid(said(error));
  }
}

function tokenInfo(token: string): { signed: SignedData; info: TSTInfo } {
  const content = ContentInfo.fromBER(exact(Buffer.from(token, "base64")));
  const signed = new SignedData({ schema: content.content as unknown });
  const held = signed.encapContentInfo.eContent;
  if (held === undefined) throw new Error("it holds no statement");
  return { signed, info: TSTInfo.fromBER(held.getValue()) };
}

/** Certificates in a PEM text; throws where there are none. */
export function certificatesOf(pem: string): Certificate[] {
  const blocks = [...pem.matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/gu)];
  if (blocks.length === 0) throw new Error("there is no certificate in the file");
  return blocks.map(([, base64]) => Certificate.fromBER(exact(Buffer.from(base64!, "base64"))));
}

function isForTimestamping({ extensions }: Certificate): boolean {
  const usage = extensions?.find(({ extnID }) => extnID === EXTENDED_KEY_USAGE)?.parsedValue as
    { keyPurposes?: string[] } | undefined;
  return usage?.keyPurposes?.includes(TIMESTAMPING) === true;
}

function nameOf({ subject }: Certificate): string {
  const parts = subject.typesAndValues;
  const named = parts.find(({ type }) => type === COMMON_NAME) ?? parts[0];
  return named === undefined ? "(no name)" : String(named.value.valueBlock.value);
}

async function post(server: string, body: Uint8Array): Promise<Result<Uint8Array>> {
  try {
    const answer = await fetch(server, {
      method: "POST",
      headers: { "Content-Type": "application/timestamp-query", Accept: "application/timestamp-reply" },
      body: new Uint8Array(body),
      redirect: "error",
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (!answer.ok) return failed("timestamp/refused", server, { status: answer.status });
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of (answer.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
      size += part.length;
      if (size > LARGEST_ANSWER) return failed("timestamp/invalid", server, { why: "the answer has no end" });
      parts.push(part);
    }
    return ok(new Uint8Array(Buffer.concat(parts)));
  } catch (error) {
    const cause = (error as { cause?: { code?: string } }).cause?.code;
    return failed("timestamp/unreachable", server, { system: cause ?? said(error) });
  }
}

function said(error: unknown): string {
  return String((error as { message?: unknown }).message ?? error)
    .split("\n", 1)[0]!
    .slice(0, 160);
}

/** The bytes alone: a Buffer's own memory may be part of a larger pool. */
function exact(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

/** An INTEGER has no superfluous zero bytes in front. */
function minimal(bytes: Uint8Array): Buffer {
  let from = 0;
  while (from < bytes.length - 1 && bytes[from] === 0 && bytes[from + 1]! < 0x80) from++;
  return Buffer.from(bytes.subarray(from));
}
