// The tallies of a collection: each claimed number as a line, beside what the record holds under the same rule. In: records,
// incidents, and the measures that knowledge gives. Out: plain data. Sums and verdicts are left to nobody.
import { byCodeUnits } from "../../base/order.js";
import type { TallyLineView, TallyListView } from "../../contract/views.js";
import { againstRecord, type TallyMeasures, type TallyRecord } from "../../linking/tally-record.js";
import type { Incident } from "../../model/incident.js";
import type { DocumentRecord } from "../../model/record.js";
import { outletOf } from "./incident-row.js";

export function tallyList(
  records: Iterable<DocumentRecord>,
  incidents: readonly Incident[],
  measures: TallyMeasures,
): TallyListView {
  const byId = new Map(incidents.map((incident) => [incident.id, incident]));
  const tallies = [...records].flatMap((record) =>
    record.tallies.map((tally): TallyLineView => {
      const { published } = record.document;
      const found = againstRecord(tally, published, incidents, measures);
      return {
        ...tally,
        document: record.document.id,
        outlet: outletOf(record),
        published,
        record: found === null ? null : recordView(found, byId),
      };
    }),
  );
  return {
    tallies: tallies.sort(
      (a, b) =>
        byCodeUnits(a.what, b.what) ||
        byCodeUnits(a.place ?? "~", b.place ?? "~") ||
        byCodeUnits(a.published ?? "~", b.published ?? "~") ||
        byCodeUnits(a.document, b.document) ||
        a.start - b.start,
    ),
  };
}

function recordView(
  found: TallyRecord,
  byId: ReadonlyMap<string, Incident>,
): NonNullable<TallyLineView["record"]> {
  const face = (id: string) => {
    const { title, date } = byId.get(id)!;
    return { id, title, date };
  };
  return {
    within: found.within.map(face),
    near: found.near.map(({ incident, fails, days }) => ({ ...face(incident), fails, days })),
    undecided: found.undecided.map(({ incident, unknown }) => ({ ...face(incident), unknown })),
    untested: found.untested,
  };
}
