// The lines in which ../shared/eval/score.mjs --errors tells its mistakes, as values. In: its output. Out: one Mistake for each
// line; a line that is of no known form is kept as such and counted, so that a change of the scorer is seen.

export type Mistake =
  | { readonly kind: "event-missed"; readonly key: string; readonly label: string; readonly quote: string }
  | { readonly kind: "event-invented"; readonly key: string; readonly told: string; readonly quote: string }
  | {
      readonly kind: "claim-missed" | "claim-invented";
      readonly key: string;
      readonly event: string;
      readonly attribute: string;
      readonly value: string;
      readonly quote: string;
    }
  | {
      readonly kind: "claim-half-right";
      readonly key: string;
      readonly event: string;
      readonly attribute: string;
      readonly wrong: readonly string[];
      readonly told: string;
      readonly quote: string;
    }
  | {
      readonly kind: "item-missed" | "item-invented";
      readonly key: string;
      readonly list: string;
      readonly quote: string;
    }
  | { readonly kind: "dispute-missed" | "dispute-invented"; readonly told: string }
  | { readonly kind: "unknown"; readonly told: string };

/** `keys` are those of the gold documents: a quotation may go over several lines, and a line begins with a key. */
export function mistakesIn(output: string, keys: ReadonlySet<string>): Mistake[] {
  const entries: string[] = [];
  for (const line of output.split("\n")) {
    const begins =
      line.startsWith("- ") &&
      (keys.has(line.slice(2).split(" ")[0] ?? "") ||
        /^- (?:missed dispute|dispute not in gold) /u.test(line));
    if (begins) entries.push(line.slice(2));
    else if (entries.length > 0) entries.push(`${entries.pop()}\n${line}`);
  }
  return entries.map((entry) => mistake(entry.trimEnd()));
}

function mistake(entry: string): Mistake {
  const told = entry;
  const dispute = /^(missed dispute|dispute not in gold) (.*)$/su.exec(entry);
  if (dispute !== null)
    return {
      kind: dispute[1] === "missed dispute" ? "dispute-missed" : "dispute-invented",
      told: dispute[2]!,
    };
  const [, key, rest] = /^(\S+) (.*)$/su.exec(entry) ?? [];
  if (key === undefined || rest === undefined) return { kind: "unknown", told };
  const missed = /^missed event (.*?): (.*)$/su.exec(rest);
  if (missed !== null) return { kind: "event-missed", key, label: missed[1]!, quote: missed[2]! };
  const invented = /^invented event (.*?): (.*)$/su.exec(rest);
  if (invented !== null) return { kind: "event-invented", key, told: invented[1]!, quote: invented[2]! };
  const item = /^(missed|not in gold) (tallies|framing): (.*)$/su.exec(rest);
  if (item !== null)
    return {
      kind: item[1] === "missed" ? "item-missed" : "item-invented",
      key,
      list: item[2]!,
      quote: item[3]!,
    };
  const half = /^(\S+) (\w+) half right \(([^)]*)\): (.*); got .* «(.*)»$/su.exec(rest);
  if (half !== null)
    return {
      kind: "claim-half-right",
      key,
      event: half[1]!,
      attribute: half[2]!,
      wrong: half[3]!.split(", "),
      told: rest.replace(/^.*?: gold/su, "gold"),
      quote: half[5]!,
    };
  const claim = /^(\S+) (missed|not in gold:) (\w+)=(.*) «(.*)»$/su.exec(rest);
  if (claim !== null)
    return {
      kind: claim[2] === "missed" ? "claim-missed" : "claim-invented",
      key,
      event: claim[1]!,
      attribute: claim[3]!,
      value: claim[4]!,
      quote: claim[5]!,
    };
  return { kind: "unknown", told };
}
