// Timestamps from an authority on loopback: taken, kept, checked again, and refused where they do not hold.
import { appendFileSync, cpSync, readFileSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rfc3161Timestamps } from "../../src/adapters/timestamps/rfc3161.js";
import { timestampHead } from "../../src/app/timestamp.js";
import { verify } from "../../src/app/verify.js";
import type { KeptTimestamp } from "../../src/model/timestamp.js";
import { parseLine } from "../../src/model/evidence.js";
import { scratchFolder } from "../scratch.js";
import { madeIdentity, refusal, served, stamp } from "./made-authority.js";
import type { Identity } from "./made-authority.js";
import { AT, fetched, madeCollection, opened, PAGE } from "./made-collection.js";

const scratch = scratchFolder();
const made = join(scratch, "made");
const STAMPED = "2031-06-02T08:00:00.000Z";
let root: Identity;
let signer: Identity;
let authority: Awaited<ReturnType<typeof served>>;
let copies = 0;
const closing: { close(): Promise<void> }[] = [];

async function serving(answer: Parameters<typeof served>[0]): Promise<Awaited<ReturnType<typeof served>>> {
  const server = await served(answer);
  closing.push(server);
  return server;
}

beforeAll(async () => {
  await madeCollection(made);
  root = await madeIdentity("Tarn Root", null, null);
  signer = await madeIdentity("Tarn Timestamps", root);
  authority = await serving((request) => stamp(request, signer, STAMPED));
});
afterAll(() => Promise.all(closing.map((server) => server.close())));

async function stamped(url: string, trusted: string | null, folder = join(scratch, `copy${copies++}`)) {
  cpSync(made, folder, { recursive: true });
  const store = await opened(folder, "write");
  const result = await timestampHead(store, rfc3161Timestamps(), { server: url, trusted }, folder);
  await store.close();
  return { folder, result };
}

async function verifiedCodes(folder: string): Promise<{ codes: string[]; timestamps: unknown }> {
  const store = await opened(folder, "read");
  const codes: string[] = [];
  const result = await verify(store, rfc3161Timestamps(), {
    head: null,
    onProblem: ({ code }) => codes.push(code),
  });
  await store.close();
  return { codes, timestamps: result.timestamps };
}

describe("a timestamp", () => {
  it("covers the last line, is kept, and is checked again under the certificate that was named", async () => {
    const { folder, result } = await stamped(authority.url, root.pem);
    expect(result).toMatchObject({
      ok: true,
      value: { at: STAMPED, signer: "Tarn Timestamps", sequence: 6 },
    });
    const store = await opened(folder, "write");
    await store.keepCaptures([fetched("More.", PAGE, "2031-07-01T00:00:00Z")], AT);
    await store.close();
    expect(await verifiedCodes(folder)).toMatchObject({
      codes: [],
      timestamps: [{ at: STAMPED, signer: "Tarn Timestamps", sequence: 6, server: authority.url }],
    });
  });

  it("is asked of the authority that the collection remembers, where none is named", async () => {
    const folder = join(scratch, `copy${copies++}`);
    cpSync(made, folder, { recursive: true });
    const store = await opened(folder, "write");
    const again = (server: string | null, trusted: string | null) =>
      timestampHead(store, rfc3161Timestamps(), { server, trusted }, folder);
    const asked = authority.requests.length;
    expect(await again(null, null)).toMatchObject({ ok: false, problem: { code: "timestamp/no-server" } });
    expect(authority.requests.length).toBe(asked);
    expect((await again(authority.url, root.pem)).ok).toBe(true);
    expect((await store.settings()).authority).toEqual({ server: authority.url, trusted: root.pem });
    expect(await again(null, null)).toMatchObject({
      ok: true,
      value: { authority: { server: authority.url, trusted: root.pem } },
    });
    expect(authority.requests.length).toBe(asked + 2);
    await store.close();
  });

  it("sends the hash of the line and nothing of the documents", async () => {
    const { folder } = await stamped(authority.url, null);
    const hash = parseLine(
      readFileSync(join(folder, "evidence/log.ndjson"), "utf8").trimEnd().split("\n").at(-1)!,
    )!.hash;
    const sent = Buffer.from(authority.requests.at(-1)!);
    expect(sent.includes(Buffer.from(hash, "hex"))).toBe(true);
    expect(sent.length).toBeLessThan(100);
  });

  it("without a named authority remembers the certificate", async () => {
    const { folder } = await stamped(authority.url, null);
    expect((await verifiedCodes(folder)).codes).toEqual([]);
    const path = join(folder, "evidence/timestamps.ndjson");
    const kept = JSON.parse(readFileSync(path, "utf8")) as KeptTimestamp;
    const line = parseLine(
      readFileSync(join(folder, "evidence/log.ndjson"), "utf8").trimEnd().split("\n").at(-1)!,
    )!;
    const other = await serving(async (request) =>
      stamp(request, await madeIdentity("Somebody", null), STAMPED),
    );
    const forged = await stamped(other.url, null);
    const token = (
      JSON.parse(readFileSync(join(forged.folder, "evidence/timestamps.ndjson"), "utf8")) as KeptTimestamp
    ).token;
    expect(kept.hash).toBe(line.hash);
    writeFileSync(path, `${JSON.stringify({ ...kept, token })}\n`);
    expect((await verifiedCodes(folder)).codes).toEqual(["timestamp/signer-changed"]);
  });

  it("that was changed, or whose line was, is a problem", async () => {
    const { folder } = await stamped(authority.url, root.pem);
    const path = join(folder, "evidence/timestamps.ndjson");
    const kept = JSON.parse(readFileSync(path, "utf8")) as KeptTimestamp;
    const bytes = Buffer.from(kept.token, "base64");
    bytes[bytes.length - 5]! ^= 1;
    writeFileSync(path, `${JSON.stringify({ ...kept, token: bytes.toString("base64") })}\n`);
    expect((await verifiedCodes(folder)).codes).toEqual(["timestamp/invalid"]);
    writeFileSync(
      path,
      `${JSON.stringify({ ...kept, hash: createHash("sha256").update("x").digest("hex") })}\n`,
    );
    expect((await verifiedCodes(folder)).codes).toEqual(["timestamp/line-differs"]);
    writeFileSync(
      path,
      `${JSON.stringify({ ...kept, trusted: (await madeIdentity("Other", null, null)).pem })}\n`,
    );
    expect((await verifiedCodes(folder)).codes).toEqual(["timestamp/invalid"]);
    appendFileSync(path, "no timestamp\n");
    expect((await verifiedCodes(folder)).codes).toContain("timestamp/unreadable");
  });

  it("is refused where the answer does not hold", async () => {
    const asServer = await madeIdentity("Web server", root, "1.3.6.1.5.5.7.3.1");
    const unknown = await madeIdentity("Unknown", null);
    const answers: [string, Parameters<typeof served>[0], string | null][] = [
      ["timestamp/refused", () => refusal(), null],
      ["timestamp/invalid", () => Buffer.from("no answer"), null],
      ["timestamp/invalid", (request) => stamp(request, signer, STAMPED, false), null],
      ["timestamp/invalid", (request) => stamp(request, asServer, STAMPED), root.pem],
      ["timestamp/invalid", (request) => stamp(request, unknown, STAMPED), root.pem],
      ["timestamp/invalid", (request) => stamp(request, signer, "2060-01-01T00:00:00Z"), root.pem],
    ];
    for (const [code, answer, trusted] of answers) {
      const { url } = await serving(answer);
      const { folder, result } = await stamped(url, trusted);
      expect(result).toMatchObject({ ok: false, problem: { code } });
      expect((await verifiedCodes(folder)).timestamps).toEqual([]);
    }
    const gone = await stamped("http://127.0.0.1:1/tsr", null);
    expect(gone.result).toMatchObject({ ok: false, problem: { code: "timestamp/unreachable" } });
  });

  it("needs a line to be about", async () => {
    const folder = join(scratch, "empty");
    const store = await opened(folder);
    const result = await timestampHead(
      store,
      rfc3161Timestamps(),
      { server: authority.url, trusted: null },
      folder,
    );
    expect(result).toMatchObject({ ok: false, problem: { code: "evidence/log-empty" } });
    await store.close();
  });
});
