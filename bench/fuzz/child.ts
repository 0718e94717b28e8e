// A process that tries seed after seed and tells each result with the processor time that it took. PDF are opened as the built
// program opens them: in the thread dist/pdf-worker.js.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { pdfOpener } from "../../src/bin/open-pdf.js";
import { stampOf, withPacks } from "../../src/bin/stamp.js";
import { parseReadingKnowledge } from "../../src/pipeline/knowledge.js";
import { readCapture } from "../../src/pipeline/read-capture.js";
import { trial } from "./trial.js";

const [from, to] = process.argv.slice(2).map(Number);
// As bin/hearsay.mjs does.
setFlagsFromString("--interrupt-budget=1000000");
const openPdf = pdfOpener(new URL("../../dist/pdf-worker.js", import.meta.url));
const engine = withPacks([], (layers) => ({
  stamp: stampOf(layers),
  knowledge: parseReadingKnowledge(layers),
}));
if (!engine.ok) throw new Error(engine.problem.code);
const { stamp, knowledge } = engine.value;
const folder = mkdtempSync(join(tmpdir(), "hearsay-fuzz-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
for (let seed = from!; seed < to!; seed++) {
  const before = process.cpuUsage();
  const result = await trial(seed, folder, (capture, bytes) =>
    readCapture(capture, bytes, knowledge, stamp, openPdf),
  );
  const { user, system } = process.cpuUsage(before);
  process.send!({ ...result, milliseconds: (user + system) / 1000 });
}
process.disconnect();
