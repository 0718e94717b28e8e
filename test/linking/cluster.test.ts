import { describe, expect, it } from "vitest";
import { cluster, TOLD_APART } from "../../src/linking/cluster.js";
import { joinInSpite } from "../../src/linking/in-spite.js";

/** Items 0 to 2·n-1, all alike but for pairs that one report tells apart. */
function groups(n: number, apart: readonly (readonly [number, number])[], alike = 5000): number[][] {
  const size = 2 * n;
  const weight = (i: number, j: number) => {
    if (apart.some(([a, b]) => (a === i && b === j) || (a === j && b === i))) return TOLD_APART;
    return i < n === j < n ? 20_000 : alike;
  };
  const clusters = cluster({
    size,
    weight,
    edges(pair) {
      for (let i = 0; i < size; i++)
        for (let j = i + 1; j < size; j++) if (weight(i, j) > 0) pair(i, j, weight(i, j));
    },
    together: [],
  });
  const sum = (x: number, y: number) =>
    clusters[x]!.members.reduce(
      (all, i) => clusters[y]!.members.reduce((row, j) => row + weight(i, j), all),
      0,
    );
  return joinInSpite(
    clusters.map(({ members }) => members.length),
    sum,
  );
}

describe("events that one report tells apart", () => {
  it("hold two groups apart where more than one report in three does so", () => {
    expect(groups(3, [[0, 3]])).toHaveLength(1);
    expect(
      groups(3, [
        [0, 3],
        [1, 4],
      ]),
    ).toHaveLength(2);
    expect(
      groups(
        9,
        Array.from({ length: 9 }, (_, i) => [i, 9 + i] as const),
      ),
    ).toHaveLength(2);
  });
  it("hold small groups apart, and those that are little alike", () => {
    expect(groups(2, [[0, 2]])).toHaveLength(2);
    expect(groups(1, [[0, 1]])).toHaveLength(2);
    expect(groups(3, [[0, 3]], 500)).toHaveLength(2);
    expect(groups(3, [], 500)).toHaveLength(1);
  });
});
