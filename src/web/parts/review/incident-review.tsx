// The decisions that can be made on an incident, each in its dialog: same as another, not the same as another, some of its
// accounts split off, two of its accounts not the same. After deciding the page follows the first event concerned.
import { useState } from "react";
import type { IncidentView } from "../../../contract/views.js";
import { eventKey } from "../../data/decide.js";
import { plural } from "../words/labels.js";
import { DecisionDialog } from "./decision-dialog.js";
import { FindIncident } from "./find-incident.js";

export type ReviewAct =
  | { readonly kind: "same" | "not-same" | "split" }
  | { readonly kind: "pair"; readonly pair: readonly [string, string] };

export function IncidentReview({
  view,
  act,
  chosen,
  close,
}: {
  readonly view: IncidentView;
  readonly act: ReviewAct;
  /** Keys of the chosen events. */
  readonly chosen: ReadonlySet<string>;
  readonly close: () => void;
}) {
  const [other, setOther] = useState<string | null>(null);
  const first = view.accounts[0];
  const follow = first === undefined ? "" : eventKey(first);
  switch (act.kind) {
    case "same":
      return (
        <DecisionDialog
          kind="same"
          title="Same as another incident"
          meaning="Both become one incident, whatever the weights say. All accounts stay as they are."
          act="Make them one"
          subjects={other === null ? null : [view.row.id, other]}
          follow={follow}
          close={close}
        >
          <FindIncident row={view.row} chosen={other} choose={setOther} />
        </DecisionDialog>
      );
    case "not-same":
      return (
        <DecisionDialog
          kind="not-same"
          title="Not the same as another incident"
          meaning="The two are kept apart, also when more reports arrive that would link them."
          act="Keep them apart"
          subjects={other === null ? null : [view.row.id, other]}
          follow={follow}
          close={close}
        >
          <FindIncident row={view.row} chosen={other} choose={setOther} />
        </DecisionDialog>
      );
    case "split":
      return (
        <DecisionDialog
          kind="split"
          title="Split off as another incident"
          meaning={`${plural(chosen.size, "account")} of ${eventsOf(view).size} will tell of another incident and stay apart from the rest.`}
          act="Split off"
          subjects={[...chosen]}
          follow={[...chosen][0] ?? follow}
          close={close}
        >
          <Quotes view={view} keys={[...chosen]} />
        </DecisionDialog>
      );
    case "pair":
      return (
        <DecisionDialog
          kind="not-same"
          title="These two are not the same"
          meaning="The two accounts are kept in different incidents. The others go with the one they fit better."
          act="Keep them apart"
          subjects={act.pair}
          follow={act.pair[0]}
          close={close}
        >
          <Quotes view={view} keys={act.pair} />
        </DecisionDialog>
      );
  }
}

function Quotes({ view, keys }: { readonly view: IncidentView; readonly keys: readonly string[] }) {
  const told = keys.flatMap((key) => view.accounts.find((account) => eventKey(account) === key) ?? []);
  return (
    <ul className="decided-quotes">
      {told.map((account) => (
        <li key={eventKey(account)}>
          <span className="serif">{account.quote}</span> <span className="small muted">{account.outlet}</span>
        </li>
      ))}
    </ul>
  );
}

/** The events of the accounts: one account may stand under several origins, and counts once. */
export function eventsOf(view: IncidentView): ReadonlySet<string> {
  return new Set(view.accounts.map(eventKey));
}
