// The HTTP server of the workbench: the views of one collection as JSON under /api, the built page for every other address.
// Reading, and keeping decisions. Answers carry the collection's stamp as ETag. Leaves alone: what the views say (src/app/views).
import fastifyStatic from "@fastify/static";
import fastify from "fastify";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Workbench } from "../app/workbench.js";
import type { Problem, Result } from "../base/result.js";
import { failed, ok } from "../base/result.js";
import { DecisionDraftSchema } from "../contract/decisions.js";
import { refusal } from "./guard.js";
import { HEADERS } from "./headers.js";
import { problemView, PROBLEM_TYPE } from "./problem-answer.js";
import { readQuery } from "./read-query.js";

export interface ServerOptions {
  readonly workbench: Workbench;
  /** The address that it listens on, for the check of Host. */
  readonly host: string;
  /** Folder of the built page; null where there is none. */
  readonly page: string | null;
  /** Told of a bug in answering; the request gets bug/serving. */
  readonly onBug: (error: unknown) => void;
}

type Answer = Result<unknown>;

export async function createServer({
  workbench,
  host,
  page,
  onBug,
}: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    logger: false,
    forceCloseConnections: true,
    bodyLimit: 1024,
    routerOptions: { maxParamLength: 500 },
    // An address that cannot be decoded never gets as far as the hooks.
    frameworkErrors: (_error, request, reply) => {
      void refuse(reply.headers(HEADERS), { code: "serve/not-found", input: request.url, detail: {} });
    },
  });

  server.setNotFoundHandler((request, reply) => {
    const path = request.url.split("?")[0]!;
    const isPage = !path.startsWith("/api") && !path.startsWith("/assets/");
    if (isPage && page !== null) return reply.header("cache-control", "no-cache").sendFile("index.html");
    return refuse(reply, { code: "serve/not-found", input: path, detail: {} });
  });
  server.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    // What fastify itself refuses: a broken address, a header too long.
    if (error.statusCode !== undefined && error.statusCode < 500) {
      return refuse(reply, { code: "serve/not-found", input: request.url, detail: {} });
    }
    onBug(error);
    return refuse(reply, { code: "bug/serving", input: request.url, detail: {} });
  });

  server.addHook("onRequest", async (request, reply) => {
    reply.headers(HEADERS);
    const { host: asked, origin } = request.headers;
    const fetchSite = request.headers["sec-fetch-site"];
    const face = {
      host: asked,
      origin,
      fetchSite: typeof fetchSite === "string" ? fetchSite : undefined,
      path: request.url,
    };
    const refused = refusal(face, host);
    if (refused !== null) return refuse(reply, { code: refused, input: asked ?? "(no host)", detail: {} });
    if (request.method !== "GET" && request.method !== "HEAD" && !isDecision(request)) {
      return refuse(reply, { code: "serve/method-refused", input: request.method, detail: {} });
    }
  });

  const answers = (path: string, answer: (request: FastifyRequest) => Promise<Answer>): void => {
    server.get(path, async (request, reply) => {
      const tag = `W/"${await workbench.stamp()}"`;
      reply.header("etag", tag).header("cache-control", "no-cache");
      if (request.headers["if-none-match"] === tag) return reply.code(304).send();
      const answered = await answer(request);
      if (!answered.ok) return refuse(reply.removeHeader("etag"), answered.problem);
      return reply.type("application/json; charset=utf-8").send(JSON.stringify(answered.value));
    });
  };
  const idOf = (request: FastifyRequest): string => (request.params as { id: string }).id;

  answers("/api/collection", async () => ok(await workbench.collection()));
  answers("/api/incidents", async (request) => {
    const query = readQuery(request.url.split("?").slice(1).join("?"));
    return query.ok ? ok(await workbench.incidents(query.value)) : query;
  });
  answers("/api/incidents/:id", (request) => workbench.incident(idOf(request)));
  answers("/api/documents", async () => ok(await workbench.documents()));
  answers("/api/documents/:id", (request) => workbench.document(idOf(request)));
  answers("/api/tallies", async () => ok(await workbench.tallies()));
  answers("/api/decisions", async () => ok(await workbench.decisions()));
  server.post("/api/decisions", { bodyLimit: DECISION_BYTES }, async (request, reply) => {
    const draft = DecisionDraftSchema.safeParse(request.body);
    if (!draft.success) {
      const message = draft.error.issues.map(({ path, message: why }) => `${path.join(".")} ${why}`.trim());
      return refuse(reply, {
        code: "decision/invalid",
        input: "decision",
        detail: { message: message.join("; ") },
      });
    }
    const decided = await workbench.decide(draft.data);
    if (!decided.ok) return refuse(reply, decided.problem);
    return reply.code(201).type("application/json; charset=utf-8").send(JSON.stringify(decided.value));
  });
  answers("/api/explain/:id", (request) => workbench.explain(idOf(request)));

  // Captured bytes are somebody else's page: handed out to be saved, never shown.
  server.get("/api/documents/:id/bytes", async (request, reply) => {
    const bytes = await workbench.bytes(idOf(request));
    if (!bytes.ok) return refuse(reply, bytes.problem);
    const name = idOf(request)
      .replace(/^sha256:/u, "")
      .replace(/[^0-9a-f]/gu, "")
      .slice(0, 16);
    return reply
      .header("content-security-policy", "default-src 'none'; sandbox")
      .header("content-disposition", `attachment; filename="${name}.txt"`)
      .header("cache-control", "no-cache")
      .type("text/plain")
      .send(Buffer.from(bytes.value));
  });

  if (page !== null) {
    await server.register(fastifyStatic, {
      root: page,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const fixed = /[/\\]assets[/\\]/u.test(path);
        reply.setHeader("cache-control", fixed ? "public, max-age=31536000, immutable" : "no-cache");
      },
    });
  }
  return server;
}

/** Five hundred ids fit. */
const DECISION_BYTES = 128 * 1024;

/** JSON only: a form of another site cannot send that without asking first (Fetch standard, CORS preflight). */
function isDecision(request: FastifyRequest): boolean {
  const type = request.headers["content-type"] ?? "";
  return (
    request.method === "POST" &&
    request.url.split("?")[0] === "/api/decisions" &&
    /^application\/json\b/iu.test(type)
  );
}

function refuse(reply: FastifyReply, problem: Problem): FastifyReply {
  const view = problemView(problem);
  return reply.code(view.status).type(PROBLEM_TYPE).send(JSON.stringify(view));
}

/** Listens and gives the address; problems serve/port-in-use and serve/cannot-listen. */
export async function listen(server: FastifyInstance, host: string, port: number): Promise<Result<string>> {
  const input = `${host.includes(":") ? `[${host}]` : host}:${port}`;
  try {
    return ok(await server.listen({ host, port }));
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code === "EADDRINUSE") return failed("serve/port-in-use", input, { port });
    if (typeof code === "string" && /^E[A-Z_]+$/u.test(code)) {
      return failed("serve/cannot-listen", input, { system: code });
    }
    throw error;
  }
}
