// A real Chromium for the end-to-end tests, and pages that keep a list of what went wrong: errors on the console (a violated
// Content-Security-Policy is one), exceptions, and requests to any host but ours. Where no Chromium is found the tests are
// skipped aloud; with CI or HEARSAY_E2E=required that is a failure.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";

const PLACES = [
  process.env["CHROMIUM_PATH"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

export const chromiumPath: string | undefined = PLACES.find((path) => path !== undefined && existsSync(path));
export const noBrowser = chromiumPath === undefined;

if (noBrowser) {
  const words =
    "no Chromium found (apt-get install chromium, or CHROMIUM_PATH): end-to-end tests are skipped";
  if (process.env["CI"] !== undefined || process.env["HEARSAY_E2E"] === "required") throw new Error(words);
  console.warn(words);
}

export async function openBrowser(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error("no Chromium");
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

export interface Screen {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: "light" | "dark";
}

export interface Watched {
  readonly page: Page;
  /** What went wrong so far; a test ends by expecting none. */
  readonly complaints: string[];
  readonly close: () => Promise<void>;
}

export async function openPage(browser: Browser, base: string, screen: Screen = {}): Promise<Watched> {
  const context = await browser.newContext({
    baseURL: base,
    viewport: { width: screen.width ?? 1440, height: screen.height ?? 900 },
    colorScheme: screen.scheme ?? "light",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`exception: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    const ours = url.origin === base || url.protocol === "data:" || url.protocol === "blob:";
    if (!ours) complaints.push(`request to ${url.origin}`);
  });
  return { page, complaints, close: () => context.close() };
}
