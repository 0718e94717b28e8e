// Which reports tell of one incident, for ../shared/eval/clusters.mjs: each report is linked by its main event, or, where reading
// found none, by what the report is: its words, its names, when it was published. Reads the whole file first.
import { fileURLToPath } from "node:url";
import { knowledgeFolder } from "../../src/adapters/files/knowledge-files.js";
import type { Claim } from "../../src/model/claim.js";
import type { Event } from "../../src/model/event.js";
import { dayRange } from "../../src/model/day-range.js";
import type { DocumentRecord } from "../../src/model/record.js";
import { linkIndex } from "../../src/linking/link-index.js";
import { parseLinkingKnowledge } from "../../src/pipeline/linking-knowledge.js";
import { rowReader } from "./reading.js";
import { rowsOf, type Verb } from "./rows.js";

/** A report's news is seldom older; what it dates earlier is what it recalls. */
const NEWS_WITHIN = 10;
const LEAD = 400;

export const clusters: Verb = (input) => {
  const read = rowReader();
  const layers = [knowledgeFolder(fileURLToPath(new URL("../../knowledge", import.meta.url)))];
  const index = linkIndex(parseLinkingKnowledge(layers));
  const ids = new Map<string, string>();
  for (const row of rowsOf(input!)) {
    const record = read(row);
    if (record === null) continue;
    ids.set(record.document.id, row.id);
    index.add({ ...record, events: [mainEvent(record)] });
  }
  index.settle();
  const clusterOf = new Map<string, number>();
  index.groups().forEach((group, cluster) => {
    for (const key of group) clusterOf.set(ids.get(key.split("#")[0]!)!, cluster);
  });
  return (row) => JSON.stringify({ id: row.id, cluster: clusterOf.get(row.id) ?? null });
};

/**
 * The event that most is said of among those that hurt somebody or name a weapon, or else among the news. Reports of crime are one
 * type, and their towns and old dates are read too seldom right to speak against what the words say: both are left out; so is
 * the day where the news is an arrest, for it is the day of that.
 */
export function mainEvent({ document, events }: DocumentRecord): Event {
  const news = events.filter((event) => event.focus === "main");
  const harm = events.filter((event) => event.claims.some((claim) => HARM.has(claim.attribute)));
  const found = (harm.length > 0 ? harm : news.length > 0 ? news : events).toSorted(
    (a, b) => b.claims.length - a.claims.length,
  )[0];
  // A page of which nothing was read may hold nothing but what stands around a report: its title is the report's.
  const lead = document.title ?? document.text.slice(0, LEAD);
  const bare = { type: "Other", focus: "main", place: null } as const;
  if (found === undefined)
    return { id: "e1", ...bare, date: null, quote: lead, start: 0, end: lead.length, claims: [] };
  const [day, published] = [dayRange(found.date), dayRange(document.published)];
  const fresh =
    day !== null &&
    published !== null &&
    published.latest - day.latest <= NEWS_WITHIN &&
    day.earliest <= published.latest;
  const ofArrest = news.some((event) => event.type === "Arrests");
  return { ...found, ...bare, date: fresh && !ofArrest ? found.date : null };
}

const HARM: ReadonlySet<Claim["attribute"]> = new Set<Claim["attribute"]>(["killed", "injured", "weapon"]);
