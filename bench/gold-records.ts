// Gold annotations as document records: what a perfect reading would hand to linking. Reads ../shared (development only).
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sha256Hex } from "../src/base/hash.js";
import type { Claim } from "../src/model/claim.js";
import type { Event, EventType } from "../src/model/event.js";
import type { Place } from "../src/model/place.js";
import type { DocumentRecord } from "../src/model/record.js";
import type { Source } from "../src/model/source.js";

export const SHARED = fileURLToPath(new URL("../../shared", import.meta.url));
export const goldIsHere = existsSync(join(SHARED, "gold"));

/* eslint-disable @typescript-eslint/no-explicit-any */
const first = (v: any): any => (v && typeof v === "object" && "anyOf" in v ? v.anyOf[0] : v);

export interface GoldRecords {
  readonly records: readonly DocumentRecord[];
  /** "document#event" → label of the incident. */
  readonly labels: ReadonlyMap<string, string>;
  /** "label|attribute". */
  readonly disputes: ReadonlySet<string>;
}

export function goldRecords(sets: readonly string[] = ["fakes", "seeds"]): GoldRecords {
  const articles = new Map<string, { outlet: string; title: string | null; text: string }>();
  for (const line of readFileSync(join(SHARED, "data/fakes/articles-dev.ndjson"), "utf8").split("\n")) {
    if (line.trim() === "") continue;
    const row = JSON.parse(line);
    articles.set(row.id, row);
  }
  const records: DocumentRecord[] = [];
  const labels = new Map<string, string>();
  const disputes = new Set<string>();
  for (const set of sets) {
    const dir = join(SHARED, "gold", set);
    for (const file of readdirSync(dir).sort()) {
      if (/^DISPUTES.*\.tsv$/.test(file)) {
        for (const line of readFileSync(join(dir, file), "utf8").split("\n")) {
          const [label, attribute] = line.split(/\s*\|\s*/);
          if (label && attribute && !label.startsWith("#")) disputes.add(`${label}|${attribute.trim()}`);
        }
      }
      if (!file.endsWith(".json")) continue;
      const gold = JSON.parse(readFileSync(join(dir, file), "utf8"));
      const article = articles.get(gold.ref);
      const body = article?.text ?? readFileSync(join(SHARED, gold.ref), "utf8");
      const text = article?.title && !body.startsWith(article.title) ? `${article.title}\n\n${body}` : body;
      const locate = (quote: string) => {
        const start = Math.max(0, text.indexOf(quote));
        return { quote, start, end: start + quote.length };
      };
      const id = `sha256:${sha256Hex(`${gold.ref}\n${text}`)}`;
      const events: Event[] = gold.events.map((e: any): Event => {
        labels.set(`${id}#${e.id}`, e.label);
        const place: Place | null = e.place
          ? { name: first(e.place.name), lat: e.place.lat, lon: e.place.lon, precision: e.place.precision }
          : null;
        return {
          id: e.id,
          type: first(e.type) as EventType,
          focus: e.focus,
          date: first(e.date),
          place: place && typeof place.lat === "number" ? place : null,
          ...locate(e.quote),
          claims: e.claims.map(
            (c: any): Claim =>
              ({
                attribute: c.attribute,
                value: value(c.attribute, first(c.value)),
                stance: first(c.stance),
                sources: (c.sources ?? []).map((s: any): Source => ({ name: first(s.name), kind: s.kind })),
                ...locate(c.quote),
              }) as Claim,
          ),
        };
      });
      const name = first(gold.outlet) ?? article?.outlet;
      records.push({
        schema: "hearsay/document/1",
        document: {
          id,
          ref: gold.ref,
          title: article?.title ?? null,
          byline: null,
          outlet: name ? { name, domain: null } : null,
          agency: [],
          language: "en",
          published: first(gold.published),
          publishedBasis: "text",
          publishedQuote: null,
          url: null,
          text,
          posts: [],
          dropped: [],
        },
        events,
        tallies: [],
        framing: [],
        mentions: [],
        warnings: [],
        reading: { engine: "gold", version: "1", knowledge: "" },
      });
    }
  }
  return { records, labels, disputes };
}

function value(attribute: string, v: any): unknown {
  if (attribute === "killed" || attribute === "injured")
    return { count: first(v.count), who: first(v.who) ?? null };
  if (attribute === "responsibility") return { actor: first(v.actor) ?? null, act: v.act };
  return v;
}

/** The same records with a part of them made worse, as a reading does: without chance, by the hash of each event. */
export function worsened(records: readonly DocumentRecord[]): DocumentRecord[] {
  return records.map((record) => {
    const events: Event[] = [];
    for (const event of record.events) {
      const dice = (salt: string) =>
        parseInt(sha256Hex(`${salt}${record.document.id}#${event.id}`).slice(0, 6), 16) % 100;
      let date = event.date;
      if (dice("date") < 12) date = null;
      else if (dice("shift") < 10 && date !== null && /^\d{4}-\d\d-\d\d$/.test(date))
        date = new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
      const worse: Event = {
        ...event,
        date,
        place: dice("place") < 20 ? null : event.place,
        claims: event.claims.filter((c, i) => dice(`claim${i}${c.attribute}`) >= 40),
      };
      events.push(worse);
      if (dice("split") < 10) {
        const claims = worse.claims.slice(Math.ceil(worse.claims.length / 2));
        const quote = claims[0] ?? event;
        events.push({
          ...worse,
          id: `${event.id}x`,
          claims,
          quote: quote.quote,
          start: quote.start,
          end: quote.end,
        });
      }
    }
    return { ...record, events };
  });
}
