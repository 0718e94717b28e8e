// The built program on the bundled samples, from the list to the words in a document: whatever incidents they hold.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DocumentView, IncidentListView, IncidentView } from "../../src/contract/views.js";
import { documentPath, incidentPath } from "../../src/web/data/paths.js";
import { noBrowser, openBrowser, openPage } from "./browser.js";
import type { Site } from "./fixture-site.js";
import { noProgram, startProgram } from "./program.js";

if (noProgram !== null) {
  if (process.env["CI"] !== undefined || process.env["HEARSAY_E2E"] === "required")
    throw new Error(noProgram);
  console.warn(`${noProgram}: end-to-end tests of the program are skipped`);
}

describe.skipIf(noBrowser || noProgram !== null)("the program on its samples", () => {
  let browser: Browser;
  let site: Site;
  let list: IncidentListView;
  const get = async <T>(path: string): Promise<T> => (await (await fetch(`${site.base}${path}`)).json()) as T;
  /** The incident with most in dispute and most articles: the one a person would open first. */
  const richest = async (): Promise<IncidentView> => {
    const row = [...list.incidents].sort(
      (a, b) => b.disputed.length - a.disputed.length || b.articles - a.articles,
    )[0]!;
    return get<IncidentView>(`/api${incidentPath(row.id)}`);
  };
  beforeAll(async () => {
    browser = await openBrowser();
    site = await startProgram();
    list = await get<IncidentListView>("/api/incidents");
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  test("the list shows every incident, and its facets, timeline and map count them", async () => {
    const { page, complaints, close } = await openPage(browser, site.base);
    await page.goto("/");
    await page.locator(".incident-line").first().waitFor();
    await expect
      .poll(async () => Number((await page.locator(".matching b").textContent())?.replace(/\D/gu, "")))
      .toBe(list.total);
    expect(list.total).toBeGreaterThan(0);
    await page.locator(".map-place").first().waitFor();
    await expect.poll(() => page.locator(".bar, .stretch").count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await close();
  });

  test("every facet value that the page offers leads to as many incidents as it says", async () => {
    for (const [facet, values] of Object.entries(list.facets))
      for (const { value, count } of values.slice(0, 3)) {
        const search = new URLSearchParams([[facet, value]]);
        await expect
          .poll(async () => [
            facet,
            value,
            (await get<IncidentListView>(`/api/incidents?${search}`)).matching,
          ])
          .toEqual([facet, value, count]);
      }
  });

  test("search, facet, timeline and map narrow one query", async () => {
    const { page, complaints, close } = await openPage(browser, site.base);
    await page.goto("/");
    await page.locator(".map-place").first().waitFor();
    const word = list.incidents[0]!.title.split(" ").at(-1)!;
    await page.locator("#search").fill(word);
    await page.waitForURL(/q=/u);
    await page.getByRole("button", { name: "Clear filters" }).click();
    await page.locator(".facet-value input").nth(1).check();
    await page.waitForFunction(() => document.querySelectorAll(".chip").length === 1);
    await page.goBack();
    await page.getByRole("slider", { name: "Period begins" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForURL(/from=/u);
    await page.getByRole("button", { name: "Filter to this view" }).click();
    await page.waitForURL(/bbox=/u);
    await expect.poll(() => page.locator(".chip").count()).toBe(2);
    expect(complaints).toEqual([]);
    await close();
  });

  test("an incident's matrix leads by keyboard to the words in the document, highlighted exactly", async () => {
    const incident = await richest();
    const { page, complaints, close } = await openPage(browser, site.base);
    await page.goto(incidentPath(incident.row.id));
    await page.locator(".matrix [tabindex='0']").focus();
    let quote: string | null = null;
    for (let step = 0; step < incident.origins.length && quote === null; step++) {
      const marks = page.locator(".words-pane mark");
      const focused = await page.evaluate(() => document.activeElement?.className ?? "");
      if (focused.includes("says")) quote = await marks.first().textContent();
      else await page.keyboard.press("ArrowRight");
    }
    expect(quote).not.toBeNull();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/documents\/.*#c=\d+-\d+/u);
    await page.locator("mark[data-target]").first().waitFor();
    const highlighted = (await page.locator("mark[data-target]").allTextContents()).join("");
    expect(highlighted.replaceAll(/\s+/gu, "")).toBe(quote?.replaceAll(/\s+/gu, ""));
    expect(complaints).toEqual([]);
    await close();
  });

  test("what the server says of a claim is what the document says there", async () => {
    const incident = await richest();
    const texts = new Map<string, string>();
    for (const row of incident.attributes)
      for (const cells of Object.values(row.cells))
        for (const claim of cells.flatMap((cell) => cell.claims)) {
          if (!texts.has(claim.document))
            texts.set(
              claim.document,
              (await get<DocumentView>(`/api${documentPath(claim.document)}`)).document.text,
            );
          expect(texts.get(claim.document)?.slice(claim.start, claim.end)).toBe(claim.quote);
          const { text, quoteStart, quoteEnd } = claim.context;
          expect(text.slice(quoteStart, quoteEnd)).toBe(claim.quote);
        }
  });

  test.each([
    ["dark", 1440],
    ["light", 360],
  ] as const)(
    "every kind of page, %s at %i px, without a complaint or sideways scrolling",
    async (scheme, width) => {
      const incident = await richest();
      const { page, complaints, close } = await openPage(browser, site.base, { scheme, width });
      const first = incident.accounts[0]!;
      for (const path of [
        "/",
        incidentPath(incident.row.id),
        documentPath(first.document, first),
        "/documents",
        "/tallies",
        "/decisions",
        "/help",
      ]) {
        await page.goto(path);
        await page.waitForFunction(() => document.querySelector(".skeleton, .map-waiting") === null);
        await expect.poll(async () => [path, await page.getByRole("alert").count()]).toEqual([path, 0]);
        await expect
          .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
          .toBeLessThanOrEqual(width);
      }
      expect(complaints).toEqual([]);
      await close();
    },
  );
});
