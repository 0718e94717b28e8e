// Decisions on the page: moments in words, and which undo took back what.
import { expect, test } from "vitest";
import { momentWords } from "../../src/web/parts/words/decision-words.js";
import { undoneBy } from "../../src/web/parts/decisions/undone-by.js";

test.each([
  ["2032-03-12T08:05:31Z", "12 Mar 2032, 08:05 UTC"],
  ["2032-03-12T08:05:31.250Z", "12 Mar 2032, 08:05 UTC"],
  ["2032-03-12", "2032-03-12"],
  ["soon", "soon"],
])("%s is “%s”", (at, words) => expect(momentWords(at)).toBe(words));

test("an undone decision names its undo", () => {
  const decisions = [
    { id: 3, undoes: 1 },
    { id: 2, undoes: null },
    { id: 1, undoes: null },
  ];
  expect([...undoneBy(decisions)]).toEqual([[1, 3]]);
});
