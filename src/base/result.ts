// Problems are values: what is wrong with an input is data with a code, never an exception. Bugs throw.
// The words that people read for a code are rendered at the edge (src/contract/problem-text.ts).

/** Codes are stable; each has a test that provokes it and a line in docs/problems.md. */
export interface Problem {
  readonly code: string;
  /** The path, URL or record id that it is about. */
  readonly input: string | null;
  /** Facts to show with the code: sizes, limits, column names. Strings and numbers only. */
  readonly detail: Readonly<Record<string, string | number>>;
}

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failed<T = never>(
  code: string,
  input: string | null = null,
  detail: Problem["detail"] = {},
): Result<T> {
  return { ok: false, problem: { code, input, detail } };
}
