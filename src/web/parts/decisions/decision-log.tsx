// The lines of the log. The events are links with their words, to the incident they are in now, else to their document.
import { useState } from "react";
import type { DecidedEvent, DecisionListView } from "../../../contract/decisions.js";
import { useDecide, undoing } from "../../data/decide.js";
import { documentPath, incidentPath } from "../../data/paths.js";
import { DecisionProblem } from "../review/decision-problem.js";
import { Link } from "../shell/link.js";
import { DECISION_WORDS, momentWords } from "../words/decision-words.js";
import { plural, shortHash } from "../words/labels.js";
import { undoneBy } from "./undone-by.js";

type Decision = DecisionListView["decisions"][number];
const FIRST = 3;

export function DecisionLog({ decisions }: { readonly decisions: readonly Decision[] }) {
  const undone = undoneBy(decisions);
  return (
    <ol className="decision-log">
      {decisions.map((decision) => (
        <Line key={decision.id} decision={decision} undoneBy={undone.get(decision.id) ?? null} />
      ))}
    </ol>
  );
}

function Line({ decision, undoneBy: by }: { readonly decision: Decision; readonly undoneBy: number | null }) {
  const deciding = useDecide();
  const undoable = decision.undoes === null && !decision.undone;
  const kind = DECISION_WORDS[decision.kind] ?? decision.kind;
  return (
    <li id={`d${decision.id}`} className="decision" data-undone={decision.undone ? "" : undefined}>
      <span className="decision-number figures muted">{decision.id}</span>
      <div className="decision-what">
        <h2>
          {decision.undone ? <s>{kind}</s> : kind}
          {decision.undoes === null ? null : (
            <>
              : <a href={`#d${decision.undoes}`}>decision {decision.undoes}</a>
            </>
          )}
          {by === null ? null : (
            <span className="small muted">
              {" "}
              undone by <a href={`#d${by}`}>{by}</a>
            </span>
          )}
        </h2>
        <p className="small muted figures">
          {momentWords(decision.at)}
          <span className="dot" />
          {decision.by ?? "nobody named"}
        </p>
        {decision.reason === null ? null : <p className="decision-reason">“{decision.reason}”</p>}
      </div>
      {decision.undoes === null ? (
        <div className="decision-events">
          <Events events={decision.subjects} />
          {decision.from.length === 0 ? null : (
            <>
              <p className="small muted decision-from">apart from</p>
              <Events events={decision.from} />
            </>
          )}
        </div>
      ) : null}
      <div className="decision-undo">
        {undoable ? (
          <button
            type="button"
            className="quiet"
            aria-label={`Undo decision ${decision.id}: ${kind}`}
            disabled={deciding.isPending}
            onClick={() => deciding.mutate(undoing(decision.id, null))}
          >
            {deciding.isPending ? "Undoing…" : "Undo"}
          </button>
        ) : null}
      </div>
      {deciding.error === null ? null : <DecisionProblem failure={deciding.error} />}
    </li>
  );
}

function Events({ events }: { readonly events: readonly DecidedEvent[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? events : events.slice(0, FIRST);
  return (
    <ul className="decided-quotes">
      {shown.map((event) => (
        <li key={event.id}>
          <Link
            to={event.incident === null ? documentPath(event.document) : incidentPath(event.incident)}
            className={event.quote === null ? undefined : "serif"}
          >
            {event.quote ?? `an event of document ${shortHash(event.document)} that is no longer read there`}
          </Link>{" "}
          {event.outlet === null ? null : <span className="small muted">{event.outlet}</span>}
        </li>
      ))}
      {shown.length < events.length ? (
        <li>
          <button type="button" className="quiet small" onClick={() => setAll(true)}>
            {plural(events.length - shown.length, "more account")}
          </button>
        </li>
      ) : null}
    </ul>
  );
}
