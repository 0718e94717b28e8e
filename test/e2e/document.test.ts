// The document page: text as text, highlights, underlines by kind, notes beside lines.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DOCUMENTS } from "../web/fixture-incidents.js";
import { documentPath } from "../../src/web/data/paths.js";
import { noBrowser, openBrowser, openPage } from "./browser.js";
import { startFixtures } from "./fixture-site.js";
import type { Site } from "./fixture-site.js";

const first = DOCUMENTS[0]!;
const market = DOCUMENTS[5]!;

describe.skipIf(noBrowser)("the document page", () => {
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

  test("shows the whole clean text, whatever is underlined", async () => {
    const { page, complaints, close } = await openPage(browser, site.base);
    await page.goto(documentPath(first.document.id));
    await page.locator(".reader-text").waitFor();
    const shown = async (): Promise<string> =>
      (await page.locator(".reader-text p").allTextContents()).join("\n\n");
    await expect.poll(() => shown()).toBe(first.document.text);
    await page.getByRole("button", { name: "all", exact: true }).click();
    await expect.poll(() => shown()).toBe(first.document.text);
    await page.getByRole("button", { name: "none", exact: true }).click();
    await expect.poll(() => page.locator(".reader-text .u").count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  test("one kind at a time", async () => {
    const { page, close } = await openPage(browser, site.base);
    await page.goto(documentPath(first.document.id));
    await page.getByRole("button", { name: "only Times" }).click();
    await expect
      .poll(() => page.locator(".reader-text .u-time").allTextContents())
      .toEqual(["early on Friday", "since October"]);
    await expect.poll(() => page.locator(".reader-text .u-claim").count()).toBe(0);
    await close();
  });

  test("every claim's words are highlighted at its span, exactly", async () => {
    const { page, close } = await openPage(browser, site.base);
    for (const claim of first.events[0]!.claims) {
      await page.goto(documentPath(first.document.id, claim));
      await page.locator("mark[data-target]").first().waitFor();
      await expect
        .poll(async () => (await page.locator("mark[data-target]").allTextContents()).join(""))
        .toBe(claim.quote);
    }
    await close();
  });

  test("a note lights its words, and words light their note", async () => {
    const { page, close } = await openPage(browser, site.base);
    await page.goto(documentPath(first.document.id));
    const note = page.locator(".note-claim", { hasText: "time of day" });
    await note.focus();
    await expect
      .poll(async () => (await page.locator(".mark.lit").allTextContents()).join(""))
      .toBe("at about 04:20");
    await page.locator(".reader-text .u-claim", { hasText: "Nobody was hurt" }).hover();
    await page.locator(".note-claim[data-lit]", { hasText: "killed" }).waitFor();
    await note.click();
    await page.waitForURL(/#c=\d+-\d+$/u);
    await close();
  });

  test("markup in a report stays words", async () => {
    const { page, complaints, close } = await openPage(browser, site.base);
    let alerted = false;
    page.on("dialog", (dialog) => {
      alerted = true;
      void dialog.dismiss();
    });
    await page.goto(documentPath(market.document.id));
    const text = await page.locator(".reader-text").textContent();
    expect(text).toContain("<script>alert('not here')</script> and <img src=x onerror=alert(1)>");
    await expect.poll(() => page.locator(".reader-text script, .reader-text img").count()).toBe(0);
    expect(alerted).toBe(false);
    expect(complaints).toEqual([]);
    await close();
  });

  test("says what was left out and why, where it came from, and which incidents it tells", async () => {
    const { page, close } = await openPage(browser, site.base);
    await page.goto(documentPath(first.document.id));
    await page.locator(".dropped summary").click();
    await expect.poll(() => page.locator(".dropped").innerText()).toContain("comment form");
    await expect
      .poll(() => page.locator(".facts").innerText())
      .toContain(first.document.id.slice("sha256:".length));
    await page
      .locator(".reader-about")
      .getByRole("link", { name: "Rocket attack on Calder Airfield" })
      .click();
    await page.waitForURL(/\/incidents\/i-calder/u);
    await close();
  });
});
