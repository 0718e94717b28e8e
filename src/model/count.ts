// Count: how many, as the record format tells it. { min: 3, max: 3 } is three, { min: 3 } at least three,
// { max: 3 } up to three; `approx` beside them for about, some, around, several, dozens.

export interface Count {
  readonly min?: number;
  readonly max?: number;
  readonly approx?: true;
}

export function exactly(n: number): Count {
  return { min: n, max: n };
}
export function atLeast(n: number): Count {
  return { min: n };
}
