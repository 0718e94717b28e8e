// Matches one claim pattern over the tokens of a sentence. Gaps are bounded and elements few, so the work per position is bounded
// too. The shortest match that begins at a position wins (gaps are tried from none up).
import type { ElementClass, PatternElement } from "../../knowledge/claim-patterns.js";
import type { ParsedToken } from "../../model/syntax.js";

/** What was found earlier, by class, as ranges that begin at a token. */
export type FoundAt = (
  of: ElementClass,
  at: number,
) => readonly { readonly to: number; readonly value: unknown }[];

export interface PatternMatch {
  readonly from: number;
  readonly to: number;
  readonly kept: Readonly<Record<string, unknown>>;
}

export function matchPattern(
  pattern: readonly PatternElement[],
  tokens: readonly ParsedToken[],
  foundAt: FoundAt,
  from: number,
): PatternMatch | null {
  const end = step(pattern, 0, tokens, foundAt, from, {});
  return end === null ? null : { from, ...end };
}

function step(
  pattern: readonly PatternElement[],
  k: number,
  tokens: readonly ParsedToken[],
  foundAt: FoundAt,
  at: number,
  kept: Readonly<Record<string, unknown>>,
): { to: number; kept: Readonly<Record<string, unknown>> } | null {
  const element = pattern[k];
  if (element === undefined) return { to: at, kept };
  switch (element.kind) {
    case "gap":
      for (let skip = 0; skip <= element.most; skip++) {
        const passed = tokens[at + skip - 1];
        if (skip > 0 && (passed === undefined || /^[.;:!?]$/u.test(passed.text))) return null;
        if (skip > 0 && element.without.has(passed!.lower)) return null;
        const rest = step(pattern, k + 1, tokens, foundAt, at + skip, kept);
        if (rest !== null) return rest;
      }
      return null;
    case "words": {
      const token = tokens[at];
      if (token !== undefined && element.words.has(token.lower)) {
        const rest = step(pattern, k + 1, tokens, foundAt, at + 1, kept);
        if (rest !== null) return rest;
      }
      return element.optional ? step(pattern, k + 1, tokens, foundAt, at, kept) : null;
    }
    case "found":
      for (const found of foundAt(element.of, at)) {
        const rest = step(
          pattern,
          k + 1,
          tokens,
          foundAt,
          found.to,
          element.keep === null ? kept : { ...kept, [element.keep]: found.value },
        );
        if (rest !== null) return rest;
      }
      return element.optional ? step(pattern, k + 1, tokens, foundAt, at, kept) : null;
  }
}
