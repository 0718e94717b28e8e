// Whether a text has the shape of XML: every tag, comment, section and declaration is closed, and elements nest no deeper than
// feeds do. Linear on any input, and looked at before a parser that is not. Leaves alone: names, entities, and all else that
// well-formed XML (XML 1.0, section 2.1) asks for.

/** Feeds nest five elements; markup that is not escaped within one some dozens. */
const DEEPEST = 500;
/** More declarations of entities than any feed has: they are looked for in each text. */
const MOST_ENTITIES = 100;

/** Null where it has; else what is wrong, in few words. */
export function xmlFault(text: string): string | null {
  let depth = 0;
  let at = text.indexOf("<");
  while (at !== -1) {
    const opened = SECTIONS.find(([start]) => text.startsWith(start, at));
    let end: number;
    if (opened !== undefined) {
      const [start, close] = opened;
      end = text.indexOf(close, at + start.length);
      if (end === -1) return `${start} is never closed`;
      end += close.length;
    } else if (text.startsWith("<!", at)) {
      end = declarationEnd(text, at);
      if (end === -1) return "a declaration is never closed";
      if (text.slice(at, end).split("<!ENTITY").length > MOST_ENTITIES + 1) return "too many entities";
    } else {
      end = tagEnd(text, at);
      if (end === -1) return "a tag is never closed";
      if (text[at + 1] === "/") depth--;
      else if (text[end - 2] !== "/") depth++;
      if (depth > DEEPEST) return `more than ${DEEPEST} elements within each other`;
    }
    at = text.indexOf("<", end);
  }
  return null;
}

const SECTIONS: readonly (readonly [string, string])[] = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
];

/** Behind the ">" that closes the tag; -1 where another begins before. */
function tagEnd(text: string, from: number): number {
  let quote = "";
  for (let at = from + 1; at < text.length; at++) {
    const character = text[at]!;
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'") quote = character;
    else if (character === ">") return at + 1;
    else if (character === "<") return -1;
  }
  return -1;
}

/** Behind the ">" that closes <!DOCTYPE …>, whose inner part stands in brackets. */
function declarationEnd(text: string, from: number): number {
  let brackets = 0;
  let quote = "";
  for (let at = from + 2; at < text.length; at++) {
    const character = text[at]!;
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'") quote = character;
    else if (character === "[") brackets++;
    else if (character === "]") brackets--;
    else if (character === ">" && brackets <= 0) return at + 1;
  }
  return -1;
}
