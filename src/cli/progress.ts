// Progress on stderr: on a terminal one line that is written over, with count, rate and, where the whole is known, what is
// left, by the bytes of the input that were passed or by the count; elsewhere a sparse line, each at twice the count of the one before. Says nothing of fewer than 20 documents.
import type { Terminal } from "./terminal.js";

export interface Progress {
  step(by?: number): void;
  /** How much of the input was passed; where that is told, it is what the estimate goes by. */
  passed(bytes: number, of: number): void;
  /** Writes a line of something else without tearing the progress line. */
  interrupt(text: string): void;
  done(): void;
}

/** At least this many milliseconds between two writes to a terminal. */
const PAUSE = 100;
const QUIET_BELOW = 20;

export function documentProgress(terminal: Terminal, verb: string, total?: number): Progress {
  const began = terminal.elapsed();
  let count = 0;
  let share: { readonly bytes: number; readonly of: number } | null = null;
  let last = began;
  let shown = false;
  let nextSparse = 1000;
  const line = (): string => {
    const seconds = Math.max((terminal.elapsed() - began) / 1000, 0.001);
    const rate = count / seconds;
    const remaining =
      share !== null && share.bytes > 0 && share.bytes < share.of
        ? (seconds * (share.of - share.bytes)) / share.bytes
        : total === undefined || rate === 0
          ? null
          : (total - count) / rate;
    const left = remaining === null ? "" : `, about ${duration(remaining)} left`;
    const of = total === undefined ? "" : ` of ${total}`;
    const part = share === null ? "" : `, ${megabytes(share.bytes)} of ${megabytes(share.of)} MB`;
    return `${verb} ${count}${of} documents${part}, ${rate.toFixed(rate < 10 ? 1 : 0)} a second${left}`;
  };
  const summary = (): string => line().replace(/, about .*$|, [\d.]+ of [\d.]+ MB/gu, "");
  const clear = (): void => {
    if (shown) terminal.err("\r\u001b[K");
    shown = false;
  };
  return {
    step(by = 1) {
      count += by;
      if (terminal.errIsTty && count >= QUIET_BELOW && terminal.elapsed() - last >= PAUSE) {
        last = terminal.elapsed();
        shown = true;
        terminal.err(`\r\u001b[K${line().slice(0, terminal.columns - 1)}`);
      } else if (!terminal.errIsTty && count >= nextSparse) {
        nextSparse *= 2;
        terminal.err(`${line()}\n`);
      }
    },
    passed(bytes, of) {
      share = { bytes, of };
    },
    interrupt(text) {
      clear();
      terminal.err(text);
    },
    done() {
      clear();
      if (count >= QUIET_BELOW) terminal.err(`${summary()}\n`);
    },
  };
}

/** `megabytes(1_540_000)` is "1.5". */
function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 10e6 ? 1 : 0);
}

/** `duration(95)` is "2 min". */
function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  if (seconds < 3600) return `${Math.ceil(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
