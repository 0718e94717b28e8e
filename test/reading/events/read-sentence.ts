// One sentence, or a short report, read by the real stages with the knowledge that ships, for tests of the events room; and that
// knowledge with one of its files changed. The tables are parsed once; only the events' own rules are parsed again for a change.
import { parse, stringify } from "yaml";
import { parseClaimRules } from "../../../src/knowledge/claim-patterns.js";
import { parseEventKnowledge } from "../../../src/knowledge/events.js";
import type { KnowledgeLayers } from "../../../src/knowledge/layers.js";
import type { Attribute, Claim } from "../../../src/model/claim.js";
import type { Event } from "../../../src/model/event.js";
import type { ReadingLayers } from "../../../src/model/reading-layers.js";
import type { DocumentRecord } from "../../../src/model/record.js";
import { readDocument, readLayers } from "../../../src/pipeline/read-document.js";
import { annotate, type Annotated } from "../../../src/reading/events/annotate.js";
import { findCasualties } from "../../../src/reading/events/casualties.js";
import type { ClaimDraft } from "../../../src/reading/events/claim-draft.js";
import { findMentions } from "../../../src/reading/events/happening-mention.js";
import type { HappeningMention } from "../../../src/reading/events/mention.js";
import { findPatternClaims } from "../../../src/reading/events/pattern-claims.js";
import { findPeopleGroups, type PeopleGroup } from "../../../src/reading/events/people-groups.js";
import type { EventReadingKnowledge } from "../../../src/reading/events/find-events.js";
import { knowledgeBase } from "../../knowledge-base.js";
import { bytesOf, madeCapture, STAMP } from "../../made.js";
import { knowledge as shipped, layersOf } from "../sample-layers.js";

export { shipped };

const known = new Map<string, ReadingLayers>();

/** The layers of a sentence up to the events room, read once for each sentence. */
function layersBefore(sentence: string): ReadingLayers {
  const found = known.get(sentence) ?? layersOf(sentence);
  known.set(sentence, found);
  return found;
}

export interface ReadSentence {
  readonly annotated: readonly Annotated[];
  readonly groups: readonly PeopleGroup[];
  readonly casualties: readonly ClaimDraft[];
  readonly patterns: readonly ClaimDraft[];
  readonly mentions: readonly HappeningMention[];
}

export function readSentence(sentence: string, knowledge: EventReadingKnowledge = shipped): ReadSentence {
  const layers = layersBefore(sentence);
  const annotated = annotate(layers, knowledge.events);
  const groups = annotated.map((one) => findPeopleGroups(one, knowledge.events, layers.text));
  const casualties = annotated.map((one, i) =>
    findCasualties(one, groups[i]!, knowledge.events, layers.text),
  );
  const patterns = annotated.map((one, i) =>
    findPatternClaims(one, groups[i]!, knowledge.claimRules, knowledge.events.negation),
  );
  return {
    annotated,
    groups: groups.flat(),
    casualties: casualties.flat(),
    patterns: patterns.flat(),
    mentions: annotated.flatMap((one, i) =>
      findMentions(one, [...casualties[i]!, ...patterns[i]!], knowledge.events),
    ),
  };
}

export interface ReportText {
  readonly title?: string;
  readonly text: string;
  readonly published?: string | null;
}

/** A whole report as a row of a table, from bytes to record. */
export function readReport(report: string | ReportText): DocumentRecord {
  const { title, text, published = "2031-05-02" } = typeof report === "string" ? { text: report } : report;
  const row = JSON.stringify({ title, text, published: published ?? undefined });
  const read = readDocument(madeCapture(row, "made", { form: "ndjson-row" }), bytesOf(row), shipped, STAMP);
  if (!read.ok) throw new Error(`${read.problem.code}: ${text}`);
  return read.value;
}

/** The mentions of a whole report, in order. */
export function mentionsIn(report: string | ReportText): readonly HappeningMention[] {
  const { layers } = readLayers(readReport(report).document, shipped);
  return annotate(layers, shipped.events).flatMap((one) => {
    const groups = findPeopleGroups(one, shipped.events, layers.text);
    return findMentions(
      one,
      [
        ...findCasualties(one, groups, shipped.events, layers.text),
        ...findPatternClaims(one, groups, shipped.claimRules, shipped.events.negation),
      ],
      shipped.events,
    );
  });
}

export function eventsOf(report: string | ReportText): readonly Event[] {
  return readReport(report).events;
}

/** All claims of one attribute, over all events, in order. */
export function claimsOf<A extends Attribute>(
  report: string | ReportText,
  attribute: A,
): readonly Extract<Claim, { attribute: A }>[] {
  return eventsOf(report)
    .flatMap((event) => event.claims)
    .filter((claim): claim is Extract<Claim, { attribute: A }> => claim.attribute === attribute);
}

export function valuesOf<A extends Attribute>(report: string | ReportText, attribute: A): readonly unknown[] {
  return claimsOf(report, attribute).map((claim) => claim.value);
}

/** The shipped layers with one file under knowledge/ changed. */
export function changed(path: string, change: (file: Record<string, unknown>) => unknown): KnowledgeLayers {
  return knowledgeBase.map((layer) => ({
    list: (prefix) => layer.list(prefix),
    bytes: (at) => layer.bytes(at),
    text: (at) => {
      const text = layer.text(at);
      return at === path && text !== null ? stringify(change(parse(text) as Record<string, unknown>)) : text;
    },
  }));
}

/** What the events room knows when a file is changed. */
export function knowing(
  path: string,
  change: (file: Record<string, unknown>) => unknown,
): EventReadingKnowledge {
  const layers = changed(path, change);
  return { events: parseEventKnowledge(layers), claimRules: parseClaimRules(layers) };
}

/** The events' knowledge without one rule of a list. */
export function without(path: string, list: string, id: string): EventReadingKnowledge {
  return knowing(path, (file) => ({
    ...file,
    [list]: (file[list] as { id: string }[]).filter((rule) => rule.id !== id),
  }));
}
