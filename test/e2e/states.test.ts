// What people see when there is nothing, when something failed, and when the server is gone; themes, keys, the legend.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noBrowser, openBrowser, openPage } from "./browser.js";
import { startFixtures } from "./fixture-site.js";

describe.skipIf(noBrowser)("states", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });

  test("an empty collection teaches the one command", async () => {
    const site = await startFixtures({ incidents: 0, state: "empty" });
    const { page, complaints, close } = await openPage(browser, site.base);
    await page.goto("/");
    await page.getByRole("heading", { name: "No reports yet" }).waitFor();
    await expect.poll(() => page.locator(".command").innerText()).toBe("npx hearsay add PATH...");
    await page.goto("/documents");
    await page.getByRole("heading", { name: "No reports yet" }).waitFor();
    await page.goto("/tallies");
    await page.getByRole("heading", { name: "No tallies" }).waitFor();
    expect(complaints).toEqual([]);
    await close();
    await site.stop();
  });

  test("a refused request says what happened, what was kept and what to do", async () => {
    const site = await startFixtures({ incidents: 0, state: "failing" });
    const { page, close } = await openPage(browser, site.base);
    await page.goto("/");
    const notice = page.getByRole("alert");
    await notice.waitFor();
    const words = await notice.innerText();
    expect(words).toContain("The collection could not be read");
    expect(words).toContain("Nothing is lost");
    expect(words).toContain("collection/unreadable");
    await expect.poll(() => notice.getByRole("button", { name: "Try again" }).count()).toBe(1);
    await close();
    await site.stop();
  });

  test("an incident that does not exist, and an address that shows nothing", async () => {
    const site = await startFixtures({ incidents: 3, state: "full" });
    const { page, close } = await openPage(browser, site.base);
    await page.goto("/incidents/no-such");
    await page.getByRole("heading", { name: "No such incident" }).waitFor();
    await page.goto("/no/such/page");
    await page.getByRole("heading", { name: "Nothing at this address" }).waitFor();
    await close();
    await site.stop();
  });

  test("a server that is gone is asked again, and the page goes on by itself", async () => {
    const site = await startFixtures({ incidents: 3, state: "full" });
    const { page, close } = await openPage(browser, site.base);
    await page.goto("/");
    await page.locator(".incident-line").first().waitFor();
    await site.stop();
    await page.getByRole("link", { name: "Tallies" }).click();
    await page.getByRole("heading", { name: "The server does not answer" }).waitFor();
    const again = await startFixtures({ incidents: 3, state: "full" }, Number(new URL(site.base).port));
    await page.locator(".tally-count").first().waitFor();
    await close();
    await again.stop();
  });

  test("dark by the system, light by choice, and the choice is kept", async () => {
    const site = await startFixtures({ incidents: 3, state: "full" });
    const { page, complaints, close } = await openPage(browser, site.base, { scheme: "dark" });
    await page.goto("/");
    const paper = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const dark = await paper();
    await page.getByRole("radio", { name: "Light" }).check();
    const light = await paper();
    expect(light).not.toBe(dark);
    await page.reload();
    await expect.poll(() => paper()).toBe(light);
    await page.getByRole("radio", { name: "Auto" }).check();
    await expect.poll(() => paper()).toBe(dark);
    expect(complaints).toEqual([]);
    await close();
    await site.stop();
  });

  test("the legend is one key away, closes with Escape, and single keys can be switched off", async () => {
    const site = await startFixtures({ incidents: 3, state: "full" });
    const { page, complaints, close } = await openPage(browser, site.base);
    await page.goto("/help");
    await page.getByRole("heading", { name: "Help" }).waitFor();
    const legend = page.getByRole("dialog", { name: "Legend and keys" });
    await page.keyboard.press("?");
    await legend.waitFor();
    await page.keyboard.press("Escape");
    await legend.waitFor({ state: "hidden" });
    await page.keyboard.press("?");
    await legend.getByRole("button", { name: "Close" }).click();
    await legend.waitFor({ state: "hidden" });
    const keys = page.getByRole("checkbox", { name: /single key/u });
    await keys.uncheck();
    await page.locator("h1").click();
    await page.keyboard.press("?");
    await expect.poll(() => legend.isVisible()).toBe(false);
    expect(complaints).toEqual([]);
    await close();
    await site.stop();
  });

  test("tallies: two claimants side by side, the words on focus", async () => {
    const site = await startFixtures({ incidents: 3, state: "full" });
    const { page, close } = await openPage(browser, site.base);
    await page.goto("/tallies");
    const council = page.locator(".tally-count", { hasText: "187" });
    await council.focus();
    await expect
      .poll(() => page.locator("aside mark").innerText())
      .toBe("the Harrow Rights Council counts 187");
    await page.getByRole("link", { name: "Open the document there" }).click();
    await page.locator("mark[data-target]").first().waitFor();
    await close();
    await site.stop();
  });
});
