// A PDF that hangs, or eats the memory, costs its own thread and nothing else.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { madePdf } from "../../bench/fuzz/made-pdf.js";
import { openPdf } from "../../src/bin/open-pdf.js";
import { scratchFolder } from "../scratch.js";

const folder = scratchFolder();
let names = 0;

function thread(body: string): URL {
  const path = join(folder, `t${names++}.mjs`);
  writeFileSync(path, `import { parentPort, workerData } from "node:worker_threads";\n${body}\n`);
  return pathToFileURL(path);
}

async function codeOf(body: string, milliseconds = 60_000): Promise<unknown> {
  const result = await openPdf(new Uint8Array(3), "a.pdf", thread(body), { milliseconds, megabytes: 32 });
  return result.ok ? result.value : result.problem;
}

describe("opening a PDF in a thread", () => {
  it("gives what the thread answers", async () => {
    expect(
      await codeOf("parentPort.postMessage({ ok: true, value: workerData.ref + workerData.bytes.length });"),
    ).toBe("a.pdf3");
  });
  it("pdf/too-slow", async () => {
    expect(await codeOf("for (;;);", 300)).toEqual({
      code: "pdf/too-slow",
      input: "a.pdf",
      detail: { seconds: 0.3 },
    });
  });
  it("pdf/too-much-memory", async () => {
    const hoard = "const kept = []; for (;;) kept.push(Array.from({ length: 1000 }, (_, i) => i + 0.5));";
    expect(await codeOf(hoard)).toMatchObject({ code: "pdf/too-much-memory" });
  });
  it("pdf/unreadable, where the thread dies", async () => {
    expect(await codeOf("throw new Error('a mistake');")).toMatchObject({
      code: "pdf/unreadable",
      detail: { why: "a mistake" },
    });
    expect(await codeOf("process.exit(3);")).toMatchObject({ code: "pdf/unreadable" });
  });
  it("is done in this thread where the program is not built", async () => {
    expect(await openPdf(madePdf([["A quiet day."]]), "a.pdf")).toMatchObject({
      ok: true,
      value: { content: "A quiet day." },
    });
  });
});
