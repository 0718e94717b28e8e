// Whole inputs to broken ones: one to eight changes of the kinds that files suffer and attackers make. Pure: the same random
// numbers give the same bytes.
import type { Random } from "./random.js";
import type { WholeInput } from "./whole-inputs.js";

/** What formats trip over. */
const TOKENS: readonly string[] = [
  "\u0000",
  "\ufeff",
  "\u202e",
  "\ud83d\ude00",
  "<",
  ">",
  "</",
  "<!--",
  "-->",
  "<![CDATA[",
  "]]>",
  "<script>",
  "<div>",
  "<p>",
  "<table><tr><td>",
  "<!DOCTYPE x [<!ENTITY a 'b'>]>",
  "&a;",
  "&#x110000;",
  "&#0;",
  "&amp",
  '"',
  "'",
  "\\",
  "\\u0000",
  '{"a":',
  "[[[[",
  "]}",
  ",",
  "\n",
  "\r\n\r\n",
  "WARC/1.1\r\n",
  "Content-Length: 99999999999\r\n",
  "Content-Length: -1\r\n",
  "Transfer-Encoding: chunked\r\n",
  "Content-Encoding: gzip\r\n",
  "http://",
  "https://[::1",
  "99999999999999999999",
  "-0",
  "1e309",
  "31 February 2024",
  "00/00/0000",
  "\u201c",
  "said ".repeat(50),
  "( ".repeat(200),
  "killed 3 of the 4 to 5 ",
  "<b>".repeat(300),
  "a".repeat(3000),
  "<".repeat(5000),
  "<a ".repeat(2000),
  "&lt;".repeat(2000),
];

/** Longer inputs are cut: what a mutation multiplies must not drown the rest. */
const LONGEST = 40_000;

export function mutated(whole: WholeInput, others: readonly WholeInput[], random: Random): Buffer {
  let bytes: Buffer = Buffer.from(whole.bytes);
  for (let changes = 1 + random.whole(8); changes > 0; changes--) {
    bytes = changed(bytes, others, random).subarray(0, LONGEST);
  }
  return bytes;
}

function changed(bytes: Buffer, others: readonly WholeInput[], random: Random): Buffer {
  const at = random.whole(bytes.length + 1);
  const end = Math.min(bytes.length, at + random.whole(random.pick([4, 40, 400])));
  const [before, piece, after] = [bytes.subarray(0, at), bytes.subarray(at, end), bytes.subarray(end)];
  switch (random.whole(9)) {
    case 0: {
      const copy = Buffer.from(bytes);
      for (let n = 1 + random.whole(4); n > 0 && copy.length > 0; n--)
        copy[random.whole(copy.length)] = random.whole(256);
      return copy;
    }
    case 1:
      return Buffer.concat([before, after]);
    case 2:
      return Buffer.concat([
        before,
        piece,
        ...Array.from({ length: 1 + random.whole(6) }, () => piece),
        after,
      ]);
    case 3:
      return Buffer.from(before);
    case 4: {
      const other = random.pick(others).bytes;
      const from = random.whole(other.length);
      return Buffer.concat([before, other.subarray(from, from + random.whole(600)), after]);
    }
    case 5:
      return Buffer.concat([before, Buffer.from(piece).reverse(), after]);
    default:
      return Buffer.concat([before, Buffer.from(random.pick(TOKENS)), after]);
  }
}
