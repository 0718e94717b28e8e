// Files that list web addresses, one a line: blank lines and lines that begin with # are left out, a byte order mark too. Used
// for lists that the user names as such, and to recognise a text that is nothing else. Leaves alone: what an address leads to.
import type { ListedLine } from "../../ports/capture-source.js";
import { splitRows } from "./split-rows.js";
import { fileProblem } from "./walk-inputs.js";

/** Longer lines are no addresses. */
const LONGEST_LINE = 64 * 1024;
/** A text above this size is not looked at: nobody types so long a list. */
const LARGEST_LIST = 4 * 2 ** 20;

export async function* addressLines(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
): AsyncGenerator<ListedLine> {
  try {
    for await (const row of splitRows(chunks, { quotes: false, limit: LONGEST_LINE })) {
      const text = row.bytes === null ? null : trimmed(new TextDecoder().decode(row.bytes));
      if (text === "" || text?.startsWith("#") === true) continue;
      yield { kind: "line", line: row.line, text: text ?? `(a line of ${row.size} bytes)` };
    }
  } catch (error) {
    const [code, input, detail] = fileProblem(error, path);
    yield { kind: "problem", problem: { code, input, detail } };
  }
}

/** So many addresses for each other line, and so long at most is that line: a report with links below it is no list. */
const ADDRESSES_FOR_OTHER = 3;
const LONGEST_OTHER = 120;

/** True where every line is an address of the web, but for a few short ones among many. */
export function listsAddresses(bytes: Uint8Array): boolean {
  if (bytes.length > LARGEST_LIST) return false;
  let [found, others] = [0, 0];
  for (const line of new TextDecoder().decode(bytes).split("\n")) {
    const text = trimmed(line);
    if (text === "" || text.startsWith("#")) continue;
    if (/^https?:\/\/\S+$/iu.test(text)) found++;
    else if (text.length > LONGEST_OTHER) return false;
    else others++;
  }
  return found > 0 && found >= others * ADDRESSES_FOR_OTHER;
}

function trimmed(line: string): string {
  return line.replace(/^\ufeff/u, "").trim();
}
