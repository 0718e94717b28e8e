// Dates as feeds write them, RFC 822 ("Tue, 06 Jul 2021 10:00 +0300") and RFC 3339, to ISO 8601 in the zone that they state: the
// day is the day where it was written. What is neither is unknown.

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const RFC822 =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]{0,6}\.?\s+(\d{4})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s+([+-]\d{4}|[a-z]{1,5}))?)?/iu;
const RFC3339 =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?/iu;
/** RFC 822, section 5.1. */
const ZONES: Readonly<Record<string, string>> = {
  ut: "Z",
  utc: "Z",
  gmt: "Z",
  z: "Z",
  est: "-05:00",
  edt: "-04:00",
  cst: "-06:00",
  cdt: "-05:00",
  mst: "-07:00",
  mdt: "-06:00",
  pst: "-08:00",
  pdt: "-07:00",
};

/** `feedDate("Tue, 06 Jul 2021 01:00:00 +0300")` is "2021-07-06T01:00:00+03:00". */
export function feedDate(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const text = value.trim().slice(0, 80);
  const iso = RFC3339.exec(text);
  if (iso !== null) {
    const [, day, minutes, seconds, zone = ""] = iso;
    return valid(day!, minutes === undefined ? "" : `T${minutes}:${seconds ?? "00"}${offset(zone)}`);
  }
  const mail = RFC822.exec(text);
  if (mail === null) return null;
  const [, day, month, year, hours, minutes, seconds, zone = ""] = mail;
  const number = MONTHS.indexOf(month!.toLowerCase()) + 1;
  if (number === 0) return null;
  const date = `${year}-${String(number).padStart(2, "0")}-${day!.padStart(2, "0")}`;
  const time =
    hours === undefined ? "" : `T${hours.padStart(2, "0")}:${minutes}:${seconds ?? "00"}${offset(zone)}`;
  return valid(date, time);
}

function offset(zone: string): string {
  const numbers = /^([+-]\d{2}):?(\d{2})$/u.exec(zone);
  return numbers === null ? (ZONES[zone.toLowerCase()] ?? "") : `${numbers[1]}:${numbers[2]}`;
}

function valid(day: string, time: string): string | null {
  return Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? null : `${day}${time}`;
}
