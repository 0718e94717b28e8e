// The list: one query in the address bar, three views of it, and the way back.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noBrowser, openBrowser, openPage } from "./browser.js";
import { startFixtures } from "./fixture-site.js";
import type { Site } from "./fixture-site.js";

describe.skipIf(noBrowser)("the list of incidents", () => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    browser = await openBrowser();
    site = await startFixtures({ incidents: 40, state: "full" });
  });
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });

  const count = ".matching b";

  test("loads all incidents with facets, timeline and map, without complaints", async () => {
    const { page, complaints, close } = await openPage(browser, site.base);
    await page.goto("/");
    await page.locator(".incident-line").first().waitFor();
    await expect.poll(() => page.locator(count).textContent()).toBe("42");
    await expect.poll(() => page.locator(".bar").count()).toBeGreaterThan(5);
    await expect.poll(() => page.locator(".stretch").count()).toBeGreaterThan(2);
    await page.locator(".map-place").first().waitFor();
    await expect.poll(() => page.locator(".map-area").count()).toBeGreaterThan(0);
    await expect.poll(() => page.title()).toBe("Incidents · Hearsay");
    expect(complaints).toEqual([]);
    await close();
  });

  test("the search box filters list, timeline and map, and stands in the address", async () => {
    const { page, complaints, close } = await openPage(browser, site.base);
    await page.goto("/");
    await page.locator(".map-place").first().waitFor();
    const places = await page.locator(".map-place").count();
    await page.keyboard.press("/");
    await page.keyboard.type("long quay");
    await page.waitForURL(/q=long\+quay/u);
    await page.waitForFunction(() => document.querySelectorAll(".incident-line").length < 10);
    await expect
      .poll(() => page.locator(".incident-line h2").allTextContents())
      .toContain("Car bomb at the fish market of Long Quay");
    await expect.poll(() => page.locator(".map-place").count()).toBeLessThan(places);
    await page.getByRole("button", { name: "Clear filters" }).click();
    await page.waitForFunction(() => document.querySelector(".matching b")?.textContent === "42");
    expect(complaints).toEqual([]);
    await close();
  });

  test("facets narrow, stand as chips, and back takes them away", async () => {
    const { page, close } = await openPage(browser, site.base);
    await page.goto("/");
    await page.getByRole("checkbox", { name: /disputed/u }).check();
    await page.waitForURL(/status=disputed/u);
    await page.getByRole("checkbox", { name: /^killed/u }).check();
    await page.waitForURL(/disputed=killed/u);
    await expect.poll(() => page.locator(".chip").count()).toBe(2);
    const narrow = Number(await page.locator(count).textContent());
    expect(narrow).toBeLessThan(42);
    await page.goBack();
    await page.waitForFunction(() => document.querySelectorAll(".chip").length === 1);
    await page.goBack();
    await page.waitForFunction(() => document.querySelector(".matching b")?.textContent === "42");
    await close();
  });

  test("the timeline is brushed with the mouse", async () => {
    const { page, close } = await openPage(browser, site.base);
    await page.goto("/");
    const brush = page.locator(".brush");
    await brush.waitFor();
    const box = (await brush.boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.6, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.8, box.y + 20, { steps: 5 });
    await page.mouse.up();
    await page.waitForURL(/from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d/u);
    await page.waitForFunction(() => Number(document.querySelector(".matching b")?.textContent) < 42);
    // The neighbours of the period stay in sight.
    await expect.poll(() => page.locator(".bar").count()).toBeGreaterThan(5);
    await page.getByRole("button", { name: "Clear the period" }).click();
    await page.waitForFunction(() => document.querySelector(".matching b")?.textContent === "42");
    await close();
  });

  test("the timeline is brushed with the keyboard", async () => {
    const { page, close } = await openPage(browser, site.base);
    await page.goto("/");
    const begin = page.getByRole("slider", { name: "Period begins" });
    await begin.focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press("PageUp");
    await page.waitForURL(/from=/u);
    await expect.poll(() => begin.getAttribute("aria-valuetext")).toMatch(/^\d+ \w+ \d{4}$/u);
    await page.waitForFunction(() => Number(document.querySelector(".matching b")?.textContent) < 42);
    await page.keyboard.press("Delete");
    await page.waitForFunction(() => document.querySelector(".matching b")?.textContent === "42");
    await close();
  });

  test("an area is drawn on the map, by mouse and by button", async () => {
    const { page, complaints, close } = await openPage(browser, site.base);
    await page.goto("/");
    await page.locator(".map-place").first().waitFor();
    await page.getByRole("button", { name: "Draw an area" }).click();
    const box = (await page.locator(".map-frame").boundingBox())!;
    await page.mouse.move(box.x + 10, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
    await page.mouse.up();
    await page.waitForURL(/bbox=/u);
    await page.waitForFunction(() => Number(document.querySelector(".matching b")?.textContent) < 39);
    await expect.poll(() => page.locator(".map-place[data-faint]").count()).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Clear the area" }).click();
    await page.waitForFunction(() => document.querySelector(".matching b")?.textContent === "42");
    const frame = page.getByRole("group", { name: /^Map of/u });
    await frame.focus();
    await page.keyboard.press("+");
    await page.keyboard.press("ArrowRight");
    await page.getByRole("button", { name: "Filter to this view" }).click();
    await page.waitForURL(/bbox=/u);
    expect(complaints).toEqual([]);
    await close();
  });

  test("a filter that matches nothing says so and offers the way out", async () => {
    const { page, close } = await openPage(browser, site.base);
    await page.goto("/?q=nowhere-at-all");
    await page.getByRole("heading", { name: "No incident matches" }).waitFor();
    await page.locator(".empty").getByRole("button", { name: "Clear filters" }).click();
    await page.locator(".incident-line").first().waitFor();
    await close();
  });

  test("back from an incident, the list stands where it was left, with the focus", async () => {
    const { page, close } = await openPage(browser, site.base);
    await page.goto("/?sort=articles");
    await page.locator(".incident-line").first().waitFor();
    await page.locator(".desk-list").evaluate((pane) => pane.scrollTo(0, 300));
    await page.getByRole("link", { name: "Rocket attack on Calder Airfield" }).click();
    await page.waitForURL(/\/incidents\/i-calder/u);
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    await page.goBack();
    await page.locator(".incident-line").first().waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe("Rocket attack on Calder Airfield");
    await close();
  });

  test("thousands of incidents stay quick: only those in sight are in the page", async () => {
    const many = await startFixtures({ incidents: 4000, state: "full" });
    const { page, complaints, close } = await openPage(browser, many.base);
    await page.goto("/");
    await page.locator(".incident-line").first().waitFor();
    await expect.poll(() => page.locator(".matching b").textContent()).toBe("4\u202f002");
    await expect.poll(() => page.locator(".incident-line").count()).toBeLessThan(80);
    await page.locator(".desk-list").evaluate((pane) => pane.scrollTo(0, 1_000_000));
    await page.waitForFunction(
      () => Number(document.querySelector("[data-index]:last-child")?.getAttribute("data-index")) > 150,
    );
    expect(complaints).toEqual([]);
    await close();
    await many.stop();
  });
});
