// The interface's own words for the record's codes: statuses, stances, kinds of source, precisions, reasons.
// Neutral by law 5; one place, so that a translation has one place too.
import type { Count } from "../../../model/count.js";
import type { Status } from "../../../model/incident.js";
import type { MentionKind } from "../../../model/mention.js";
import type { Precision } from "../../../model/place.js";
import type { Stance } from "../../../model/source.js";

export const STATUS_WORDS: Readonly<Record<Status, { readonly word: string; readonly meaning: string }>> = {
  disputed: {
    word: "disputed",
    meaning: "Two or more independent origins give values that cannot all be true.",
  },
  agreed: { word: "agreed", meaning: "Two or more independent origins give values that can all be true." },
  single: { word: "single", meaning: "One independent origin says so." },
  unverified: { word: "unverified", meaning: "Told only as alleged, possible or not confirmed." },
  open: { word: "open", meaning: "Said to be unknown or under assessment." },
};

/** The order in which people see statuses: what needs them first. */
export const STATUS_ORDER: readonly Status[] = ["disputed", "agreed", "single", "unverified", "open"];

/** Shown where a value is not plainly asserted; asserted needs no word. */
export const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  asserted: "",
  denied: "denied",
  unverified: "unverified",
  open: "open",
};

export const PRECISION_WORDS: Readonly<Record<Precision, string>> = {
  site: "a site",
  city: "a city or town",
  district: "a district",
  province: "a province",
  country: "a country",
};

export const KIND_WORDS: Readonly<Record<MentionKind, string>> = {
  time: "Times",
  place: "Places",
  actor: "Actors",
  weapon: "Weapons",
  count: "Counts",
  source: "Sources",
  quotation: "Quotations",
  framing: "Loaded words",
};

/** "armed_group" is "armed group", "near-duplicate" is "near duplicate": codes as words where no better word is kept. */
export function codeWords(code: string): string {
  return code.replaceAll(/[_-]/gu, " ");
}

/** The document's hash, short enough to compare by eye. */
export function shortHash(id: string): string {
  return id.replace(/^sha256:/u, "").slice(0, 12);
}

export function plural(n: number, one: string, many = `${one}s`): string {
  return `${groupDigits(n)} ${n === 1 ? one : many}`;
}

/** 12345 is "12 345" with a narrow no-break space (ISO 80000-1), the same on every machine. */
export function groupDigits(n: number): string {
  return String(n).replaceAll(/\B(?=(?:\d{3})+$)/gu, "\u202f");
}

/** A count in words: `countWords({ min: 3 })` is "at least 3". */
export function countWords(count: Count): string {
  const { min, max } = count;
  const about = count.approx === true ? "about " : "";
  if (min !== undefined && max !== undefined)
    return min === max ? `${about}${groupDigits(min)}` : `${about}${groupDigits(min)} to ${groupDigits(max)}`;
  if (min !== undefined)
    return count.approx === true ? `about ${groupDigits(min)} or more` : `at least ${groupDigits(min)}`;
  if (max !== undefined) return `up to ${about}${groupDigits(max)}`;
  return "a number not told";
}
