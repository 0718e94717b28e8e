// Pages that are no reports, each kind with fixtures of its own, and reports that look like them.
import { describe, expect, it } from "vitest";
import { reading } from "./reading.js";

const BODY =
  "Three rockets hit the Northern Base near Kelm on Monday, the army said, and two soldiers were slightly hurt in the attack, the third in a month.";
const page = (title: string, body: string, head = ""): string =>
  `<html><head><title>${title}</title>${head}</head><body>${body}</body></html>`;
const told = (html: string): string => {
  const result = reading("html", html);
  return result.ok ? result.value.warnings.map(({ code }) => code).join() : result.problem.code;
};
const report = `<h1>Rockets hit the base</h1>${`<p>${BODY}</p><p>${BODY.replace("Three", "Eight")} Nobody has claimed it.</p>`}`;
const headlines = Array.from(
  { length: 16 },
  (_, n) =>
    `<h3><a href="/${n}">Rockets hit the Northern Base, part ${n} of the story</a></h3><p>Short words on it.</p>`,
).join("");

describe("text/page-error", () => {
  it.each([
    ["a missing page", page("404 - Page not found", "<h1>Oops</h1><p>Try our front page.</p>")],
    ["its words", page("Valley Post", "<p>Sorry, the page you are looking for no longer exists.</p>")],
    ["a check for robots", page("Just a moment...", "<p>Enable JavaScript and cookies to continue</p>")],
    ["another language", page("Страница не найдена", "<p>Вернитесь на главную.</p>")],
  ])("is %s", (_, html) => expect(told(html)).toBe("text/page-error"));
  it.each([
    ["a report of a number", page("404 killed in a year", report)],
    [
      "a long report so titled",
      page(
        "Access denied",
        report.repeat(1) + Array.from({ length: 8 }, (_, n) => `<p>${BODY} Part ${n}.</p>`).join(""),
      ),
    ],
  ])("is not %s", (_, html) => expect(told(html)).toBe(""));
});

describe("text/page-consent", () => {
  it.each([
    [
      "a wall",
      page(
        "Valley Post",
        "<h1>Before you continue</h1><p>We and our 842 partners store information on a device.</p><p>Choose what you allow.</p>",
      ),
    ],
    [
      "a German one",
      page(
        "Talpost",
        "<p>Mit Werbung weiterlesen</p><p>Besuchen Sie uns wie gewohnt mit Werbung und Nachverfolgung.</p>",
      ),
    ],
  ])("is %s", (_, html) => expect(told(html)).toBe("text/page-consent"));
  it("is not a report with a banner", () => {
    const banner =
      '<div class="cookie-banner"><p>We value your privacy. We and our partners store information.</p></div>';
    expect(told(page("Rockets", banner + report))).toBe("");
  });
});

describe("text/page-index", () => {
  it("is a front page or a section", () => {
    expect(told(page("World", headlines))).toBe("text/page-index");
    const data = '<script type="application/ld+json">{"@type":"CollectionPage"}</script>';
    expect(told(page("World", headlines.slice(0, headlines.length / 2), data))).toBe("text/page-index");
  });
  it("is not a report with many links below it", () => {
    expect(
      told(
        page(
          "Rockets",
          `<article>${report.repeat(1)}${Array.from({ length: 12 }, (_, n) => `<p>${BODY} Part ${n}.</p>`).join("")}</article><div>${headlines}</div>`,
        ),
      ),
    ).toBe("");
    const dated = '<meta property="article:published_time" content="2021-07-05">';
    expect(told(page("Rockets", report + headlines, dated))).toBe("");
  });
});

describe("text/page-paywall", () => {
  it.each([
    ["by its words", page("Rockets", `<article>${report}<p>Subscribe to continue reading.</p></article>`)],
    [
      "by its data",
      page(
        "Rockets",
        `<article>${report}</article>`,
        '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>',
      ),
    ],
  ])("is told %s", (_, html) => expect(told(html)).toBe("text/page-paywall"));
  it("is not told of a whole report", () => {
    const long = Array.from({ length: 14 }, (_, n) => `<p>${BODY} Part ${n}.</p>`).join("");
    expect(told(page("Rockets", `<article>${long}<p>Subscribe to continue reading.</p></article>`))).toBe("");
  });
});

describe("text/page-gallery", () => {
  const picture = (n: number): string =>
    `<figure><img src="${n}.jpg"><figcaption>Smoke over the Northern Base, picture ${n} of those that Nora Vint took on Monday.</figcaption></figure>`;
  it("is pictures with hardly a text", () => {
    const pictures = Array.from({ length: 9 }, (_, n) => picture(n)).join("");
    expect(told(page("In pictures", `<article><p>${BODY}</p>${pictures}</article>`))).toBe(
      "text/page-gallery",
    );
  });
  it("is pictures without a text", () => {
    const pictures = Array.from({ length: 9 }, (_, n) => picture(n)).join("");
    const result = reading("html", page("In pictures", `<article><h1>In pictures</h1>${pictures}</article>`));
    expect(result).toMatchObject({ ok: false, problem: { code: "text/page-gallery", detail: { words: 0 } } });
  });
  it("is not a report with a few pictures", () => {
    expect(told(page("Rockets", `<article>${report}${picture(1)}${picture(2)}</article>`))).toBe("");
  });
});
