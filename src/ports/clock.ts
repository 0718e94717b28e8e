// Clock: the only way to learn the time. Reading never asks it; capture and serving do.

export interface Clock {
  /** ISO 8601 instant in UTC, e.g. "2021-07-06T18:39:00Z". */
  now(): string;
}
