// When two events happened and were reported, as features of the pair: days between them, how long what is told loosely may have
// taken, how their reports lie to each other. In: coded events. Out: feature sources, and one number for both of them that pairs
// with the same days between have in common. Leaves alone: what days in between speak for (levels.yaml).
import { AT, HAS, NONE, ROW, type CodedEvents } from "./coded-events.js";
import type { FeatureSource, Mark } from "./feature-source.js";

/** Days that are told apart one by one in numbers of pairs; from there on a pair has no number. */
const NEAR = 64;
/** Numbers for the gap between two reports, and for how a dated event lies to a report. */
const GAPS = NEAR + 1;
const AHEAD = 4 * NEAR + 1;
/** Both dated; neither; one. */
const NEITHER = 4 * NEAR * NEAR;
const ONE = NEITHER + 2 * 2 * GAPS;

/** What dates and publication of a pair follow from. */
export function timingMark(events: CodedEvents): Mark {
  return {
    size: ONE + 2 * GAPS * AHEAD,
    of(a, b) {
      const { rows } = events;
      const [x, y] = [a * ROW, b * ROW];
      const both = rows[x + AT.has]! & rows[y + AT.has]!;
      const sole = (both & HAS.sole) === 0 ? 0 : 1;
      const [first, second] = [rows[x + AT.earliest]!, rows[y + AT.earliest]!];
      if (first !== NONE && second !== NONE) {
        const [last, lastOther] = [rows[x + AT.latest]!, rows[y + AT.latest]!];
        const days = Math.max(0, second - last, first - lastOther);
        const span = Math.max(lastOther - second, last - first) + 1;
        const news = (both & HAS.fresh) === 0 ? 0 : 2;
        return days < NEAR && span < NEAR ? ((days * NEAR + span) << 2) + news + sole : -1;
      }
      const between = publishedGap(events, a, b);
      if (between >= NEAR) return -1;
      // 0 where it is unknown.
      const gap = 2 * (between >= 0 ? between + 1 : 0) + sole;
      if (first === NONE && second === NONE) return NEITHER + 2 * gap + ((both & HAS.focus) === 0 ? 0 : 1);
      const [dated, dateless] = first === NONE ? [b, a] : [a, b];
      const lies = ahead(events, dated, dateless);
      if (Math.abs(lies) >= NEAR) return -1;
      const focus = (rows[dateless * ROW + AT.has]! & HAS.focus) === 0 ? 0 : 1;
      const at = Number.isNaN(lies) ? 0 : 1 + 2 * (lies + NEAR) + focus;
      return ONE + at * 2 * GAPS + gap;
    },
  };
}

export function dateSource(events: CodedEvents, mark: Mark): FeatureSource {
  const { earliest, latest, has } = events;
  return {
    names: ["gap", "longest", "ahead", "unfocused", "bulletins", "news", "whole"],
    mark,
    fill(a, b, out) {
      out.fill(NaN, 0, 6);
      // Of two reports of one piece of news each the days of publication are compared too.
      out[6] = (has[a]! & has[b]! & HAS.sole) === 0 ? 0 : 1;
      const [x, y] = [earliest[a] !== NONE, earliest[b] !== NONE];
      if (x && y) {
        out[0] = Math.max(0, earliest[b]! - latest[a]!, earliest[a]! - latest[b]!);
        out[1] = Math.max(latest[a]! - earliest[a]!, latest[b]! - earliest[b]!) + 1;
        out[5] = (has[a]! & has[b]! & HAS.fresh) === 0 ? 0 : 1;
      } else if (!x && !y) {
        // Between two reports of several pieces of news, of which each tells its event as news and gives it no day.
        const both = has[a]! & has[b]!;
        const news = (both & HAS.focus) !== 0 && (both & HAS.sole) === 0;
        if (news) out[4] = publishedGap(events, a, b);
      } else {
        const [dated, dateless] = x ? [a, b] : [b, a];
        out[2] = ahead(events, dated, dateless);
        if (!Number.isNaN(out[2])) out[3] = (has[dateless]! & HAS.focus) === 0 ? 1 : 0;
      }
    },
  };
}

export function publishedSource(events: CodedEvents, mark: Mark): FeatureSource {
  const { earliest, has } = events;
  return {
    names: ["gap", "news"],
    mark,
    fill(a, b, out) {
      // Where both events have a date, that speaks.
      const dated = earliest[a] !== NONE && earliest[b] !== NONE;
      out[0] = dated ? NaN : publishedGap(events, a, b);
      out[1] = (has[a]! & has[b]! & HAS.sole) === 0 ? 0 : 1;
    },
  };
}

/** How many days the dated event lies after the other's report was published; negative before; NaN where that is unknown. */
function ahead({ rows }: CodedEvents, dated: number, dateless: number): number {
  const [x, y] = [dated * ROW, dateless * ROW];
  const first = rows[y + AT.publishedFirst]!;
  if (first === NONE) return NaN;
  const latest = rows[x + AT.latest]!;
  return latest < first ? latest - first : Math.max(0, rows[x + AT.earliest]! - rows[y + AT.publishedLast]!);
}

/** Days between the publication of the reports of two events; NaN where one tells none. */
function publishedGap({ rows }: CodedEvents, a: number, b: number): number {
  const [x, y] = [a * ROW, b * ROW];
  const [first, second] = [rows[x + AT.publishedFirst]!, rows[y + AT.publishedFirst]!];
  if (first === NONE || second === NONE) return NaN;
  return Math.max(0, second - rows[x + AT.publishedLast]!, first - rows[y + AT.publishedLast]!);
}
