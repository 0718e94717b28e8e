// Progress on stderr: on a terminal one line that is written over, with count, rate and, where the whole is known, what is
// left; elsewhere a sparse line, each at twice the count of the one before. Says nothing of fewer than 20 documents.
import type { Terminal } from "./terminal.js";

export interface Progress {
  step(by?: number): void;
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
  let last = began;
  let shown = false;
  let nextSparse = 1000;
  const line = (): string => {
    const seconds = Math.max((terminal.elapsed() - began) / 1000, 0.001);
    const rate = count / seconds;
    const left = total === undefined || rate === 0 ? "" : `, about ${duration((total - count) / rate)} left`;
    const of = total === undefined ? "" : ` of ${total}`;
    return `${verb} ${count}${of} documents, ${rate.toFixed(rate < 10 ? 1 : 0)} a second${left}`;
  };
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
    interrupt(text) {
      clear();
      terminal.err(text);
    },
    done() {
      clear();
      if (count >= QUIET_BELOW) terminal.err(`${line().replace(/, about .*$/u, "")}\n`);
    },
  };
}

/** `duration(95)` is "2 min". */
function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  if (seconds < 3600) return `${Math.ceil(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
