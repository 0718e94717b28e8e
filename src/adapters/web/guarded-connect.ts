// Connections for undici that lead to no private network: a name is resolved once, every answer is checked, and the very
// address that was checked is dialled, so that a name that changes its answer in between gains nothing. TLS is spoken with the
// name, over that connection. Leaves alone: what is requested over it.
import type { Socket } from "node:net";
import { isIP } from "node:net";
import { connect as startTls } from "node:tls";
import type { buildConnector } from "undici";
import { FetchFailure } from "./fetch-failure.js";
import type { Network } from "./network.js";
import { isPublicAddress } from "./public-address.js";

export interface ConnectGuard {
  readonly network: Network;
  readonly privateNetworks: boolean;
  /** Aborts where the request is given up. */
  readonly signal: AbortSignal;
  /** Told once the addresses are checked, before the first of them is dialled. */
  readonly onDial: () => void;
  /** Told the address that answered. */
  readonly onConnected: (address: string) => void;
}

/** Addresses of one name that are tried, one after the other. */
const ADDRESSES = 3;

export function guardedConnect(guard: ConnectGuard): buildConnector.connector {
  return (options, callback) => {
    const name = options.hostname.replace(/^\[|\]$/gu, "");
    const secure = options.protocol === "https:";
    connectTo(name, Number(options.port) || (secure ? 443 : 80), secure, guard).then(
      (socket) => callback(null, socket),
      (error: Error) => callback(error, null),
    );
  };
}

async function connectTo(name: string, port: number, secure: boolean, guard: ConnectGuard): Promise<Socket> {
  const addresses = isIP(name) > 0 ? [name] : await guard.network.resolve(name);
  if (addresses.length === 0) throw new FetchFailure("fetch/name-unknown", { system: "no address" });
  const refused = addresses.find((address) => !isPublicAddress(address));
  if (refused !== undefined && !guard.privateNetworks) {
    throw new FetchFailure("fetch/private-address", { address: refused });
  }
  guard.onDial();
  let failure: unknown;
  for (const address of addresses.slice(0, ADDRESSES)) {
    if (guard.signal.aborted) throw guard.signal.reason as Error;
    const socket = guard.network.dial(address, port);
    try {
      await ready(socket, "connect", guard.signal);
    } catch (error) {
      failure = error;
      continue;
    }
    const spoken = secure ? await overTls(socket, name, guard) : socket;
    guard.onConnected(address);
    return spoken;
  }
  throw failure;
}

async function overTls(socket: Socket, name: string, { network, signal }: ConnectGuard): Promise<Socket> {
  const tls = startTls({
    socket,
    host: name,
    servername: isIP(name) > 0 ? "" : name,
    ALPNProtocols: ["http/1.1"],
    ...(network.trust === undefined ? {} : { ca: network.trust }),
  });
  try {
    await ready(tls, "secureConnect", signal);
  } catch (error) {
    if (error instanceof FetchFailure) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new FetchFailure("fetch/tls", { system: code ?? message });
  }
  return tls;
}

function ready(socket: Socket, event: "connect" | "secureConnect", signal: AbortSignal): Promise<void> {
  return new Promise((settle, reject) => {
    const done = (error?: Error): void => {
      socket.off(event, connected).off("error", done).off("close", closed);
      signal.removeEventListener("abort", aborted);
      if (error === undefined) settle();
      else {
        socket.on("error", () => {}).destroy();
        reject(error);
      }
    };
    const connected = (): void => done();
    const closed = (): void => done(Object.assign(new Error("closed"), { code: "ECONNRESET" }));
    const aborted = (): void => done(signal.reason as Error);
    socket.once(event, connected).once("error", done).once("close", closed);
    if (signal.aborted) aborted();
    else signal.addEventListener("abort", aborted, { once: true });
  });
}
