// A network of the tests' own: names and addresses are made up, every connection goes to a server of this process on loopback,
// and an address that no server stands for is never dialled: the test fails. Waiting takes no time.
import { once } from "node:events";
import type { RequestListener, Server } from "node:http";
import { createServer as createHttpServer } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { connect, createServer } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { afterAll } from "vitest";
import type { Network } from "../../../src/adapters/web/network.js";
import { webFetcher } from "../../../src/adapters/web/web-fetcher.js";
import type { Fetcher, FetchAllowance, FetchLimits, SentRequest } from "../../../src/ports/fetcher.js";
import { CERTIFICATE, KEY } from "./certificate.js";

/** Addresses that look public; nothing is ever sent there. */
export const PUBLIC = "93.184.216.34";
export const OTHER_PUBLIC = "151.101.1.69";

export interface Loopback extends Network {
  /** Host names and what they resolve to; a function is asked anew each time. */
  names: Record<string, readonly string[] | (() => readonly string[])>;
  /** Local port that stands for all ports of an address. */
  hosts: Record<string, number>;
  readonly dialled: string[];
  readonly slept: number[];
  clock: number;
  trust?: string;
}

export function loopback(port: number): Loopback {
  const network: Loopback = {
    names: {},
    hosts: { [PUBLIC]: port, [OTHER_PUBLIC]: port },
    dialled: [],
    slept: [],
    clock: 0,
    resolve: async (name) => {
      const found = network.names[name] ?? (name.endsWith(".test") ? [PUBLIC] : null);
      if (found === null) throw Object.assign(new Error("not found"), { code: "ENOTFOUND" });
      return typeof found === "function" ? found() : found;
    },
    dial: (address, _port) => {
      network.dialled.push(address);
      const local = network.hosts[address];
      if (local === undefined) throw new Error(`a test dialled ${address}`);
      return connect({ host: "127.0.0.1", port: local });
    },
    sleep: async (milliseconds) => {
      network.slept.push(milliseconds);
      network.clock += milliseconds;
    },
    elapsed: () => network.clock,
    now: () => new Date(Date.UTC(2031, 4, 2, 10) + network.clock).toISOString(),
  };
  return network;
}

export interface MadeFetcher extends Fetcher {
  readonly requests: SentRequest[];
}

export function fetcherOn(
  network: Network,
  limits: Partial<FetchLimits> = {},
  allow: Partial<FetchAllowance> = {},
): MadeFetcher {
  const requests: SentRequest[] = [];
  const fetcher = webFetcher({
    network,
    limits,
    allow: { privateNetworks: false, ignoreRobots: true, contact: null, ...allow },
    version: "0.0.0",
    onRequest: (request) => requests.push(request),
  });
  return { ...fetcher, requests };
}

const servers: { close(): unknown }[] = [];
const sockets = new Set<Socket>();

afterAll(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers) server.close();
});

export async function httpServer(answer: RequestListener): Promise<number> {
  return started(createHttpServer(answer));
}

/** A server of bytes: `answer` is given each connection once the request's head is there. */
export async function rawServer(answer: (socket: Socket) => void): Promise<number> {
  return started(
    createServer((socket) => {
      socket.on("error", () => {});
      socket.once("data", () => answer(socket));
    }) as unknown as Server,
  );
}

export async function httpsServer(answer: RequestListener): Promise<number> {
  return started(createHttpsServer({ cert: CERTIFICATE, key: KEY }, answer) as unknown as Server);
}

export async function tlsServer(answer: (socket: Socket) => void): Promise<number> {
  const server = createTlsServer({ cert: CERTIFICATE, key: KEY }, (socket) => {
    socket.on("error", () => {});
    socket.once("data", () => answer(socket));
  });
  server.on("tlsClientError", () => {});
  return started(server as unknown as Server);
}

async function started(server: Server): Promise<number> {
  servers.push(server);
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}
