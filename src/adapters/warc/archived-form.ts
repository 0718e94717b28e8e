// What an archived body is: by the type that its server stated, and by its first bytes where these tell against it, for servers
// state what they like. In: a Content-Type and the body. Out: a form, "binary" where a page or text was promised and none is there,
// null for what is no document (pictures, styles, scripts). Leaves alone: what stands in the body.
import type { Capture } from "../../model/document.js";
import { HEAD_BYTES, recogniseForm } from "../files/recognise-form.js";

const FORMS: Readonly<Record<string, "html" | "text" | "pdf">> = {
  "text/html": "html",
  "application/xhtml+xml": "html",
  "text/plain": "text",
  "application/pdf": "pdf",
  "application/x-pdf": "pdf",
};

/** What servers say of files that they know nothing of. */
const UNTOLD = /^(?:|(?:application|binary)\/(?:octet-stream|(?:x-|force-)?download|unknown))$/u;

/** The form that a Content-Type states; null where it states none that is read. */
export function statedForm(contentType: string | null): Capture["form"] | null {
  return FORMS[typeOf(contentType)] ?? null;
}

/** False where nobody needs to look within. */
export function mayBeDocument(contentType: string | null): boolean {
  return statedForm(contentType) !== null || UNTOLD.test(typeOf(contentType));
}

/** A PDF is one by its first bytes, whatever it is called; a page that is called a PDF is a page. */
export function archivedForm(
  contentType: string | null,
  body: Uint8Array,
): Capture["form"] | "binary" | null {
  const stated = statedForm(contentType);
  const seen = recogniseForm("", body.subarray(0, HEAD_BYTES));
  if (seen === "pdf" && mayBeDocument(contentType)) return "pdf";
  if (stated === "pdf") return seen === "html" || seen === "text" ? seen : "pdf";
  if (typeOf(contentType) === "" && seen === "html") return "html";
  return stated !== null && seen === "binary" ? "binary" : stated;
}

function typeOf(contentType: string | null): string {
  return (contentType ?? "").split(";")[0]!.trim().toLowerCase();
}
