// Takes the README's screenshots from the bundled samples: list, incident and document, light and dark, into docs/images/.
//   npm run build && npx tsx scripts/screenshots.ts
// Shown in whatever sans and serif this machine has; Inter and Charter or Georgia look as intended.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { IncidentListView, IncidentView } from "../src/contract/views.js";
import { documentPath, incidentPath } from "../src/web/data/paths.js";
import { openBrowser, openPage } from "../test/e2e/browser.js";
import { noProgram, startProgram } from "../test/e2e/program.js";

if (noProgram !== null) throw new Error(noProgram);
const images = fileURLToPath(new URL("../docs/images", import.meta.url));
mkdirSync(images, { recursive: true });
const site = await startProgram();
const browser = await openBrowser();
try {
  const get = async <T>(path: string): Promise<T> => (await (await fetch(`${site.base}${path}`)).json()) as T;
  const list = await get<IncidentListView>("/api/incidents");
  const [row] = [...list.incidents].sort(
    (a, b) => b.disputed.length - a.disputed.length || b.articles - a.articles || (a.id < b.id ? -1 : 1),
  );
  if (row === undefined) throw new Error("the samples hold no incident");
  const incident = await get<IncidentView>(`/api${incidentPath(row.id)}`);
  const claim = incident.attributes.flatMap((attribute) => Object.values(attribute.cells).flat())[0]
    ?.claims[0];
  const pages: readonly (readonly [name: string, path: string])[] = [
    ["list", "/"],
    ["incident", incidentPath(row.id)],
    ...(claim === undefined ? [] : [["document", documentPath(claim.document, claim)] as const]),
  ];
  for (const scheme of ["light", "dark"] as const)
    for (const [name, path] of pages) {
      const { page, close } = await openPage(browser, site.base, { scheme, width: 1440, height: 900 });
      await page.goto(path);
      await page.waitForFunction(() => document.querySelector(".skeleton, .map-waiting") === null);
      // The basemap comes after the page.
      await page.waitForTimeout(600);
      await page.screenshot({ path: join(images, `${name}-${scheme}.png`) });
      await close();
    }
} finally {
  await browser.close();
  await site.stop();
}
