// The words for problems with what holds reports in it: tables, Telegram exports, mails and PDF. Rendered by problem-text.ts.
import type { Wording } from "./wording.js";

export const CONTAINER_PROBLEM_WORDINGS: Readonly<Record<string, Wording>> = {
  "ndjson/not-an-object": (input) => ({
    what: `${input}: the line is not one JSON object`,
    todo: "NDJSON is one object a line, with a text in it; mend the line and add the file again.",
  }),
  "input/column-unknown": (input, { column, field, found }) => ({
    what: `${input}: it has no column ${column}, which was to be its ${field} (found: ${found})`,
    todo: "Name one of those that were found with --columns.",
  }),
  "csv/no-text-column": (input, { found, longest }) => ({
    what: `${input}: no column is called text (found: ${found})`,
    todo: `Name the column that holds the report text, e.g. --columns "text=${longest}"; id, url, outlet, title and published may be named too.`,
  }),
  "csv/columns-ignored": (input, { ignored }) => ({
    what: `${input}: columns passed over: ${ignored}`,
    todo: "Columns that are read: id, url, outlet, title, published, text; --columns gives them other names.",
  }),
  "csv/unclosed-quote": (input) => ({
    what: `${input}: a quoted cell that begins in this row is never closed`,
    todo: 'Close the cell with " and write quotes inside it as "".',
  }),
  "telegram/broken": (input, { documents }) => ({
    what: `${input}: the export ends early or is broken; ${documents} messages before that were read`,
    todo: "Export the chat again as JSON and add that.",
  }),
  "telegram/no-messages": (input) => ({
    what: `${input}: the export holds no message with words`,
    todo: "Export the chat with its text messages, as machine-readable JSON.",
  }),
  "telegram/passed-over": (input, { service, wordless }) => ({
    what: `${input}: ${service} service messages and ${wordless} messages without words were passed over`,
    todo: "Nothing to do; pictures and films are not read.",
  }),
  "telegram/unreadable": (input) => ({
    what: `${input}: the message cannot be read`,
    todo: "Export the chat again as JSON and add that.",
  }),
  "telegram/edited": (input, { edited }) => ({
    what: `${input}: the message was edited on ${edited}; its words are those of that day or later`,
    todo: "Look for an earlier export if the first words matter.",
  }),
  "mail/unreadable": (input, { why }) => ({
    what: `${input}: the mail cannot be read (${why})`,
    todo: "Open it in a mail program and save it again as .eml, or save its text.",
  }),
  "mail/attachments": (input, { attachments }) => ({
    what: `${input}: ${attachments} attachments were left out`,
    todo: "Save those that are reports and add them as files.",
  }),
  "pdf/unreadable": (input, { why }) => ({
    what: `${input}: the PDF is broken (${why})`,
    todo: "Open it in a PDF reader and save it again, or save its text.",
  }),
  "pdf/encrypted": (input) => ({
    what: `${input}: the PDF opens with a password only`,
    todo: "Save it without the password and add that.",
  }),
  "pdf/no-text": (input, { pages }) => ({
    what: `${input}: none of its ${pages} pages has text; they are pictures, perhaps of a scan`,
    todo: "Pictures of text are not read here (no OCR): run it through an OCR program that adds a text layer, and add that.",
  }),
  "pdf/pages-without-text": (input, { pages, of }) => ({
    what: `${input}: ${pages} of its ${of} pages have no text and were not read`,
    todo: "Where they are scans, run the file through an OCR program that adds a text layer.",
  }),
  "pdf/too-many-pages": (input, { pages, limit }) => ({
    what: `${input}: the PDF has ${pages} pages, above ${limit}`,
    todo: "Save the pages of each report as a PDF of their own.",
  }),
  "pdf/too-slow": (input, { seconds }) => ({
    what: `${input}: the PDF was not open after ${seconds} seconds, and was given up`,
    todo: "Open it in a PDF reader and save its text.",
  }),
  "pdf/too-much-memory": (input, { megabytes }) => ({
    what: `${input}: opening the PDF takes more than ${megabytes} MB, and was given up`,
    todo: "Open it in a PDF reader and save its text.",
  }),
};
