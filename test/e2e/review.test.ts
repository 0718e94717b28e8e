// Deciding in the built program, on a collection of its own: split and undo, same, what the log shows, and what a refusal says.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DecisionListView } from "../../src/contract/decisions.js";
import type { IncidentListView, IncidentView } from "../../src/contract/views.js";
import { incidentPath } from "../../src/web/data/paths.js";
import { noBrowser, openBrowser, openPage } from "./browser.js";
import type { Site } from "./fixture-site.js";
import { noProgram, startProgram } from "./program.js";

describe.skipIf(noBrowser || noProgram !== null)("review", () => {
  let browser: Browser;
  let site: Site;
  const get = async <T>(path: string): Promise<T> => (await (await fetch(`${site.base}${path}`)).json()) as T;
  const list = () => get<IncidentListView>("/api/incidents");
  /** Incidents told by several documents, those told by most first. */
  const told = async () =>
    (await list()).incidents.filter((row) => row.articles > 2).sort((a, b) => b.articles - a.articles);
  const events = async (id: string) =>
    new Set(
      (await get<IncidentView>(`/api${incidentPath(id)}`)).accounts.map((a) => `${a.document}#${a.event}`),
    );
  const log = async () => (await get<DecisionListView>("/api/decisions")).decisions;
  beforeAll(async () => {
    browser = await openBrowser();
    site = await startProgram();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  test("the page of decisions teaches while there are none", async () => {
    const { page, complaints, close } = await openPage(browser, site.base);
    await page.goto("/decisions");
    await page.getByRole("heading", { name: "No decisions yet" }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test("by keyboard: accounts chosen, split off with a reason and a name, and taken back", async () => {
    const [row] = await told();
    const before = await events(row!.id);
    const { page, complaints, close } = await openPage(browser, site.base);
    await page.goto(incidentPath(row!.id));
    await page.locator(".matrix [tabindex='0']").waitFor();
    await page.keyboard.press("s");
    const box = page.locator(".account-choice input").first();
    await expect.poll(() => box.evaluate((node) => node === document.activeElement)).toBe(true);
    await page.keyboard.press("Space");
    await expect.poll(() => page.locator(".review-chosen").textContent()).toBe(`1 of ${before.size} chosen`);
    await page.keyboard.press("s");
    await page.getByRole("dialog", { name: "Split off as another incident" }).waitFor();
    await page.getByLabel("Reason").fill("Another happening");
    await page.getByLabel("Decided by").fill("R. Calloway");
    await page.keyboard.press("Enter");
    await page.getByText("Decided: kept apart.").waitFor();
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    await expect.poll(() => decodeURIComponent(new URL(page.url()).pathname)).not.toContain(row!.id);
    const alone = await events(decodeURIComponent(new URL(page.url()).pathname.split("/")[2]!));
    expect(alone.size).toBe(1);
    expect([...alone].every((event) => before.has(event))).toBe(true);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Undone.").waitFor();
    await expect
      .poll(async () => events(decodeURIComponent(new URL(page.url()).pathname.split("/")[2]!)))
      .toEqual(before);
    const [undo, split] = await log();
    expect([undo!.kind, undo!.undoes, undo!.by]).toEqual(["undo", split!.id, "R. Calloway"]);
    expect([split!.kind, split!.reason, split!.undone]).toEqual(["split", "Another happening", true]);
    expect(complaints).toEqual([]);
    await close();
  });

  test("another incident is found by words and made one with this; Escape decides nothing", async () => {
    const { incidents } = await list();
    const [one] = await told();
    const other = incidents.find((row) => row.id !== one!.id)!;
    const both = new Set([...(await events(one!.id)), ...(await events(other.id))]);
    const decided = (await log()).length;
    const { page, complaints, close } = await openPage(browser, site.base);
    await page.goto(incidentPath(one!.id));
    await page.getByRole("button", { name: "Same as…", exact: true }).click();
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Same as…");
    expect((await log()).length).toBe(decided);
    await page.keyboard.press("m");
    await page.getByRole("searchbox", { name: "Find the incident" }).fill(other.title);
    const choice = page.getByRole("radio", { name: other.title }).first();
    await choice.waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await expect.poll(() => page.locator(".found-incident input:checked").count()).toBe(1);
    await choice.check();
    await page.getByRole("button", { name: "Make them one" }).click();
    await page.getByText("Decided: one incident.").waitFor();
    const [same] = await log();
    expect(same!.kind).toBe("same");
    expect(same!.by).toBeNull();
    await expect
      .poll(async () => events(decodeURIComponent(new URL(page.url()).pathname.split("/")[2]!)))
      .toEqual(both);
    expect(complaints).toEqual([]);
    await close();
  });

  test("the log shows who, why and what was undone, leads to the incident, and undoes", async () => {
    const before = await log();
    const { page, complaints, close } = await openPage(browser, site.base);
    await page.goto("/decisions");
    await page.locator(".decision").first().waitFor();
    await expect.poll(() => page.locator(".decision").count()).toBe(before.length);
    await expect.poll(() => page.locator(".decision[data-undone] s").count()).toBe(1);
    await page.getByText("“Another happening”").waitFor();
    await page.getByText("undone by").waitFor();
    await page.getByRole("button", { name: /^Undo decision/u }).click();
    await page.getByText("Undone.").waitFor();
    await expect.poll(async () => (await log()).length).toBe(before.length + 1);
    await expect.poll(() => page.getByRole("button", { name: /^Undo decision/u }).count()).toBe(0);
    const words = before[0]!.subjects[0]!.quote!;
    await page.getByRole("link", { name: words }).first().click();
    await page.waitForURL(/\/incidents\//u);
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test("a decision that was overtaken is refused with what to do, and nothing changes", async () => {
    const [row] = await told();
    const { page, close } = await openPage(browser, site.base);
    await page.goto(incidentPath(row!.id));
    const { accounts } = await get<IncidentView>(`/api${incidentPath(row!.id)}`);
    const two = [accounts[0]!, accounts.findLast((account) => account.document !== accounts[0]!.document)!];
    for (const { outlet, quote } of two)
      await page
        .getByRole("checkbox", { name: `Choose ${outlet}: ${quote}` })
        .first()
        .check();
    // Somebody else takes one of them out in the meantime.
    await fetch(`${site.base}/api/decisions`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ kind: "split", subjects: [`${two[1]!.document}#${two[1]!.event}`] }),
    });
    const decided = (await log()).length;
    await page.getByRole("button", { name: "Split off as another incident…" }).click();
    await page.getByRole("button", { name: "Split off", exact: true }).click();
    await page.getByRole("alert").waitFor();
    await expect
      .poll(() => page.getByRole("alert").textContent())
      .toContain("The accounts are no longer in one incident");
    expect((await log()).length).toBe(decided);
    await close();
  });
});
