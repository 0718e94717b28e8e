// A PDF that hangs, or eats the memory, costs its own thread and nothing else.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { madePdf } from "../../bench/fuzz/made-pdf.js";
import { pdfOpener } from "../../src/bin/open-pdf.js";
import { scratchFolder } from "../scratch.js";

const folder = scratchFolder();
let names = 0;

function thread(body: string): URL {
  const path = join(folder, `t${names++}.mjs`);
  writeFileSync(
    path,
    `import { parentPort } from "node:worker_threads";\nparentPort.on("message", (task) => { ${body} });\n`,
  );
  return pathToFileURL(path);
}

async function codeOf(body: string, milliseconds = 60_000): Promise<unknown> {
  return (await codesOf(body, ["a.pdf"], milliseconds))[0];
}

/** Of several files, one after the other, opened by one opener. */
async function codesOf(body: string, refs: readonly string[], milliseconds = 60_000): Promise<unknown[]> {
  const open = pdfOpener(thread(body), { milliseconds, megabytes: 32 });
  const results = await Promise.all(refs.map((ref) => open(new Uint8Array(3), ref)));
  return results.map((result) => (result.ok ? result.value : result.problem));
}

describe("opening a PDF in a thread", () => {
  it("gives what the thread answers", async () => {
    expect(await codeOf("parentPort.postMessage({ ok: true, value: task.ref + task.bytes.length });")).toBe(
      "a.pdf3",
    );
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
  it("takes the files in turn in one thread, and in a fresh one behind one that died", async () => {
    const count = "globalThis.tasks = (globalThis.tasks ?? 0) + 1;";
    const answer = "parentPort.postMessage({ ok: true, value: task.ref + globalThis.tasks });";
    const body = `${count} if (task.ref === "bad") throw new Error("a mistake"); ${answer}`;
    expect(await codesOf(body, ["a", "b", "bad", "c"])).toEqual([
      "a1",
      "b2",
      expect.objectContaining({ code: "pdf/unreadable", input: "bad" }),
      "c1",
    ]);
  });
  it("blames no file for what the one before it left behind", async () => {
    const body =
      'setTimeout(() => parentPort.postMessage({ ok: true, value: task.ref }), task.ref === "next" ? 200 : 0); ' +
      'if (task.ref === "late") setTimeout(() => Promise.reject(new Error("late")), 20);';
    expect(await codesOf(body, ["late", "next", "next"])).toEqual(["late", "next", "next"]);
  });
  it("is done in this thread where the program is not built", async () => {
    expect(await pdfOpener()(madePdf([["A quiet day."]]), "a.pdf")).toMatchObject({
      ok: true,
      value: { content: "A quiet day." },
    });
  });
});
