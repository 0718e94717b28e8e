// The legend and the keys, one key away (?) on every page: what each shape means, and how to move.
import type { Ref } from "react";
import { STATUS_ORDER, STATUS_WORDS } from "../words/labels.js";
import { StatusMark } from "./status-mark.js";

export const KEYS: readonly { readonly keys: readonly string[]; readonly act: string }[] = [
  { keys: ["/"], act: "Search" },
  { keys: ["?"], act: "This legend" },
  { keys: ["←", "↑", "→", "↓"], act: "Walk the matrix; move the timeline’s edges; pan the map" },
  { keys: ["Home", "End"], act: "First and last cell of a row" },
  { keys: ["Enter"], act: "Open the document at the words of this cell; open a disputed row’s reasons" },
  { keys: ["+", "−", "0"], act: "On the map: nearer, farther, all places" },
  { keys: ["m", "s"], act: "On an incident: the same as another; split accounts off" },
  { keys: ["u"], act: "Undo the decision made last, while it is shown" },
  { keys: ["Esc"], act: "Close, or give up a drawing" },
];

export function StatusMeanings() {
  return (
    <dl className="meanings">
      {STATUS_ORDER.map((status) => (
        <div key={status}>
          <dt>
            <StatusMark status={status} />
          </dt>
          <dd>{STATUS_WORDS[status].meaning}</dd>
        </div>
      ))}
    </dl>
  );
}

export function KeyList() {
  return (
    <dl className="meanings">
      {KEYS.map(({ keys, act }) => (
        <div key={act}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{act}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Legend({ ref }: { readonly ref: Ref<HTMLDialogElement> }) {
  return (
    <dialog ref={ref} className="legend" aria-labelledby="legend-title">
      <form method="dialog">
        <h2 id="legend-title">Legend and keys</h2>
        <StatusMeanings />
        <p className="small muted">
          An origin is an independent source: copies, translations and stories from one agency, official or
          monitor count once. An empty cell is silence. Hearsay never says who is right.
        </p>
        <KeyList />
        <button type="submit" className="button">
          Close
        </button>
      </form>
    </dialog>
  );
}
