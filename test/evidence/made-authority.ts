// A timestamp authority on loopback, with certificates made for the test.
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { webcrypto } from "node:crypto";
import * as asn1 from "asn1js";
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  ContentInfo,
  CryptoEngine,
  EncapsulatedContentInfo,
  ExtKeyUsage,
  Extension,
  getCrypto,
  IssuerAndSerialNumber,
  PKIStatusInfo,
  setEngine,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  Attribute,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from "pkijs";

setEngine("test", new CryptoEngine({ name: "test", crypto: webcrypto as Crypto }));
const SIGNING = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };

export interface Identity {
  readonly certificate: Certificate;
  readonly key: CryptoKey;
  readonly pem: string;
}

export async function madeIdentity(
  name: string,
  issuer: Identity | null,
  purpose: string | null = "1.3.6.1.5.5.7.3.8",
): Promise<Identity> {
  const keys = (await webcrypto.subtle.generateKey(SIGNING, true, ["sign", "verify"])) as CryptoKeyPair;
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1.Integer({ value: issuer === null ? 1 : 2 });
  const named = (text: string): AttributeTypeAndValue =>
    new AttributeTypeAndValue({ type: "2.5.4.3", value: new asn1.Utf8String({ value: text }) });
  certificate.subject.typesAndValues.push(named(name));
  if (issuer === null) certificate.issuer.typesAndValues.push(named(name));
  else certificate.issuer = issuer.certificate.subject;
  certificate.notBefore.value = new Date("2020-01-01T00:00:00Z");
  certificate.notAfter.value = new Date("2049-01-01T00:00:00Z");
  const isAuthority = new BasicConstraints({ cA: issuer === null });
  certificate.extensions = [
    new Extension({
      extnID: "2.5.29.19",
      critical: true,
      extnValue: isAuthority.toSchema().toBER(),
      parsedValue: isAuthority,
    }),
  ];
  if (purpose !== null) {
    const usage = new ExtKeyUsage({ keyPurposes: [purpose] });
    certificate.extensions.push(
      new Extension({
        extnID: "2.5.29.37",
        critical: true,
        extnValue: usage.toSchema().toBER(),
        parsedValue: usage,
      }),
    );
  }
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign(issuer?.key ?? keys.privateKey, "SHA-256");
  const base64 = Buffer.from(certificate.toSchema(true).toBER()).toString("base64");
  const pem = `-----BEGIN CERTIFICATE-----\n${base64.replace(/(.{64})/gu, "$1\n")}\n-----END CERTIFICATE-----\n`;
  return { certificate, key: keys.privateKey, pem };
}

/** The authority's answer to one request. */
export async function stamp(
  request: Uint8Array,
  signer: Identity,
  at: string,
  nonce = true,
): Promise<Uint8Array> {
  const asked = TimeStampReq.fromBER(new Uint8Array(request).buffer);
  const info = new TSTInfo({
    version: 1,
    policy: "1.2.3.4",
    messageImprint: asked.messageImprint,
    serialNumber: new asn1.Integer({ value: 7 }),
    genTime: new Date(at),
    ...(nonce && asked.nonce !== undefined ? { nonce: asked.nonce } : {}),
  });
  const content = info.toSchema().toBER();
  const digest = await getCrypto(true).digest("SHA-256", content);
  const signed = new SignedData({
    version: 3,
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: "1.2.840.113549.1.9.16.1.4",
      eContent: new asn1.OctetString({ valueHex: content }),
    }),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({
          issuer: signer.certificate.issuer,
          serialNumber: signer.certificate.serialNumber,
        }),
        digestAlgorithm: new AlgorithmIdentifier({ algorithmId: "2.16.840.1.101.3.4.2.1" }),
        signedAttrs: new SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            new Attribute({
              type: "1.2.840.113549.1.9.3",
              values: [new asn1.ObjectIdentifier({ value: "1.2.840.113549.1.9.16.1.4" })],
            }),
            new Attribute({
              type: "1.2.840.113549.1.9.4",
              values: [new asn1.OctetString({ valueHex: digest })],
            }),
          ],
        }),
      }),
    ],
    certificates: [signer.certificate],
  });
  await signed.sign(signer.key, 0, "SHA-256");
  const token = new ContentInfo({ contentType: "1.2.840.113549.1.7.2", content: signed.toSchema(true) });
  const answer = new TimeStampResp({ status: new PKIStatusInfo({ status: 0 }), timeStampToken: token });
  return new Uint8Array(answer.toSchema().toBER());
}

export function refusal(): Uint8Array {
  return new Uint8Array(new TimeStampResp({ status: new PKIStatusInfo({ status: 2 }) }).toSchema().toBER());
}

export async function served(
  answer: (request: Uint8Array) => Promise<Uint8Array> | Uint8Array,
): Promise<{ readonly url: string; readonly requests: Uint8Array[]; close(): Promise<void> }> {
  const requests: Uint8Array[] = [];
  const server: Server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    requests.push(Buffer.concat(parts));
    response.setHeader("Content-Type", "application/timestamp-reply");
    response.end(await answer(Buffer.concat(parts)));
  });
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/tsr`,
    requests,
    close: () => new Promise((settle) => server.close(() => settle())),
  };
}
