// The words that people read for a problem's code: what is wrong, and what to do. The one place that renders problems,
// for the command line and for HTTP; docs/problems.md lists the same codes, and a test keeps the two together.
import type { Problem } from "../base/result.js";
import { bytes } from "./measure-text.js";
import { CONTAINER_PROBLEM_WORDINGS } from "./container-problem-text.js";
import type { ProblemText, Wording } from "./wording.js";
import { DECISION_PROBLEM_WORDINGS } from "./decision-problem-text.js";
import { WEB_PROBLEM_WORDINGS } from "./web-problem-text.js";

export type { ProblemText } from "./wording.js";

/** Warnings on a record by which some of the document may be lost: the document is read, and the problem is told. */
export const LOSSES: ReadonlySet<string> = new Set([
  "text/encoding-broken",
  "text/html-too-large",
  "text/html-too-deep",
  "text/html-unreadable",
  "text/page-paywall",
  "pdf/pages-without-text",
]);

/** Warnings on a record that are worth a line, though nothing is lost. */
export const NOTES: ReadonlySet<string> = new Set([
  "text/encoding-guessed",
  "text/page-gallery",
  "mail/attachments",
]);

/** `renderProblem({ code: "input/missing", input: "a.txt", detail: {} }).what` is "a.txt: there is no such file or folder". */
export function renderProblem(problem: Problem): ProblemText {
  const wording = PROBLEM_WORDINGS[problem.code];
  const input = problem.input ?? "(no input)";
  if (wording !== undefined) return wording(input, problem.detail);
  const facts = Object.entries(problem.detail).map(([name, value]) => `${name} ${value}`);
  return {
    what: [`${input}: ${problem.code}`, ...facts].join(", "),
    todo: "See docs/problems.md.",
  };
}

/** By code; each code has a line in docs/problems.md and a test that provokes it. */
export const PROBLEM_WORDINGS: Readonly<Record<string, Wording>> = {
  ...WEB_PROBLEM_WORDINGS,
  ...DECISION_PROBLEM_WORDINGS,
  "input/missing": (input) => ({
    what: `${input}: there is no such file or folder`,
    todo: /^[a-z0-9.-]+\.[a-z]{2,24}\//iu.test(input)
      ? "Check the path; a web address begins with http:// or https://."
      : "Check the path.",
  }),
  "input/unreadable": (input, { system }) => ({
    what: `${input}: the system does not let it be read (${system})`,
    todo: "Check its permissions, then add it again.",
  }),
  "input/empty": (input) => ({
    what: `${input}: it is empty`,
    todo: "Nothing to read; leave it out, or fetch it again.",
  }),
  "input/binary": (input) => ({
    what: `${input}: it is not text`,
    todo: "Save the report as text or HTML and add that.",
  }),
  "input/too-large": (input, { size, limit }) => ({
    what: `${input}: ${bytes(size)} is above the limit of ${bytes(limit)} for one document`,
    todo: "Split it into its reports, one a file or one a line of NDJSON.",
  }),
  "input/not-a-file": (input) => ({
    what: `${input}: it is a device, a pipe or a socket, not a file`,
    todo: "Pipe its content in and name the input -.",
  }),
  "input/symlink-loop": (input) => ({
    what: `${input}: the link leads back to a folder above it`,
    todo: "Nothing is lost; remove the link to be rid of this line.",
  }),
  "input/no-documents": (input) => ({
    what: `${input}: the folder holds no reports`,
    todo: "Put text, HTML, NDJSON or CSV files into it; hidden files and collections are passed over.",
  }),
  "input/address-list": (input, { addresses }) => ({
    what: `${input}: it lists ${addresses} ${addresses === 1 ? "address" : "addresses"} and holds no report; nothing was requested`,
    todo: `To have them fetched: --urls ${input}`,
  }),
  "input/not-an-address": (input, { text }) => ({
    what: `${input}: the line is no web address: ${text}`,
    todo: "A list has one address a line, with http:// or https:// before it; the other lines are fetched.",
  }),
  "input/no-addresses": (input) => ({
    what: `${input}: the list holds no addresses`,
    todo: "Write one address a line; lines that begin with # are passed over.",
  }),
  "input/utf-16-rows": (input) => ({
    what: `${input}: rows in UTF-16 are not read`,
    todo: "Save the file as UTF-8.",
  }),
  "archive/truncated": (input) => ({
    what: `${input}: the archive ends in the middle of a record`,
    todo: "The records before it were read; fetch the file again for the rest.",
  }),
  "archive/gzip-broken": (input, { record }) => ({
    what: `${input}: a compressed stretch after record ${record} is damaged`,
    todo: "The records around it were read; fetch the file again for the rest.",
  }),
  "archive/zip-broken": (input, { message }) => ({
    what: `${input}: the ZIP file cannot be read: ${message}`,
    todo: "What was read before is kept; fetch the file again.",
  }),
  "archive/swells": (input) => ({
    what: `${input}: a compressed stretch grows beyond all measure`,
    todo: "It was passed over, the rest was read; be wary of this file.",
  }),
  "archive/too-many-entries": (input, { limit }) => ({
    what: `${input}: the file has more than ${limit} entries`,
    todo: "Unpack it and add the WARC files within.",
  }),
  "archive/record-broken": (input, { record, what }) => ({
    what: `${input}: ${record === undefined ? "a record" : `record ${record}`} is broken: ${what}`,
    todo: "It was passed over, the other records were read.",
  }),
  "archive/record-too-large": (input, { size, limit }) => ({
    what: `${input}: ${bytes(size)} is above the limit of ${bytes(limit)} for one document`,
    todo: "It was passed over, the other records were read.",
  }),
  "archive/digest-differs": (input) => ({
    what: `${input}: the bytes are not those of the digest that the archive states`,
    todo: "Do not trust it before you have compared it with another copy of the archive.",
  }),
  "archive/coding-unknown": (input, { coding }) => ({
    what: `${input}: the content coding is not known: ${coding}`,
    todo: "It was passed over, the other records were read.",
  }),
  "archive/revisit-unresolved": (input, { count }) => ({
    what: `${input}: revisits whose originals are not there: ${count}`,
    todo: "Add the archive with the originals together with this one, before it.",
  }),
  "archive/no-documents": (input, { records }) => ({
    what: `${input}: none of its ${records} records is a page or a text that was answered with status 200`,
    todo: "Check that it is the archive you meant.",
  }),
  "archive/needs-a-file": (input) => ({
    what: `${input}: a WACZ file cannot be read from a pipe`,
    todo: "Save it and add the file.",
  }),
  "archive/cannot-write": (input, { system }) => ({
    what: `${input}: the file cannot be written (${system})`,
    todo: "Check the folder and the space on the disk; nothing was left behind.",
  }),
  "archive/nothing-selected": (input) => ({
    what: `${input}: there is no document to write`,
    todo: "Add documents first, or name others.",
  }),
  "evidence/line-unreadable": (input) => ({
    what: `${input}: it is no line of such a log`,
    todo: "Compare the log with a copy; what it said of a capture can no longer be checked.",
  }),
  "evidence/line-changed": (input, { sequence }) => ({
    what: `${input}: its content (number ${sequence}) is not what its hash was made of`,
    todo: "Compare the log with a copy: somebody or something changed this line.",
  }),
  "evidence/chain-broken": (input, { sequence, expected }) => ({
    what: `${input}: it is number ${sequence} and does not follow from the line before it, where ${expected} was due`,
    todo: "Lines were removed, put in or moved here; compare the log with a copy.",
  }),
  "evidence/log-cut": (input, { found }) => ({
    what: `${input}: the collection wrote it, and the log has no such line (it ends with ${found})`,
    todo: "Restore the log from a copy.",
  }),
  "evidence/log-empty": (input) => ({
    what: `${input}: its evidence log has no line that could be stamped`,
    todo: "Add documents first; where there should be some, run: hearsay verify",
  }),
  "evidence/head-unknown": (input) => ({
    what: `${input}: no line of the evidence log has this hash`,
    todo: "The log was cut off or made anew since the hash was written down, or it is another collection's.",
  }),
  "evidence/capture-missing": (input, { ref }) => ({
    what: `${input}: the captured bytes of ${ref} are gone`,
    todo: "Restore the file under captures/ from a copy; its name is the hash.",
  }),
  "evidence/capture-changed": (input, { ref }) => ({
    what: `${input}: the captured bytes of ${ref} are not those of their hash`,
    todo: "Restore the file under captures/ from a copy; its name is the hash.",
  }),
  "evidence/record-missing": (input, { offset, length }) => ({
    what: `${input}: the WARC record of ${length} bytes at ${offset} is gone`,
    todo: "Restore the file under evidence/ from a copy.",
  }),
  "evidence/record-changed": (input, { offset, length }) => ({
    what: `${input}: the WARC record of ${length} bytes at ${offset} is not what was kept`,
    todo: "Restore the file under evidence/ from a copy.",
  }),
  "evidence/surplus-bytes": (input, { bytes: surplus }) => ({
    what: `${input}: ${surplus} bytes at its end are in no line of the log`,
    todo: "A run that was killed leaves such bytes; nothing that was kept is touched.",
  }),
  "evidence/row-missing": (input, { ref, sequence }) => ({
    what: `${input}: line ${sequence} of the evidence log names ${ref}, and the collection does not know it`,
    todo: "The database was changed or restored from an older copy; the bytes are under captures/.",
  }),
  "evidence/row-differs": (input, { ref, sequence }) => ({
    what: `${input}: the collection says something else of ${ref} than line ${sequence} of the evidence log`,
    todo: "Trust the log where its chain holds; the database was changed.",
  }),
  "evidence/unlogged": (input) => ({
    what: `${input}: the collection holds it, and no line of the evidence log names it`,
    todo: "Nothing shows when or from where it came: it was put in from outside, or the log was cut.",
  }),
  "timestamp/no-server": (input) => ({
    what: `${input}: no timestamp authority is named, and the collection remembers none`,
    todo: "Name one with --server; it is remembered for the next time.",
  }),
  "timestamp/unreachable": (input, { system }) => ({
    what: `${input}: the timestamp authority does not answer (${system})`,
    todo: "Try again, or name another server; nothing was changed.",
  }),
  "timestamp/refused": (input, { status }) => ({
    what: `${input}: the timestamp authority refused (status ${status})`,
    todo: "Check the address, or name another server; nothing was changed.",
  }),
  "timestamp/invalid": (input, { why }) => ({
    what: `${input}: the timestamp does not hold: ${why}`,
    todo: "It proves nothing; have the log stamped again, with --ca where its authority is not known.",
  }),
  "timestamp/signer-changed": (input, { signer }) => ({
    what: `${input}: it is signed by another certificate (${signer}) than the one that was remembered`,
    todo: "The token was exchanged; it proves nothing.",
  }),
  "timestamp/line-differs": (input) => ({
    what: `${input}: the line that was stamped is gone or another one now`,
    todo: "The log was changed after it was stamped; compare it with a copy.",
  }),
  "timestamp/unreadable": (input) => ({
    what: `${input}: the line in timestamps.ndjson cannot be read`,
    todo: "Restore the file under evidence/ from a copy.",
  }),
  ...CONTAINER_PROBLEM_WORDINGS,
  "text/binary": (input, { format }) => ({
    what: format === "unknown" ? `${input}: it is not text` : `${input}: it is not text but ${format}`,
    todo: "Save the report as text or HTML and add that.",
  }),
  "text/empty": (input) => ({
    what: `${input}: it holds no words of a report`,
    todo: "Open it and see; leave it out, or save the report again.",
  }),
  "text/row-unreadable": (input, { form }) => ({
    what: `${input}: the row is no ${form === "csv-row" ? "CSV record" : "JSON object"}`,
    todo: "Mend the row and add the file again.",
  }),
  "text/column-missing": (input, { column }) => ({
    what: `${input}: the row has no column ${column}`,
    todo: "Name the column that holds the report text: --columns text=NAME",
  }),
  "text/encoding-broken": (input, { broken }) => ({
    what: `${input}: ${broken} characters are not valid UTF-8 and stand as \ufffd in the text`,
    todo: "Save it as UTF-8 if words are missing.",
  }),
  "text/encoding-guessed": (input, { encoding }) => ({
    what: `${input}: its encoding is not stated and was guessed as ${encoding}`,
    todo: "Save it as UTF-8 if letters look wrong.",
  }),
  "text/page-error": (input, { title }) => ({
    what: `${input}: the page says that it is not there or cannot be shown (${title}); it was kept, not read`,
    todo: "Look for the report at another address or in a web archive.",
  }),
  "text/page-consent": (input) => ({
    what: `${input}: the page asks for consent before it shows anything; it was kept, not read`,
    todo: "Open it in a browser, answer, and save the page.",
  }),
  "text/page-index": (input, { title }) => ({
    what: `${input}: the page lists reports and is none (${title}); it was kept, not read`,
    todo: "Add the reports that it leads to.",
  }),
  "text/page-paywall": (input) => ({
    what: `${input}: the page shows only the beginning of the report; that was read`,
    todo: "Save the whole page as a reader who may see it, and add that.",
  }),
  "text/page-gallery": (input, { words }) =>
    words === 0
      ? {
          what: `${input}: the page holds pictures and no words of a report; it was kept, not read`,
          todo: "Leave it out, or save the report that the pictures belong to.",
        }
      : {
          what: `${input}: the page holds pictures and hardly a report; its few words were read`,
          todo: "Nothing to do; the captions are among what was dropped.",
        },
  "text/html-too-large": (input) => ({
    what: `${input}: the page is too large to find its report; all of its words were read`,
    todo: "Save the report alone if the page holds others.",
  }),
  "text/html-too-deep": (input, { depth, limit }) => ({
    what: `${input}: the page nests ${depth} elements, above ${limit}; all of its words were read`,
    todo: "Save the report alone if the page holds others.",
  }),
  "text/html-unreadable": (input) => ({
    what: `${input}: the page's markup is broken; all of its words were read`,
    todo: "Save the report alone if the page holds others.",
  }),
  "text/published-unreadable": (input, { published }) => ({
    what: `${input}: the stated date of publication cannot be read: ${published}`,
    todo: "Write it as YYYY-MM-DD.",
  }),
  "collection/missing": (input) => ({
    what: `${input}: there is no collection`,
    todo: "Begin one with: hearsay add PATH...",
  }),
  "collection/busy": (input) => ({
    what: `${input}: another process is writing to the collection`,
    todo: "Wait for it to end, or stop it, then try again.",
  }),
  "collection/newer-version": (input, { found, known }) => ({
    what: `${input}: the collection was made by a newer hearsay (schema ${found}, this program knows ${known})`,
    todo: "Update hearsay; nothing was changed.",
  }),
  "collection/disk-full": (input) => ({
    what: `${input}: the disk is full`,
    todo: "Free some space and run the same command again; what was acknowledged is kept.",
  }),
  "collection/unwritable": (input, { system }) => ({
    what: `${input}: the collection cannot be written (${system})`,
    todo: "Check the permissions of the folder, or name another with --collection.",
  }),
  "collection/damaged": (input, { system }) => ({
    what: `${input}: the collection is damaged (${system})`,
    todo: "Restore it from a backup, or add the reports to a new collection; the captured files are under captures/.",
  }),
  "collection/interrupted": (input, { left }) => ({
    what: `${input}: stopped before the end (${left} documents kept but not read yet)`,
    todo: "Run the same command again to go on; what was acknowledged is kept.",
  }),
  "knowledge/missing": (input) => ({
    what: `${input}: there is no such knowledge pack`,
    todo: "Name the folder of the pack with --knowledge.",
  }),
  "knowledge/invalid": (input, { message }) => ({
    what: `${input}: the knowledge pack has a mistake: ${message}`,
    todo: "Mend the file; CONTRIBUTING.md shows the form of each.",
  }),
  "id/unknown": (input) => ({
    what: `${input}: nothing in the collection has this id`,
    todo: "List the ids with: hearsay incidents",
  }),
  "id/ambiguous": (input, { matches }) => ({
    what: `${input}: several ids begin so: ${matches}`,
    todo: "Give more characters of the id.",
  }),
  "id/unread": (input) => ({
    what: `${input}: the document is kept but not read yet`,
    todo: "Run any hearsay verb on the collection while no other process writes to it.",
  }),
  "query/invalid": (input, { message }) => ({
    what: `${input}: ${message}`,
    todo: "Mend the query.",
  }),
  "serve/port-in-use": (input, { port }) => ({
    what: `${input}: port ${port} is in use`,
    todo: "Stop what uses it, or choose another with --port.",
  }),
  "serve/cannot-listen": (input, { system }) => ({
    what: `${input}: cannot listen there (${system})`,
    todo: "Choose another with --host and --port.",
  }),
  "serve/host-refused": (input) => ({
    what: `${input}: requests for this host are refused`,
    todo: "Open the address that hearsay serve printed.",
  }),
  "serve/origin-refused": (input) => ({
    what: `${input}: requests from pages of other sites are refused`,
    todo: "Open the address that hearsay serve printed.",
  }),
  "serve/not-found": (input) => ({
    what: `${input}: there is nothing at this address`,
    todo: "Go back to the list of incidents.",
  }),
  "serve/method-refused": (input) => ({
    what: `${input}: this is not offered here`,
    todo: "Use GET; only decisions are taken by POST.",
  }),
  "bug/reading": (input, { message }) => ({
    what: `${input}: the program failed on this document: ${message}`,
    todo: "Please report it with the document; the other documents were read.",
  }),
  "bug/worker-died": (input, { message }) => ({
    what: `${input}: the reading of this document died: ${message}`,
    todo: "Please report it with the document; the other documents were read.",
  }),
  "bug/serving": (input) => ({
    what: `${input}: the program failed on this request`,
    todo: "The terminal in which hearsay serve runs says more; please report it.",
  }),
};
