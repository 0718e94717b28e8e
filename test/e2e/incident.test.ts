// The incident page: the matrix by keyboard, the words behind a cell, why a row is disputed, and the narrow form.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noBrowser, openBrowser, openPage } from "./browser.js";
import { startFixtures } from "./fixture-site.js";
import type { Site } from "./fixture-site.js";

describe.skipIf(noBrowser)("the incident page", () => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    browser = await openBrowser();
    site = await startFixtures({ incidents: 3, state: "full" });
  });
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });

  test("the matrix is a table with headers for rows and columns, disputed rows first", async () => {
    const { page, complaints, close } = await openPage(browser, site.base);
    await page.goto("/incidents/i-calder");
    const matrix = page.getByRole("grid", { name: "Who says what" });
    await matrix.waitFor();
    await expect.poll(() => matrix.getByRole("columnheader").count()).toBe(7);
    const rows = await matrix.getByRole("rowheader").allTextContents();
    expect(rows.slice(0, 5).every((row) => row.includes("disputed"))).toBe(true);
    expect(rows.slice(5).every((row) => !row.includes("disputed"))).toBe(true);
    await expect.poll(() => matrix.locator(".shape").count()).toBe(rows.length);
    await expect.poll(() => page.title()).toBe("Rocket attack on Calder Airfield · Hearsay");
    expect(complaints).toEqual([]);
    await close();
  });

  test("arrow keys walk it with one tab stop; the pane shows the words; Enter opens the document there", async () => {
    const { page, complaints, close } = await openPage(browser, site.base);
    await page.goto("/incidents/i-calder");
    const stops = page.locator(".matrix [tabindex='0']");
    await stops.first().waitFor();
    await expect.poll(() => stops.count()).toBe(1);
    await stops.focus();
    await expect
      .poll(() => page.locator(".words-pane mark").first().textContent())
      .toBe("Three rockets landed");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(
      () => document.querySelector(".words-pane mark")?.textContent === "Eight rockets",
    );
    await expect.poll(() => page.locator(".words-pane .chain").first().innerText()).toContain("Vale Front");
    await expect.poll(() => stops.count()).toBe(1);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/documents\/sha256.*#c=\d+-\d+/u);
    await page.locator("mark[data-target]").first().waitFor();
    await expect
      .poll(async () => (await page.locator("mark[data-target]").allTextContents()).join(""))
      .toBe("Eight rockets");
    await page.goBack();
    await page.getByRole("grid").waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-cell")))
      .toBe("1 3");
    expect(complaints).toEqual([]);
    await close();
  });

  test("silence is said to be silence", async () => {
    const { page, close } = await openPage(browser, site.base);
    await page.goto("/incidents/i-calder");
    await page.locator(".matrix [tabindex='0']").focus();
    await page.keyboard.press("End");
    await page.waitForFunction(() => document.querySelector(".words-pane")?.textContent?.includes("Silence"));
    await close();
  });

  test("a disputed row opens into why, with how the figure was revised", async () => {
    const { page, close } = await openPage(browser, site.base);
    await page.goto("/incidents/i-calder");
    await page.locator(".matrix [tabindex='0']").focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await page.getByText("3 and 8 cannot both be true.").waitFor();
    await expect.poll(() => page.locator(".revisions .revision-line path").count()).toBeGreaterThan(1);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-expanded")))
      .toBe("true");
    await page.keyboard.press("Enter");
    await page.getByText("3 and 8 cannot both be true.").waitFor({ state: "detached" });
    await close();
  });

  test("an origin opens into the articles that carry it, with who told whom", async () => {
    const { page, close } = await openPage(browser, site.base);
    await page.goto("/incidents/i-calder");
    await page.getByRole("columnheader", { name: /Harbour Guard/u }).click();
    await expect.poll(() => page.getByRole("grid").getByRole("columnheader").count()).toBe(9);
    const third = await page
      .getByRole("columnheader", { name: /Northmarch Today/u })
      .first()
      .innerText();
    expect(third).toContain("Island Wire");
    await close();
  });

  test("below stand the accounts in time, loaded words with their speakers, and the weights that link", async () => {
    const { page, close } = await openPage(browser, site.base);
    await page.goto("/incidents/i-calder");
    await page.getByRole("heading", { name: "Accounts in time" }).waitFor();
    await expect.poll(() => page.locator(".loaded").innerText()).toContain("Vale Front, in Free Vale Radio");
    await page.locator(".links summary").first().click();
    await expect.poll(() => page.locator(".weights").first().innerText()).toMatch(/contradictory\s*−1\.3/u);
    await close();
  });

  test("at 360 px the matrix is a list by attribute, and nothing scrolls sideways", async () => {
    const { page, complaints, close } = await openPage(browser, site.base, { width: 360, height: 740 });
    await page.goto("/incidents/i-calder");
    await page.locator(".attribute-list").waitFor();
    await expect.poll(() => page.getByRole("grid").count()).toBe(0);
    await page.locator(".attribute-values summary", { hasText: "8 rockets" }).click();
    await page.locator(".attribute-values mark", { hasText: "Eight rockets" }).waitFor();
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(360);
    expect(complaints).toEqual([]);
    await close();
  });
});
