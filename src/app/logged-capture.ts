// What the lines of the evidence log say of one capture, taken together as the store takes them together (ports/keeping-plan.ts), to be
// held against what the collection says of it. Leaves alone: its bytes and records (verify.ts).
import { canonicalJson } from "../base/canonical-json.js";
import type { Capture } from "../model/document.js";
import { captureOfLine, type CaptureEntry, type LogLine } from "../model/evidence.js";
import { mergedCapture } from "../ports/keeping-plan.js";

export interface LoggedCapture {
  readonly capture: Capture;
  /** Of its first line. */
  readonly sequence: number;
  /** True where it came from a file too: looking at a file again is not logged, and may have told an earlier time. */
  readonly fromFile: boolean;
}

export function addLogged(logged: Map<string, LoggedCapture>, line: LogLine & CaptureEntry): void {
  const { capture: id, url, sequence } = line;
  const said = captureOfLine(line);
  const known = logged.get(id);
  logged.set(id, {
    capture: known === undefined ? said : mergedCapture(known.capture, said),
    sequence: known?.sequence ?? sequence,
    fromFile: (known?.fromFile ?? false) || url === null,
  });
}

/** Whether a collection says of a capture what the log says. Rows that were mapped anew are so without a line of the log. */
export function agrees(row: Capture, { capture, fromFile }: LoggedCapture): boolean {
  const table = ({ columns, layout }: Capture): string => canonicalJson({ columns, layout: layout ?? null });
  const earlier =
    fromFile &&
    row.capturedAt !== null &&
    (capture.capturedAt === null || row.capturedAt < capture.capturedAt);
  return (
    row.ref === capture.ref &&
    row.url === capture.url &&
    row.form === capture.form &&
    row.charset === capture.charset &&
    (row.capturedAt === capture.capturedAt || earlier) &&
    (table(row) === table(capture) || row.layout?.names !== undefined)
  );
}
