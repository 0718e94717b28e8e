// Progress on stderr: an estimate by the bytes of the input where they are known, else by the count.
import { expect, it } from "vitest";
import { documentProgress } from "../../src/cli/progress.js";
import { madeTerminal } from "./made-terminal.js";

it("estimates what is left by the bytes of the input", () => {
  let now = 0;
  const terminal = madeTerminal({ errIsTty: true, elapsed: () => now });
  const progress = documentProgress(terminal, "read");
  now = 60_000;
  progress.passed(100e6, 400e6);
  progress.step(600);
  expect(terminal.stderr).toBe("\r\u001b[Kread 600 documents, 100 of 400 MB, 10 a second, about 3 min left");
  now = 240_000;
  progress.passed(400e6, 400e6);
  progress.step(1800);
  expect(terminal.stderr.split("\r\u001b[K").at(-1)).toBe("read 2400 documents, 400 of 400 MB, 10 a second");
  progress.done();
  expect(terminal.stderr.split("\r\u001b[K").at(-1)).toBe("read 2400 documents, 10 a second\n");
});

it("estimates by the count where the bytes are not known, and says nothing of few documents", () => {
  let now = 0;
  const terminal = madeTerminal({ errIsTty: true, elapsed: () => now });
  const progress = documentProgress(terminal, "read", 100);
  now = 1000;
  progress.step(19);
  expect(terminal.stderr).toBe("");
  progress.step(1);
  expect(terminal.stderr).toContain("read 20 of 100 documents, 20 a second, about 4 s left");
});
