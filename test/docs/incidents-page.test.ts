// docs/how-incidents-are-made.md says what the knowledge and the code do.
import { describe, expect, it } from "vitest";
import { INCIDENTS_PAGE, withIncidentFigures } from "../../scripts/incident-figures.js";
import { pageText } from "./markdown.js";

describe(INCIDENTS_PAGE, () => {
  it("has the figures that scripts/incident-figures.ts computes", () => {
    const text = pageText(INCIDENTS_PAGE);
    expect(withIncidentFigures(text)).toBe(text);
  });
});
