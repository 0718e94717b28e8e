// A log of decisions over the fixture incidents: one of each kind, one of them undone, one of an event that is no longer read.
import type { DecidedEvent, DecisionListView } from "../../src/contract/decisions.js";
import { INCIDENTS } from "./fixture-incidents.js";

const [calder, quay] = INCIDENTS.map((view) =>
  view.accounts.map((account): DecidedEvent => ({
    id: `${account.document}#${account.event}`,
    document: account.document,
    event: account.event,
    outlet: account.outlet,
    quote: account.quote,
    incident: view.row.id,
  })),
) as [DecidedEvent[], DecidedEvent[]];

type Line = DecisionListView["decisions"][number];
const line = (
  id: number,
  kind: string,
  subjects: readonly DecidedEvent[],
  more: Partial<Line> = {},
): Line => ({
  id,
  kind,
  subjects,
  from: [],
  reason: null,
  by: null,
  at: `2032-04-0${id}T09:1${id}:00.000Z`,
  undoes: null,
  undone: false,
  ...more,
});

export const DECISIONS: readonly Line[] = [
  line(4, "not-same", [calder[0]!, { ...quay[0]!, quote: null, incident: null }], { by: "R. Calloway" }),
  line(3, "undo", [calder[1]!], { undoes: 2, by: "R. Calloway" }),
  line(2, "split", [calder[1]!], {
    from: calder.filter((_, index) => index !== 1),
    reason: "It tells of the second volley.",
    by: "M. Oduya",
    undone: true,
  }),
  line(1, "same", [calder[0]!, calder[2]!], { reason: "One volley, told by two dates." }),
];
