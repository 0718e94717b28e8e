// Numbers set beside the record: a tally opened into its incidents, one figure by a chosen rule, and why articles are one origin.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noBrowser, openBrowser, openPage } from "./browser.js";
import { startFixtures } from "./fixture-site.js";
import type { Site } from "./fixture-site.js";

describe.skipIf(noBrowser)("numbers and the record", () => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    browser = await openBrowser();
    site = await startFixtures({ incidents: 6, state: "full" });
  });
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });

  test("a tally opens into what is recorded, what nearly is and why not, and what was not tested", async () => {
    const { page, complaints, close } = await openPage(browser, site.base);
    await page.goto("/tallies");
    const line = page.locator(".tally-line", { hasText: "Harrow Rights Council" }).first();
    await expect
      .poll(() => line.locator("[data-label='The record'] > *").allInnerTexts())
      .toEqual(["1 recorded", "3 near misses", "1 undecided"]);
    await line.getByRole("button", { name: "21" }).focus();
    const pane = page.getByRole("complementary", { name: "The tally and the record" });
    await pane.getByText("counts 21 attacks").waitFor();
    await expect
      .poll(() => pane.locator(".side-by-side tbody th").allInnerTexts())
      .toEqual([expect.stringContaining("Piers Amory"), expect.stringContaining("Harrow Rights Council")]);
    for (const words of [
      "2 days outside the period",
      "another kind of event or weapon",
      "another perpetrator",
      "its date is not known well enough",
      "Not tested: against whom.",
      "This is no verdict.",
    ])
      await pane.getByText(words).waitFor();
    // The pointer on its way to the pane changes nothing.
    await page.locator(".tally-line", { hasText: "187" }).hover();
    await expect.poll(() => pane.locator("mark").innerText()).toContain("counts 21 attacks");
    await pane.getByRole("link", { name: "Rocket attack on Calder Airfield" }).click();
    await page.waitForURL(/\/incidents\/i-calder$/u);
    expect(complaints).toEqual([]);
    await close();
  });

  test("on a narrow screen a tally opens under its own line, and closes again", async () => {
    const { page, complaints, close } = await openPage(browser, site.base);
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto("/tallies");
    const count = page
      .locator(".tally-line", { hasText: "Harrow Rights Council" })
      .first()
      .getByRole("button", { name: "21" });
    await expect.poll(() => count.getAttribute("aria-expanded")).toBe("false");
    await count.press("Enter");
    await page.getByText("counts 21 attacks").waitFor();
    await expect.poll(() => count.getAttribute("aria-expanded")).toBe("true");
    await count.click();
    await expect.poll(() => page.getByText("counts 21 attacks").count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  test("what counts people is said not to be compared", async () => {
    const { page, close } = await openPage(browser, site.base);
    await page.goto("/tallies");
    await page.getByRole("button", { name: "187" }).click();
    await page.getByText("Not compared:").waitFor();
    await close();
  });

  test("one figure: none at first, then by the rule that was chosen, with what it hides; the choice stays", async () => {
    const { page, complaints, close } = await openPage(browser, site.base);
    await page.goto("/incidents/i-quay");
    const rule = page.getByRole("combobox", { name: "One figure" });
    await expect.poll(() => rule.inputValue()).toBe("");
    await expect.poll(() => page.locator(".figures-shown").innerText()).toBe("");
    await rule.selectOption("lowest reported (as ACLED)");
    await expect
      .poll(() => page.locator(".figures-shown").innerText())
      .toBe("killed 9 hides 11, 13; of 3 origins");
    await rule.selectOption("low, best, high (as UCDP GED)");
    await expect
      .poll(() => page.locator(".figures-shown").innerText())
      .toContain("low 9, best 9, no upper end");
    await page.reload();
    await expect.poll(() => rule.inputValue()).toBe("low-best-high");
    await page.goto("/incidents/i-calder");
    await page.getByRole("grid").waitFor();
    await expect.poll(() => rule.count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  test("the head of an origin says what it is made of, and by which rules it is one", async () => {
    const { page, complaints, close } = await openPage(browser, site.base);
    await page.goto("/incidents/i-calder");
    await page.locator(".matrix [tabindex='0']").focus();
    await page.keyboard.press("ArrowUp");
    const pane = page.locator(".origin-pane");
    await pane.waitFor();
    await expect.poll(() => pane.innerText()).toMatch(/\d+ articles?, \d+ outlets?/u);
    await expect.poll(() => pane.locator(".origin-rules li").count()).toBeGreaterThan(0);
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => pane.count()).toBe(0);
    await page.getByText("Why one origin").first().click();
    await expect.poll(() => page.locator(".origin-why[open] .origin-rules li").count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await close();
  });
});
