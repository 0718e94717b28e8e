// The events of a document, with their claims: annotate, find casualties and pattern claims, find mentions, assemble, ask who says
// each. Comes in: the layers of earlier stages and, as a function, the attribution of a span. Goes out: Event[] in text order.
// Source: record-format.md, Event and Claim. Knowledge: knowledge/events. Leaves alone: tallies, framing, other documents.
import type { Span } from "../../base/span.js";
import type { ClaimRule } from "../../knowledge/claim-patterns.js";
import type { EventKnowledge } from "../../knowledge/events.js";
import type { Attribute, Claim, ValueOf } from "../../model/claim.js";
import type { DayRange } from "../../model/day-range.js";
import type { Event } from "../../model/event.js";
import type { ReadingLayers } from "../../model/reading-layers.js";
import type { SaidBy } from "../../model/said-by.js";
import type { Source } from "../../model/source.js";
import { annotate, spanOf, type Annotated } from "./annotate.js";
import { assembleEvents, type Happening } from "./assemble-events.js";
import { carriedDay, daysTold, type DayTold } from "./carried-day.js";
import { carriedPlace } from "./carried-place.js";
import { findCasualties } from "./casualties.js";
import type { ClaimDraft } from "./claim-draft.js";
import { draftsOf } from "./event-claims.js";
import { focusOf, newsDay, toldByWeekday } from "./focus.js";
import { findMentions } from "./happening-mention.js";
import type { HappeningMention } from "./mention.js";
import { findPatternClaims, type PatternClaim } from "./pattern-claims.js";
import { findPeopleGroups } from "./people-groups.js";
import { selectClaims } from "./select-claims.js";

export interface EventReadingKnowledge {
  readonly events: EventKnowledge;
  readonly claimRules: readonly ClaimRule[];
}

export function findEvents(layers: ReadingLayers, saidBy: SaidBy, knowledge: EventReadingKnowledge): Event[] {
  const sentences = annotate(layers, knowledge.events);
  const mentions = sentences.flatMap((annotated) => {
    const groups = findPeopleGroups(annotated, knowledge.events, layers.text);
    const drafts = [
      ...findCasualties(annotated, groups, knowledge.events, layers.text),
      ...findPatternClaims(annotated, groups, knowledge.claimRules, knowledge.events.negation),
    ];
    return findMentions(annotated, drafts, knowledge.events);
  });
  const happenings = assembleEvents(mentions, knowledge.events, layers.published);
  const news = newsDay(happenings);
  const byWeekday = toldByWeekday(happenings);
  const days = daysTold(happenings, news);
  return happenings
    .map((happening) => ({ happening, quote: bestQuote(happening) }))
    .sort((a, b) => a.quote.start - b.quote.start || a.quote.end - b.quote.end)
    .map(({ happening, quote }, index) =>
      eventOf(
        `e${index + 1}`,
        happening,
        quote,
        news,
        byWeekday,
        days,
        sentences,
        layers,
        saidBy,
        knowledge.events,
      ),
    );
}

function eventOf(
  id: string,
  happening: Happening,
  quote: Span,
  news: DayRange | null,
  byWeekday: boolean,
  days: readonly DayTold[],
  sentences: readonly Annotated[],
  layers: ReadingLayers,
  saidBy: SaidBy,
  knowledge: EventKnowledge,
): Event {
  const focus = focusOf(happening, layers, news, byWeekday);
  const own = happening.date ?? happening.toldOn;
  const carried =
    own === null && happening.year === null && focus.focus === "main" && !happening.mentions[0]!.earlier
      ? carriedDay(happening, days)
      : null;
  const elsewhere = carriedPlace(happening, sentences, knowledge);
  return {
    id,
    type: happening.type!,
    focus: focus.focus,
    date: own ?? carried?.date ?? yearOf(happening, focus.focus, layers.published),
    place: elsewhere?.place ?? happening.place,
    quote: layers.text.slice(quote.start, quote.end),
    start: quote.start,
    end: quote.end,
    claims: selectClaims(
      happening.mentions.map((mention) => ({
        title: mention.annotated.sentence.role === "title",
        claims: claimsOf(mention, layers, saidBy, knowledge),
      })),
    ),
    derivation: [
      ...happening.steps,
      focus.step,
      ...(carried === null ? [] : [carried.step]),
      ...(elsewhere === null ? [] : [elsewhere.step]),
    ],
  };
}

/** A year alone dates what is recalled; the news of another year is told by its day. */
function yearOf({ year }: Happening, focus: Event["focus"], published: string | null): string | null {
  return focus === "main" && published !== null && !published.startsWith(year ?? "") ? null : year;
}

function claimsOf(
  mention: HappeningMention,
  layers: ReadingLayers,
  saidBy: SaidBy,
  knowledge: EventKnowledge,
): Claim[] {
  const claims = new Map<string, Claim>();
  const bodies = bodiesOf(layers);
  for (const draft of draftsOf(mention, layers.text, knowledge)) {
    const span = spanOf(mention.annotated, draft.from, draft.to);
    const said = saidBy(span);
    const value = valueOf(draft, said);
    if (value === undefined) continue;
    let claim = {
      attribute: draft.attribute,
      value: forTheBody(value, draft.attribute, bodies),
      stance: draft.stance ?? said.stance,
      sources: sourcesOf(draft, value, said.sources),
      quote: layers.text.slice(span.start, span.end),
      start: span.start,
      end: span.end,
      derivation: [draft.step, ...said.derivation],
    } as Claim;
    if (claim.attribute === "responsibility" && claim.value.act === "denied")
      claim = { ...claim, stance: "asserted" };
    if (claim.stance === "denied" && draft.attribute !== "occurrence" && deniesPart(mention)) continue;
    const key = `${claim.attribute} ${JSON.stringify(claim.value)} ${claim.start} ${claim.end}`;
    if (claims.has(key)) continue;
    claims.set(key, claim);
    const owned = ownedBy(claim);
    if (owned !== null) claims.set(`${key} owned`, owned);
    said.alongside.forEach((sources, k) => claims.set(`${key} ${k}`, { ...claim, sources }));
  }
  return [...claims.values()];
}

/** By a person's name, the body that he or she speaks for. */
function bodiesOf({ actors }: ReadingLayers): ReadonlyMap<string, string> {
  return new Map(
    actors.flatMap(({ name, speaksFor }): [string, string][] =>
      speaksFor === null ? [] : [[name, speaksFor]],
    ),
  );
}

/** A spokesman claims or denies responsibility for his body: "army spokesman Ola Berg said they carried it out". */
function forTheBody(
  value: ValueOf[Attribute],
  attribute: Attribute,
  bodies: ReadonlyMap<string, string>,
): ValueOf[Attribute] {
  if (attribute !== "responsibility") return value;
  const claimed = value as ValueOf["responsibility"];
  const body = claimed.actor === null ? undefined : bodies.get(claimed.actor);
  return body === undefined ? value : { ...claimed, actor: body };
}

/** Who denies a part in it leaves where and when it was as told: "denied carrying out the raid on the mill". */
function deniesPart(mention: HappeningMention): boolean {
  return mention.drafts.some((d) => d.attribute === "responsibility" && d.value.act === "denied");
}

/** Who claims responsibility says who did it. */
function ownedBy(claim: Claim): Claim | null {
  if (claim.attribute !== "responsibility" || claim.value.act !== "claimed" || claim.value.actor === null)
    return null;
  return { ...claim, attribute: "perpetrator", value: claim.value.actor };
}

/** Who claims or denies responsibility is the source of that. */
function sourcesOf(
  draft: ClaimDraft | PatternClaim,
  value: unknown,
  said: readonly Source[],
): readonly Source[] {
  if (draft.step.rule === "none" || draft.step.rule === "damage/none")
    return said.filter((source) => source.kind !== "unspecified");
  if (draft.attribute !== "responsibility" || !("actorKind" in draft) || draft.actorKind === null)
    return said;
  const { actor } = value as ValueOf["responsibility"];
  // "The Vanguard rebel group denied it": the source's name may hold the actor's.
  if (actor === null || said.some((source) => ` ${source.name} `.includes(` ${actor} `))) return said;
  return [{ name: actor, kind: draft.actorKind }, ...said];
}

/** Where a pattern's actor is whoever speaks, the source's name; undefined where nobody is named. */
function valueOf(
  draft: ClaimDraft | PatternClaim,
  { sources, derivation }: ReturnType<SaidBy>,
): ValueOf[Attribute] | undefined {
  if (!("actorSpeaks" in draft) || draft.attribute !== "responsibility") return draft.value;
  const speaker = sources[0];
  // "The rebel group denied it": the body that the attribution takes it for.
  const takenUp =
    draft.actorDescribed &&
    speaker?.kind === draft.actorKind &&
    derivation.some(({ rule }) => rule === "attribution/taken-up");
  if (!draft.actorSpeaks && !takenUp) return draft.value;
  return speaker === undefined ? undefined : { ...draft.value, actor: speaker.name };
}

/** The stretch that reports the happening best: the one with most of who, where and when; the earliest of equals. */
function bestQuote(happening: Happening): Span {
  let best: HappeningMention | null = null;
  let most = -1;
  for (const mention of happening.mentions) {
    const told =
      Math.min(mention.drafts.length, 3) +
      (mention.places.length > 0 ? 1 : 0) +
      (mention.times.length > 0 ? 1 : 0) +
      (mention.roles.perpetrators.length > 0 ? 1 : 0);
    if (told > most) [best, most] = [mention, told];
  }
  const { annotated, to } = best!;
  let { from } = best!;
  while (from < to - 1 && annotated.tokens[from]!.tag === "PUNCT") from++;
  return spanOf(annotated, from, to);
}
