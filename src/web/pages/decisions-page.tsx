// The log of decisions, the newest first: what was decided of which accounts, by whom, when and why; what was undone stays, struck.
import { useDecisions } from "../data/api.js";
import { DecisionLog } from "../parts/decisions/decision-log.js";
import { PageTitle } from "../parts/shell/page-title.js";
import { ProblemNotice } from "../parts/states/problem-notice.js";
import { Skeleton } from "../parts/states/skeleton.js";
import { plural } from "../parts/words/labels.js";

export function DecisionsPage() {
  const list = useDecisions();
  return (
    <div className="page decisions-page">
      <div className="page-head">
        <PageTitle title="Decisions" />
        <p className="muted figures">
          {list.data === undefined || list.data.decisions.length === 0
            ? "What people decided, beside what was computed."
            : `${plural(list.data.decisions.length, "decision")}, the newest first. Nothing is ever taken out of this log.`}
        </p>
      </div>
      {list.error !== null ? (
        <ProblemNotice failure={list.error} what="the decisions" retry={() => void list.refetch()} />
      ) : list.data === undefined ? (
        <Skeleton lines={8} label="Loading the decisions" />
      ) : list.data.decisions.length === 0 ? (
        <NoDecisions />
      ) : (
        <DecisionLog decisions={list.data.decisions} />
      )}
    </div>
  );
}

function NoDecisions() {
  return (
    <div className="empty">
      <h2>No decisions yet</h2>
      <p>
        Reports are linked into incidents by computed weights. Where a person knows better, that person
        decides, and the decision holds against any weight, also when more reports arrive.
      </p>
      <p className="muted">On the page of an incident:</p>
      <ul className="plain-list">
        <li>
          <b>Same as…</b> <kbd>m</kbd> makes it one with another incident;
        </li>
        <li>
          <b>Split…</b> <kbd>s</kbd> takes chosen accounts out into an incident of their own;
        </li>
        <li>
          <b>Not the same as…</b> keeps two apart.
        </li>
      </ul>
      <p className="muted">
        Each stands here with who decided it, when and why, and can be undone. On the command line:
      </p>
      <pre className="command">
        <code>npx hearsay decide</code>
      </pre>
    </div>
  );
}
