// What the fetcher needs of the network, injected: names to addresses, addresses to connections, waiting. The system's own
// stands at the end; tests put in their own, so that no test ever dials another machine.
import { lookup } from "node:dns/promises";
import type { Socket } from "node:net";
import { connect } from "node:net";
import { setTimeout as after } from "node:timers/promises";

export interface Network {
  /** All IP addresses of a host name; throws as node:dns does where there are none. */
  resolve(name: string): Promise<readonly string[]>;
  /** Begins a connection to an IP address. */
  dial(address: string, port: number): Socket;
  /** Returns once so many milliseconds have passed, or, throwing, once the signal aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** Milliseconds that only grow. */
  elapsed(): number;
  /** ISO 8601 instant in UTC. */
  now(): string;
  /** Certificates in PEM to trust in place of the system's. */
  readonly trust?: string;
}

export function systemNetwork(now: () => string): Network {
  return {
    resolve: async (name) =>
      (await lookup(name, { all: true, order: "ipv4first" })).map(({ address }) => address),
    dial: (address, port) => connect({ host: address, port, noDelay: true }),
    sleep: async (milliseconds, signal) => {
      await after(milliseconds, undefined, signal === undefined ? {} : { signal });
    },
    elapsed: () => performance.now(),
    now,
  };
}
