// A rule's template and its captures make a meaning: "$name" is a captured value, "-$name" its negative, "use" lists
// captures whose own meaning is taken over (later ones win), everything else stands as written.
import type { Captures, PhraseMatch } from "../../base/phrase-grammar.js";
import { captured } from "../../base/phrase-grammar.js";
import type { TimeMeaning } from "../../model/time-meaning.js";
import type { TimeRule } from "../../knowledge/time.js";
import type { Captured } from "./time-shapes.js";

export function buildMeaning(match: PhraseMatch<TimeRule, Captured>): TimeMeaning {
  return fill(match.rule.meaning ?? {}, match.captures) as TimeMeaning;
}

function fill(
  template: Readonly<Record<string, unknown>>,
  captures: Captures<Captured>,
): Record<string, unknown> {
  const meaning: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(template)) {
    if (key === "use") {
      for (const name of String(value).split(" ")) Object.assign(meaning, captured(captures, name));
    } else if (typeof value === "string" && value.startsWith("$")) {
      const held = captured(captures, value.slice(1));
      if (held !== undefined) meaning[key] = held;
    } else if (typeof value === "string" && value.startsWith("-$")) {
      const held = captured(captures, value.slice(2));
      if (typeof held === "number") meaning[key] = -held;
    } else if (typeof value === "object" && value !== null) {
      // A part whose own captures are missing is left out whole: no "within" without its amount.
      const inner = value as Record<string, unknown>;
      const part = fill(inner, captures);
      if (key !== "within" || Object.keys(part).length === Object.keys(inner).length) meaning[key] = part;
    } else meaning[key] = value;
  }
  return meaning;
}
