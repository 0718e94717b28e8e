// A small part of bench/fuzz.ts, with fixed seeds: broken inputs of every form end in documents or problems with words.
import { describe, expect, it } from "vitest";
import { trial } from "../bench/fuzz/trial.js";
import { WHOLE_INPUTS } from "../bench/fuzz/whole-inputs.js";
import { parseReadingKnowledge } from "../src/pipeline/knowledge.js";
import { readCapture } from "../src/pipeline/read-capture.js";
import { unpackPdf } from "../src/reading/unpack/pdf.js";
import { scratchFolder } from "./scratch.js";
import { knowledgeBase } from "./knowledge-base.js";
import { STAMP } from "./made.js";

const INPUTS = 200;
const folder = scratchFolder();

describe("mutated inputs", () => {
  it(`of seeds 1 to ${INPUTS} end in documents or coded problems, with spans that hold`, async () => {
    const knowledge = parseReadingKnowledge(knowledgeBase);
    const forms = new Set<string>();
    const failures: string[] = [];
    for (let seed = 1; seed <= INPUTS; seed++) {
      const result = await trial(seed, folder, (capture, bytes) =>
        readCapture(capture, bytes, knowledge, STAMP, unpackPdf),
      );
      forms.add(result.form);
      if (result.failure !== null) failures.push(`seed ${seed} (${result.form}): ${result.failure}`);
    }
    expect(failures).toEqual([]);
    expect(forms.size).toBe(WHOLE_INPUTS.length);
  }, 240_000);
});
