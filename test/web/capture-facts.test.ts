// Where a document came from, as its page says it: the other versions of its address are links.
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { DOCUMENTS } from "./fixture-incidents.js";

// What a browser has: links ask for it when they are loaded.
vi.stubGlobal("history", { state: null, replaceState: () => {} });
vi.stubGlobal("location", { pathname: "/", search: "", hash: "" });
vi.stubGlobal("window", { addEventListener: () => {}, history, location });
vi.stubGlobal("addEventListener", () => {});
const { CaptureFacts } = await import("../../src/web/parts/reader/capture-facts.js");

const [view, other] = DOCUMENTS as [(typeof DOCUMENTS)[0], (typeof DOCUMENTS)[0]];
const facts = (versions: (typeof view)["versions"]): string =>
  renderToStaticMarkup(createElement(CaptureFacts, { view: { ...view, versions } }));

test("links to earlier and later versions, and names this one", () => {
  const markup = facts([
    { id: other.document.id, capturedAt: "2032-05-01T08:00:00Z" },
    { id: view.document.id, capturedAt: "2032-05-02T09:30:00Z" },
    { id: "sha256:ff", capturedAt: null },
  ]);
  expect(markup).toContain(
    `<a href="/documents/${encodeURIComponent(other.document.id)}">1 May 2032, 08:00 UTC</a>`,
  );
  expect(markup).toContain('<span aria-current="page">2 May 2032, 09:30 UTC (this one)</span>');
  expect(markup).toContain('<a href="/documents/sha256%3Aff">version 3</a>');
});

test("says nothing of versions where there is one", () => {
  expect(facts([])).not.toContain("Versions");
});
