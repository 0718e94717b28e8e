import { mkdirSync, writeFileSync } from "node:fs";
import { createServer as createPlainServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterEach, describe, expect, it } from "vitest";
import { memoryStore } from "../../src/adapters/memory/memory-store.js";
import { openWorkbench } from "../../src/app/open-workbench.js";
import type { Workbench } from "../../src/app/workbench.js";
import { failed } from "../../src/base/result.js";
import { createServer, listen } from "../../src/server/server.js";
import { bytesOf, madeCapture, madeIncident, madeRecord } from "../made.js";
import { scratchFolder } from "../scratch.js";

const TALLIES = {
  counted: [],
  nearDays: 3,
  places: { reach: { site: 8, city: 15, district: 25, province: 120, country: 900 }, near: 30, spot: 2 },
};
const TEXT = "Three rockets fell on the depot. <script>alert(1)</script>";
const ID = madeCapture(TEXT).id;
const page = scratchFolder();
mkdirSync(join(page, "assets"));
writeFileSync(join(page, "index.html"), "<!doctype html><title>Hearsay</title>");
writeFileSync(join(page, "assets", "main-1a2b.js"), "console.log(1)");

let running: FastifyInstance | null = null;
afterEach(async () => running?.close());

async function server(given: Partial<Workbench> = {}, host = "127.0.0.1"): Promise<FastifyInstance> {
  const store = memoryStore();
  await store.keepCapture(madeCapture(TEXT, "a.txt", { form: "html" }), bytesOf(TEXT));
  await store.saveRecord(madeRecord(TEXT));
  await store.replaceIncidents([madeIncident([madeRecord(TEXT)])]);
  const workbench = {
    ...openWorkbench(store, {
      name: "tarn",
      version: "0.0.0",
      outline: null,
      countries: new Map(),
      tallies: TALLIES,
      decide: async () => failed("decision/unknown", "1"),
    }),
    ...given,
  };
  const bugs: unknown[] = [];
  running = await createServer({ workbench, host, page, onBug: (error) => bugs.push(error) });
  return running;
}

async function get(
  url: string,
  headers: Readonly<Record<string, string>> = {},
  given: Partial<Workbench> = {},
) {
  const answer = await (await server(given)).inject({ url, headers: { host: "127.0.0.1:4747", ...headers } });
  return { status: answer.statusCode, headers: answer.headers, body: answer.body };
}

describe("decisions", () => {
  const post = async (payload: string, headers: Record<string, string> = {}, url = "/api/decisions") => {
    const asked: unknown[] = [];
    const decide: Workbench["decide"] = async (draft) => {
      asked.push(draft);
      return { ok: true, value: { decision: { id: 1 } as never, incidents: [] } };
    };
    const answer = await (
      await server({ decide })
    ).inject({
      method: "POST",
      url,
      headers: { host: "127.0.0.1:4747", "content-type": "application/json", ...headers },
      payload,
    });
    return { status: answer.statusCode, body: answer.body, asked };
  };
  it("are taken as JSON from this page", async () => {
    const draft = { kind: "same", subjects: ["a", "b"] };
    const { status, asked } = await post(JSON.stringify(draft));
    expect([status, asked]).toEqual([201, [{ ...draft, reason: null, by: null }]]);
  });
  it.each([
    ["a form of another site", "kind=same", { "content-type": "application/x-www-form-urlencoded" }, 405],
    ["another origin", '{"kind":"undo","undoes":1}', { origin: "https://elsewhere.example" }, 403],
    ["no decision", '{"kind":"delete"}', {}, 400],
    ["no JSON", "{", {}, 404],
  ] as const)("are refused from %s", async (_name, payload, headers, expected) => {
    const { status, asked } = await post(payload, headers);
    expect([status, asked]).toEqual([expected, []]);
  });
  it("say what is wrong with them", async () => {
    expect(JSON.parse((await post('{"kind":"delete"}')).body)).toMatchObject({ code: "decision/invalid" });
  });
  it("are all that is taken", async () => {
    expect((await post("{}", {}, "/api/incidents")).status).toBe(405);
  });
});

describe("the views of a collection", () => {
  it.each([
    ["/api/collection", { name: "tarn", documents: 1, events: 1, incidents: 1, outlets: 1, samples: false }],
    ["/api/incidents", { total: 1, matching: 1 }],
    ["/api/incidents?type=Attack", { total: 1, matching: 0 }],
    ["/api/incidents/3f2a9b", { row: { id: "3f2a9b" } }],
    ["/api/documents", { total: 1 }],
    [`/api/documents/${encodeURIComponent(ID)}`, { document: { id: ID }, events: [{ incident: "3f2a9b" }] }],
    ["/api/tallies", { tallies: [] }],
    [`/api/explain/${encodeURIComponent(`${ID}#e1#0`)}`, { kind: "claim", quote: "Three rockets" }],
  ])("%s", async (url, view) => {
    const { status, headers, body } = await get(url);
    expect([status, headers["content-type"]]).toEqual([200, "application/json; charset=utf-8"]);
    expect(JSON.parse(body)).toMatchObject(view);
  });

  it("are not sent twice while the collection stays as it is", async () => {
    const api = await server();
    const ask = (tag?: string) =>
      api.inject({
        url: "/api/documents",
        headers: { host: "localhost", ...(tag ? { "if-none-match": tag } : {}) },
      });
    const first = await ask();
    const second = await ask(String(first.headers["etag"]));
    expect([second.statusCode, second.body]).toEqual([304, ""]);
    expect((await ask('W/"other"')).statusCode).toBe(200);
  });
});

describe("captured bytes", () => {
  it("are handed out to be saved, never as a page", async () => {
    const { status, headers, body } = await get(`/api/documents/${encodeURIComponent(ID)}/bytes`);
    expect([status, body]).toEqual([200, TEXT]);
    expect(headers["content-type"]).toMatch(/^text\/plain/u);
    expect(headers["content-disposition"]).toMatch(/^attachment; filename="[0-9a-f]{16}\.txt"$/u);
    expect(headers["content-security-policy"]).toContain("sandbox");
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });
});

describe("problems", () => {
  it.each([
    ["/api/incidents/zz", 404, "id/unknown"],
    ["/api/documents/zz", 404, "id/unknown"],
    ["/api/documents/zz/bytes", 404, "id/unknown"],
    ["/api/explain/zz", 404, "id/unknown"],
    ["/api/incidents?sort=loudest", 400, "query/invalid"],
    ["/api/incidents?status=settled", 400, "query/invalid"],
    ["/api/incidents?from=yesterday", 400, "query/invalid"],
    ["/api/incidents?bbox=1,2,3", 400, "query/invalid"],
    ["/api/incidents?limit=-1", 400, "query/invalid"],
    ["/api/incidents?limit=1&limit=2", 400, "query/invalid"],
    ["/api/incidents?color=red", 400, "query/invalid"],
    ["/api/nothing", 404, "serve/not-found"],
    ["/assets/gone.js", 404, "serve/not-found"],
    ["/api/documents/%zz", 404, "serve/not-found"],
  ])("%s is %i %s", async (url, status, code) => {
    const answer = await get(url);
    expect([answer.status, answer.headers["content-type"]]).toEqual([
      status,
      "application/problem+json; charset=utf-8",
    ]);
    expect(JSON.parse(answer.body)).toMatchObject({ status, code, type: `urn:hearsay:problem:${code}` });
    expect(answer.headers["etag"]).toBeUndefined();
  });

  it("of the program's own are bug/serving, without its insides", async () => {
    const { status, body } = await get(
      "/api/tallies",
      {},
      { tallies: () => Promise.reject(new Error("secret path")) },
    );
    expect([status, JSON.parse(body).code]).toEqual([500, "bug/serving"]);
    expect(body).not.toContain("secret path");
  });

  it("are the answer to whoever wants to write", async () => {
    const api = await server();
    const answer = await api.inject({
      method: "POST",
      url: "/api/incidents",
      headers: { host: "127.0.0.1" },
    });
    expect([answer.statusCode, answer.json().code]).toEqual([405, "serve/method-refused"]);
  });
});

describe("the page", () => {
  it("answers for every address that is not the API's", async () => {
    for (const url of ["/", "/incidents/3f2a9b", `/documents/${encodeURIComponent(ID)}`, "/help"]) {
      const { status, headers, body } = await get(url);
      expect([url, status, headers["content-type"]]).toEqual([url, 200, "text/html; charset=utf-8"]);
      expect(body).toContain("<title>Hearsay</title>");
    }
  });

  it("may run its own scripts and talk to its own server, and nothing else", async () => {
    for (const url of ["/", "/api/documents", "/assets/main-1a2b.js"]) {
      const { headers } = await get(url);
      expect(headers["content-security-policy"]).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
          "font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      );
      expect(headers["referrer-policy"]).toBe("no-referrer");
      expect(headers["access-control-allow-origin"]).toBeUndefined();
    }
  });

  it("is kept by the browser only where its name changes with its content", async () => {
    expect((await get("/assets/main-1a2b.js")).headers["cache-control"]).toContain("immutable");
    expect((await get("/")).headers["cache-control"]).toBe("no-cache");
  });

  it("never leaves its folder", async () => {
    for (const url of ["/../made.ts", "/%2e%2e/made.ts", "/assets/..%2f..%2fmade.ts"]) {
      expect((await get(url)).body).not.toContain("madeCapture");
    }
  });
});

describe("over real HTTP", () => {
  async function listening(host = "127.0.0.1"): Promise<number> {
    const address = await listen(await server({}, host), "127.0.0.1", 0);
    if (!address.ok) throw new Error(address.problem.code);
    return Number(new URL(address.value).port);
  }
  const ask = (port: number, headers: Readonly<Record<string, string>>, path = "/api/collection") =>
    new Promise<{ status: number; code: string | undefined }>((settle, fail) => {
      request({ host: "127.0.0.1", port, path, headers }, (answer) => {
        let body = "";
        answer.on("data", (chunk) => (body += chunk));
        answer.on("end", () => settle({ status: answer.statusCode ?? 0, code: JSON.parse(body).code }));
      })
        .on("error", fail)
        .end();
    });

  it("only this machine's own names are a host", async () => {
    const port = await listening();
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `LOCALHOST:${port}`, "[::1]:1"]) {
      expect([host, (await ask(port, { host })).status]).toEqual([host, 200]);
    }
    for (const host of ["evil.example", `127.0.0.1.evil.example:${port}`, "10.0.0.7", "a b"]) {
      expect([host, await ask(port, { host })]).toEqual([host, { status: 403, code: "serve/host-refused" }]);
    }
  });

  it("served to a network, its addresses are hosts too, but no other names", async () => {
    const port = await listening("0.0.0.0");
    expect((await ask(port, { host: `10.0.0.7:${port}` })).status).toBe(200);
    expect((await ask(port, { host: "evil.example" })).code).toBe("serve/host-refused");
  });

  it("pages of other sites are refused", async () => {
    const port = await listening();
    const host = `127.0.0.1:${port}`;
    expect((await ask(port, { host, origin: `http://${host}` })).status).toBe(200);
    for (const origin of ["http://evil.example", "null", "http://127.0.0.1:1"]) {
      expect((await ask(port, { host, origin })).code).toBe("serve/origin-refused");
    }
    expect((await ask(port, { host, "sec-fetch-site": "cross-site" })).code).toBe("serve/origin-refused");
    expect((await ask(port, { host, "sec-fetch-site": "none" })).status).toBe(200);
  });

  it("a port in use and an address that is not there are problems", async () => {
    const other = createPlainServer();
    await new Promise<void>((settle) => other.listen(0, "127.0.0.1", settle));
    const { port } = other.address() as AddressInfo;
    expect(await listen(await server(), "127.0.0.1", port)).toEqual({
      ok: false,
      problem: { code: "serve/port-in-use", input: `127.0.0.1:${port}`, detail: { port } },
    });
    await running?.close();
    expect(await listen(await server(), "203.0.113.7", 0)).toMatchObject({
      ok: false,
      problem: { code: "serve/cannot-listen" },
    });
    other.close();
  });
});
