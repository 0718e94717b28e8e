// Figures that are no ground for a dispute, by what stands beside them in their own report: earlier ones of a toll that has grown,
// totals that the report adds up from what it tells one by one, figures of another place, strays. In: what origins say of one
// attribute. Out: those that stand against nobody. Knowledge: `superseded` and tolerances in knowledge/comparison/values.yaml.
// Leaves alone: what the words of a figure themselves say (no-total.ts).
import type { ValueKnowledge } from "../knowledge/comparison.js";
import type { Claim } from "../model/claim.js";
import type { DayRange } from "../model/day-range.js";
import type { DocumentRecord } from "../model/record.js";
import { countRelation } from "./count-relation.js";
import { supersededBy } from "./no-total.js";
import { sentenceRange, type PlacedClaim } from "./placed-claim.js";
import { countOf, groupOf, shareOf, TOTALS } from "./position.js";
import { FIGURES, oneReport, type Said } from "./said.js";

export function setAside(said: readonly Said[], values: ValueKnowledge): ReadonlySet<Said> {
  const figures = said.filter((one) => FIGURES.has(one.told.attribute) && one.told.stance === "asserted");
  if (figures.length < 2) return new Set();
  return new Set([
    ...supersededFigures(figures, values),
    ...sumsAndParts(figures, values),
    ...toldOfElsewhere(figures, values),
  ]);
}

function apart(a: Said, b: Said, values: ValueKnowledge): boolean {
  return countRelation(countOf(a.told)!, countOf(b.told)!, values.tolerance).kind === "conflict";
}

/**
 * Figures of a report that are far from each of its other figures for the same people count something else, it is not told
 * what. Such a figure stands for the incident only where another report has it too.
 */
export function strayFigures(said: readonly Said[], values: ValueKnowledge): ReadonlySet<Said> {
  const stray = new Set<Said>();
  const figures = said.filter((one) => FIGURES.has(one.told.attribute) && one.told.stance !== "denied");
  const group = new Map(figures.map((one) => [one, groupOf(one.told, values)]));
  for (const one of figures) {
    const alike = figures.filter((o) => o !== one && group.get(o) === group.get(one));
    const beside = alike.filter((o) => oneReport(o, one) && shareOf(o.told, one.told) < 1);
    if (beside.length === 0) continue;
    if (beside.some((o) => shareOf(o.told, one.told) >= values.tolerance.oneReport)) continue;
    const told = alike.some((o) => !oneReport(o, one) && !apart(o, one, values));
    if (!told) stray.add(one);
  }
  return stray;
}

/** Everybody, and civilians: reports count these now in one word and now in the other. */
function sameGroup(a: Said, b: Said, values: ValueKnowledge): boolean {
  const [x, y] = [groupOf(a.told, values), groupOf(b.told, values)];
  return x === y || (TOTALS.includes(x) && TOTALS.includes(y));
}

/**
 * Figures that a report tells as earlier ones, beside what they have become; and the same figures in reports that are no later.
 */
function supersededFigures(figures: readonly Said[], values: ValueKnowledge): Said[] {
  return figures
    .filter(
      (one) =>
        supersededBy(one.told, values) !== null &&
        figures.some(
          (o) =>
            oneReport(o, one) &&
            sameGroup(o, one, values) &&
            apart(o, one, values) &&
            supersededBy(o.told, values) === null,
        ),
    )
    .flatMap((one) =>
      figures.filter((o) => o.value === one.value && (one.published === null || !isLater(o, one.published))),
    );
}

function isLater({ published }: Said, day: DayRange): boolean {
  return published !== null && published.earliest > day.latest;
}

/**
 * Figures in a sentence of a total, in the report's own voice, that two or more figures of the same report add up to, and in those of
 * what it adds up: the report tells more than one attack here, and neither the total nor a part is sure to be of this one.
 */
function sumsAndParts(figures: readonly Said[], values: ValueKnowledge): Said[] {
  const added = new Map<DocumentRecord, ReadonlySet<number>>();
  return figures.filter((one) => {
    const { record, claim } = one.placed;
    if (!TOTALS.includes(groupOf(one.told, values))) return false;
    if (!figures.some((o) => oneReport(o, one) && apart(o, one, values))) return false;
    const sentences = added.get(record) ?? addedSentences(record, values);
    added.set(record, sentences);
    return sentences.has(sentenceRange(record.document.text, claim.start, claim.end).start);
  });
}

/** Where the sentences begin that tell such a total or what it is made of. */
function addedSentences({ document, events }: DocumentRecord, values: ValueKnowledge): Set<number> {
  const found = new Set<number>();
  const claims = events.flatMap((event) => event.claims);
  const sentenceOf = (claim: Claim) => sentenceRange(document.text, claim.start, claim.end).start;
  for (const attribute of ["killed", "injured"]) {
    const figures = claims.filter(
      (claim) =>
        claim.attribute === attribute &&
        claim.stance === "asserted" &&
        exactFigure(claim) > 0 &&
        TOTALS.includes(groupOf(claim, values)),
    );
    if (figures.length > MOST_FIGURES) continue;
    for (const total of figures) {
      if (total.sources.length > 0 || exactFigure(total) < SUM) continue;
      const smaller = figures.filter((claim) => exactFigure(claim) < exactFigure(total));
      const parts = [...new Map(smaller.map((claim) => [claim.start, claim])).values()];
      const made = addends(exactFigure(total), parts.map(exactFigure), 0);
      for (const i of made ?? []) found.add(sentenceOf(parts[i]!)).add(sentenceOf(total));
    }
  }
  return found;
}

/** In a report of more figures than this too many of them add up to others. */
const MOST_FIGURES = 40;
/** Smaller totals come about by chance. */
const SUM = 3;

/** Which of the figures, two or more, add up to so many. */
function addends(rest: number, figures: readonly number[], taken: number, from = 0): number[] | null {
  if (rest === 0) return taken > 1 ? [] : null;
  if (taken === MOST_PARTS) return null;
  for (let i = from; i < figures.length; i++) {
    if (figures[i]! > rest) continue;
    const others = addends(rest - figures[i]!, figures, taken + 1, i + 1);
    if (others !== null) return [i, ...others];
  }
  return null;
}

/** More parts than this add up to anything. */
const MOST_PARTS = 3;

/** 0 where it is no exact figure of people. */
function exactFigure(claim: Claim): number {
  if (claim.attribute !== "killed" && claim.attribute !== "injured") return 0;
  const { min, max, approx } = claim.value.count;
  return min !== undefined && min === max && approx !== true ? min : 0;
}

/**
 * Figures in a sentence that names places, but not that of their event, where the report has another figure for it in a sentence
 * that does name it.
 */
function toldOfElsewhere(figures: readonly Said[], values: ValueKnowledge): Said[] {
  const naming = new Map(figures.map((one) => [one, namesItsPlace(one.placed)]));
  return figures.filter(
    (one) =>
      naming.get(one) === false &&
      figures.some(
        (o) =>
          naming.get(o) === true &&
          oneReport(o, one) &&
          o.placed.ref.event === one.placed.ref.event &&
          sameGroup(o, one, values) &&
          apart(o, one, values),
      ),
  );
}

/** Whether its sentence names the place of its event, or only others; null where it names none. */
function namesItsPlace({ claim, profile: { event }, record }: PlacedClaim): boolean | null {
  const { place } = event;
  if (place === null) return null;
  const { start, end } = sentenceRange(record.document.text, claim.start, claim.end);
  const named = record.mentions.filter(
    (m) => m.kind === "place" && m.value !== null && m.start >= start && m.end <= end,
  );
  if (named.length === 0) return null;
  return named.some((m) => m.value === place.id || m.label === place.name);
}
