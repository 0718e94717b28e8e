// One request at a time for each host, with a pause between the end of one and the beginning of the next. Hosts do not wait for
// each other.
import type { Network } from "./network.js";

export interface HostTurns {
  /** Runs `work` when it is this host's turn. */
  take<T>(host: string, pause: number, signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T>;
  /** To be called within a turn, before a further request to the same host. */
  pause(host: string, pause: number, signal: AbortSignal | undefined): Promise<void>;
  /** A request to the host has ended just now. */
  ended(host: string): void;
}

export function hostTurns({ sleep, elapsed }: Pick<Network, "sleep" | "elapsed">): HostTurns {
  const last = new Map<string, Promise<unknown>>();
  const endedAt = new Map<string, number>();
  const turns: HostTurns = {
    take(host, pause, signal, work) {
      const turn = (last.get(host) ?? Promise.resolve()).then(async () => {
        await turns.pause(host, pause, signal);
        return work();
      });
      const settled = turn.catch(() => {});
      last.set(host, settled);
      void settled.then(() => {
        if (last.get(host) === settled) last.delete(host);
      });
      return turn;
    },
    async pause(host, pause, signal) {
      const ended = endedAt.get(host);
      const left = ended === undefined ? 0 : ended + pause - elapsed();
      if (left > 0) await sleep(left, signal);
    },
    ended: (host) => void endedAt.set(host, elapsed()),
  };
  return turns;
}
