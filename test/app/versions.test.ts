// Versions of a page and how two differ.
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { difference, history, textDifference } from "../../src/app/versions.js";
import { differenceText } from "../../src/cli/verbs/diff.js";
import { EIGHT, madeCollection, NOTE, opened, OTHER, PAGE, THREE } from "../evidence/made-collection.js";
import { madeCapture } from "../made.js";
import { scratchFolder } from "../scratch.js";

const folder = join(scratchFolder(), "made");
beforeAll(() => madeCollection(folder));

describe("history", () => {
  it("lists each time that an address gave bytes, and where they were others", async () => {
    const store = await opened(folder, "read");
    for (const name of [PAGE, madeCapture(EIGHT).id]) {
      const versions = await history(store, name);
      expect(
        versions.ok && versions.value.map(({ capturedAt, change, capture }) => [capturedAt, change, capture]),
      ).toEqual([
        ["2031-05-02T10:00:00Z", "first", madeCapture(EIGHT).id],
        ["2031-05-03T10:00:00Z", "changed", madeCapture(THREE).id],
        ["2031-05-04T10:00:00Z", "same", madeCapture(THREE).id],
      ]);
    }
    expect(await history(store, OTHER)).toMatchObject({
      ok: true,
      value: [{ change: "first", title: "Depot hit" }],
    });
    expect(await history(store, "notes/quiet day.txt")).toMatchObject({ ok: true, value: [{ url: null }] });
    expect(await history(store, "https://gone.example/")).toMatchObject({
      ok: false,
      problem: { code: "id/unknown" },
    });
    await store.close();
  });
});

describe("diff", () => {
  it("shows the words that changed", async () => {
    const store = await opened(folder, "read");
    const found = await difference(store, madeCapture(EIGHT).id, madeCapture(THREE).id.slice(7, 30));
    if (!found.ok) throw new Error(found.problem.code);
    expect(found.value.parts.filter(({ kind }) => kind !== "same")).toEqual([
      { kind: "removed", text: "Eight" },
      { kind: "added", text: "Three" },
    ]);
    expect(differenceText(found.value, { colour: false, columns: 100 }).split("\n").slice(2)).toEqual([
      "",
      "[-Eight-]{+Three+} rockets fell on the depot. Nobody was hurt.",
      "",
    ]);
    const same = await difference(store, madeCapture(NOTE).id, madeCapture(NOTE).id);
    expect(same.ok && differenceText(same.value, { colour: false, columns: 100 })).toContain(
      "The texts are the same.",
    );
    expect(await difference(store, "gone", madeCapture(THREE).id)).toMatchObject({ ok: false });
    await store.close();
  });

  it("of texts that have nothing in common gives both, without searching for long", () => {
    const words = (from: number): string =>
      Array.from({ length: 20_000 }, (_, i) => `w${from + i}`).join(" ");
    expect(textDifference(words(0), words(50_000)).map(({ kind }) => kind)).toEqual(["removed", "added"]);
  });

  it("loses nothing of either", () => {
    const [a, b] = ["One two, three.\n\nFour five.", "One 2, three!\n\nFive."];
    const parts = textDifference(a, b);
    const side = (left: string): string =>
      parts
        .filter(({ kind }) => kind !== left)
        .map(({ text }) => text)
        .join("");
    expect([side("added"), side("removed")]).toEqual([a, b]);
  });
});
