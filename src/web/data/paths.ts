// Addresses of the workbench's pages, made and read in one place.
import type { Span } from "../../base/span.js";

export function incidentPath(id: string): string {
  return `/incidents/${encodeURIComponent(id)}`;
}

/** The document, opened at a span where one is given: `/documents/sha256%3Aab#c=3-9`. */
export function documentPath(id: string, span?: Span): string {
  return `/documents/${encodeURIComponent(id)}${span === undefined ? "" : `#c=${span.start}-${span.end}`}`;
}

/** The span in a hash; null where there is none or it is no span. `spanOfHash("#c=3-9")` is { start: 3, end: 9 }. */
export function spanOfHash(hash: string): Span | null {
  const found = /^#c=(\d{1,9})-(\d{1,9})$/u.exec(hash);
  if (found === null) return null;
  const span = { start: Number(found[1]), end: Number(found[2]) };
  return span.start < span.end ? span : null;
}

export type Page =
  | { readonly kind: "incidents" | "documents" | "tallies" | "decisions" | "help" | "missing" }
  | { readonly kind: "incident" | "document"; readonly id: string };

/** Which page a path shows. A path that cannot be decoded is a missing page. */
export function pageOf(path: string): Page {
  const [, room = "", id, ...rest] = path.replace(/\/$/u, "").split("/");
  if (rest.length > 0) return { kind: "missing" };
  if (id === undefined || id === "") {
    if (room === "" || room === "incidents") return { kind: "incidents" };
    if (room === "documents" || room === "tallies" || room === "decisions" || room === "help")
      return { kind: room };
    return { kind: "missing" };
  }
  if (room !== "incidents" && room !== "documents") return { kind: "missing" };
  try {
    return { kind: room === "incidents" ? "incident" : "document", id: decodeURIComponent(id) };
  } catch {
    return { kind: "missing" };
  }
}
