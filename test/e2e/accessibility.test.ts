// Every page by axe-core's rules for WCAG 2.2 AA, in light and dark, wide and narrow; and the width of 360 px without sideways scrolling.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { documentPath } from "../../src/web/data/paths.js";
import { DOCUMENTS } from "../web/fixture-incidents.js";
import { noBrowser, openBrowser, openPage } from "./browser.js";
import { startFixtures } from "./fixture-site.js";
import type { Site } from "./fixture-site.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const PAGES: readonly (readonly [name: string, path: string])[] = [
  ["list", "/"],
  ["filtered list", "/?status=disputed&from=2032-02-01&to=2032-06-30"],
  ["incident", "/incidents/i-calder"],
  ["document", documentPath(DOCUMENTS[0]!.document.id, DOCUMENTS[0]!.events[0]!)],
  ["documents", "/documents"],
  ["tallies", "/tallies"],
  ["decisions", "/decisions"],
  ["help", "/help"],
];

interface Found {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(TAGS)} }).then((result) => result.violations)`,
  )) as Found[];
  return found.map(
    (v) =>
      `${v.id}: ${v.nodes
        .map((node) => `${node.html.slice(0, 120)} ${node.failureSummary ?? ""}`)
        .slice(0, 3)
        .join(" | ")}`,
  );
}

describe.skipIf(noBrowser)("accessibility", () => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    browser = await openBrowser();
    site = await startFixtures({ incidents: 20, state: "full" });
  });
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });

  describe.each([
    ["light", 1440],
    ["dark", 1440],
    ["light", 360],
    ["dark", 1024],
  ] as const)("%s at %i px", (scheme, width) => {
    test.each([
      ["m", "Same as another incident"],
      ["s", "Split off as another incident"],
    ])("the dialog behind the key %s", async (key, title) => {
      const { page, complaints, close } = await openPage(browser, site.base, { scheme, width, height: 800 });
      await page.goto("/incidents/i-calder");
      await page.locator(".account-choice input").first().check();
      await page.keyboard.press(key);
      await page.getByRole("dialog", { name: title }).waitFor();
      expect(await violations(page)).toEqual([]);
      // The focus stays inside, however often Tab is pressed.
      for (let step = 0; step < 12; step++) {
        await page.keyboard.press("Tab");
        expect(
          await page.evaluate(() => {
            const at = document.activeElement;
            return at === document.body || at?.closest("dialog[open]") !== null;
          }),
        ).toBe(true);
      }
      await page.keyboard.press("Escape");
      await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
      expect(complaints).toEqual([]);
      await close();
    });

    test.each(PAGES)("%s", async (_name, path) => {
      const { page, complaints, close } = await openPage(browser, site.base, { scheme, width, height: 800 });
      await page.goto(path);
      await page.locator("h1").first().waitFor({ state: "attached" });
      await page.waitForFunction(() => document.querySelector(".skeleton, .map-waiting") === null);
      expect(await violations(page)).toEqual([]);
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
        .toBeLessThanOrEqual(width);
      expect(complaints).toEqual([]);
      await close();
    });
  });
});
