// One incident: the matrix of attributes by origins with the words beside it, then the accounts in time, loaded words and links.
import { useCallback, useMemo, useRef, useState } from "react";
import type { IncidentView, OriginColumn } from "../../contract/views.js";
import { useIncident } from "../data/api.js";
import { useKey } from "../data/keys.js";
import { useMedia } from "../data/screen.js";
import { Accounts } from "../parts/incident/accounts.js";
import { IncidentHead } from "../parts/incident/incident-head.js";
import { Links } from "../parts/incident/links.js";
import { LoadedWords } from "../parts/incident/loaded-words.js";
import { OneFigure } from "../parts/incident/one-figure.js";
import { AttributeList } from "../parts/matrix/attribute-list.js";
import { rowsInOrder, rowsInWords } from "../parts/matrix/matrix-grid.js";
import { Matrix, flipped } from "../parts/matrix/matrix.js";
import type { Chosen } from "../parts/matrix/matrix.js";
import { OriginPane } from "../parts/matrix/origin-pane.js";
import { WordsPane } from "../parts/matrix/words-pane.js";
import { IncidentReview, eventsOf } from "../parts/review/incident-review.js";
import type { ReviewAct } from "../parts/review/incident-review.js";
import { ReviewBar, splits } from "../parts/review/review-bar.js";
import { PageTitle } from "../parts/shell/page-title.js";
import { ProblemNotice } from "../parts/states/problem-notice.js";
import { Skeleton } from "../parts/states/skeleton.js";

export function IncidentPage({ id }: { readonly id: string }) {
  const incident = useIncident(id);
  if (incident.data !== undefined) return <Incident view={incident.data} />;
  return (
    <div className="page">
      <PageTitle title="Incident" hidden />
      {incident.error === null ? (
        <Skeleton lines={14} label="Loading the incident" />
      ) : (
        <ProblemNotice failure={incident.error} what="this incident" retry={() => void incident.refetch()} />
      )}
    </div>
  );
}

function Incident({ view }: { readonly view: IncidentView }) {
  const narrow = useMedia("(max-width: 700px)");
  const rows = useMemo(() => rowsInOrder(rowsInWords(view.attributes)), [view]);
  const [chosen, setChosen] = useState<Chosen | null>(() => firstChosen(view, rows));
  const [origin, setOrigin] = useState<OriginColumn | null>(null);
  const [events, setEvents] = useState<ReadonlySet<string>>(new Set());
  const [act, setAct] = useState<ReviewAct | null>(null);
  const accounts = useRef<HTMLElement>(null);
  const several = eventsOf(view).size > 1;
  const split = useCallback(() => {
    if (splits(view, events)) return setAct({ kind: "split" });
    // Nothing to split yet: to where it is chosen.
    const first = accounts.current?.querySelector<HTMLElement>("input[type=checkbox]");
    first?.scrollIntoView({ block: "center" });
    first?.focus();
  }, [view, events]);
  useKey(
    "m",
    useCallback(() => setAct({ kind: "same" }), []),
  );
  useKey("s", split);
  return (
    <div className="page incident-page">
      <IncidentHead view={view}>
        <button type="button" className="quiet" onClick={() => setAct({ kind: "same" })}>
          Same as…
        </button>
        {several ? (
          <button type="button" className="quiet" onClick={split}>
            Split…
          </button>
        ) : null}
      </IncidentHead>
      <OneFigure resolved={view.resolved} />
      <h2 className="unseen">Who says what</h2>
      {narrow ? (
        <AttributeList rows={rows} origins={view.origins} />
      ) : (
        <div className="matrix-and-words">
          <Matrix
            rows={rows}
            origins={view.origins}
            choose={(next) => {
              setChosen(next);
              setOrigin(null);
            }}
            chooseOrigin={setOrigin}
          />
          <aside aria-label="The words behind the cell">
            {origin === null ? <WordsPane chosen={chosen} /> : <OriginPane origin={origin} />}
          </aside>
        </div>
      )}
      <section className="incident-part" ref={accounts}>
        <h2>Accounts in time</h2>
        <ReviewBar view={view} chosen={events} clear={() => setEvents(new Set())} open={setAct} />
        <Accounts
          view={view}
          choice={several ? { chosen: events, toggle: (key) => setEvents(flipped(events, key)) } : null}
        />
      </section>
      {view.framing.length > 0 ? (
        <section className="incident-part">
          <h2>Loaded words</h2>
          <p className="muted small">
            What outlets and their sources called the same things, in their words.
          </p>
          <LoadedWords framing={view.framing} />
        </section>
      ) : null}
      {view.links.length > 0 ? (
        <section className="incident-part">
          <h2>Why this is one incident</h2>
          <p className="muted small">
            Each pair of accounts was compared; the weights add up. Above zero speaks for the same happening.
          </p>
          <Links links={view.links} part={(pair) => setAct({ kind: "pair", pair })} />
        </section>
      ) : null}
      {act === null ? null : (
        <IncidentReview view={view} act={act} chosen={events} close={() => setAct(null)} />
      )}
    </div>
  );
}

/** The first cell that says something: the pane is never empty without need. */
function firstChosen(view: IncidentView, rows: readonly IncidentView["attributes"][number][]): Chosen | null {
  const row = rows[0];
  if (row === undefined) return null;
  const origin = view.origins.find((o) => (row.cells[o.id] ?? []).length > 0);
  return origin === undefined ? null : { row, origin, cells: row.cells[origin.id] ?? [] };
}
