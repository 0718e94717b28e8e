// EDTF values as people read them: days, months, years, decades, intervals, open ends, and the three qualifiers
// (ISO 8601-2: ? uncertain, ~ approximate, % both). What it cannot read it returns as it stands. British order, English months.
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
const SEASONS: Readonly<Record<string, string>> = { 21: "spring", 22: "summer", 23: "autumn", 24: "winter" };

interface Moment {
  readonly year: string;
  readonly month: string | null;
  readonly day: string | null;
  readonly qualifier: string;
}

/** `edtfWords("2023-03-14/2023-05-09")` is "14 March to 9 May 2023". */
export function edtfWords(edtf: string): string {
  const parts = edtf.split("/");
  if (parts.length > 2) return edtf;
  if (parts.length === 1) return momentWords(parts[0] ?? "") ?? edtf;
  const [from = "", to = ""] = parts;
  if (isOpen(from) && isOpen(to)) return "at any time";
  if (isOpen(from)) return prefixed("until", to, edtf);
  if (isOpen(to)) return prefixed("since", from, edtf);
  if (from === to) return momentWords(from) ?? edtf;
  return intervalWords(from, to) ?? edtf;
}

/** As edtfWords, with months cut to three letters: "5 Jul 2021". For lines where room is short. */
export function edtfShort(edtf: string): string {
  return edtfWords(edtf).replace(new RegExp(MONTHS.join("|"), "gu"), (month) => month.slice(0, 3));
}

function isOpen(part: string): boolean {
  return part === ".." || part === "";
}

function prefixed(word: string, part: string, edtf: string): string {
  const words = momentWords(part);
  return words === null ? edtf : `${word} ${words}`;
}

function parse(part: string): Moment | null {
  const found = /^(-?\d{4}|\d{2}XX|\d{3}X)(?:-(\d{2}))?(?:-(\d{2}|XX))?([?~%]?)$/u.exec(part);
  if (found === null) return null;
  const day = found[3] === "XX" ? null : (found[3] ?? null);
  return { year: found[1] ?? "", month: found[2] ?? null, day, qualifier: found[4] ?? "" };
}

function momentWords(part: string): string | null {
  const moment = parse(part);
  if (moment === null) return null;
  const bare = bareWords(moment, true, true);
  return bare === null ? null : qualified(bare, moment.qualifier);
}

function qualified(words: string, qualifier: string): string {
  if (qualifier === "~") return `about ${words}`;
  if (qualifier === "?") return `${words} (uncertain)`;
  if (qualifier === "%") return `about ${words} (uncertain)`;
  return words;
}

function bareWords(moment: Moment, withMonth: boolean, withYear: boolean): string | null {
  if (/X/u.test(moment.year)) return moment.month === null ? `${moment.year.replaceAll("X", "0")}s` : null;
  const year = String(Number(moment.year));
  if (moment.month === null) return year;
  const month = SEASONS[moment.month] ?? MONTHS[Number(moment.month) - 1];
  if (month === undefined) return null;
  const words = [moment.day === null ? "" : String(Number(moment.day))];
  if (withMonth || moment.day === null) words.push(month);
  if (withYear) words.push(year);
  return words.filter((word) => word !== "").join(" ");
}

function intervalWords(from: string, to: string): string | null {
  const a = parse(from);
  const b = parse(to);
  if (a === null || b === null) return null;
  const sameYear = a.year === b.year && a.month !== null && b.month !== null;
  const sameMonth = sameYear && a.month === b.month && a.day !== null && b.day !== null;
  const plain = a.qualifier === "" && b.qualifier === "";
  const first = bareWords(a, !(sameMonth && plain), !(sameYear && plain));
  const last = bareWords(b, true, true);
  if (first === null || last === null) return null;
  return `${qualified(first, a.qualifier)} to ${qualified(last, b.qualifier)}`;
}
