// Wrapped paragraphs are joined again; one of two lines too where the others of the text were wrapped.
import { expect, test } from "vitest";
import { plainLines } from "../../../src/reading/text/plain-lines.js";

const LONG = [
  "   The mill of Vellin, which stands beside the river and gave work to",
  "forty people, was hit by two rockets in the night, said the man who had",
  "kept its gate for years, and nobody knew who had fired them at the mill.",
].join("\n");
const PAIR = "   The mill is the second that has been hit in the whole valley in the\nlast three days.";

test("joins paragraphs that were wrapped, and pairs of lines beside them", () => {
  const lines = plainLines(`${LONG}\n\n${PAIR}`).map(({ text }) => text);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/the last three days\.$/u);
});

test("leaves pairs of lines alone where nothing was wrapped, and titles where something was", () => {
  expect(plainLines(PAIR)).toHaveLength(2);
  expect(plainLines(`Two rockets hit a mill\nA report\n\n${LONG}`).map(({ gap }) => gap)).toEqual([
    false,
    false,
    true,
  ]);
});
