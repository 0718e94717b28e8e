// A status by shape and word, never by colour alone: ◆ disputed, ● agreed, ○ single, ◌ unverified, … open.
// Drawn, not typed, so that every font shows the same shapes.
import type { Status } from "../../../model/incident.js";
import { STATUS_WORDS } from "../words/labels.js";

export function StatusShape({ status }: { readonly status: Status }) {
  return (
    <svg className={`shape shape-${status}`} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {status === "disputed" ? <path d="M6 0.4 11.6 6 6 11.6 0.4 6Z" /> : null}
      {status === "agreed" ? <circle cx="6" cy="6" r="4.4" /> : null}
      {status === "single" ? <circle cx="6" cy="6" r="3.8" className="hollow" /> : null}
      {status === "unverified" ? <circle cx="6" cy="6" r="4" className="hollow dotted" /> : null}
      {status === "open" ? (
        <>
          <circle cx="1.8" cy="6" r="1.3" />
          <circle cx="6" cy="6" r="1.3" />
          <circle cx="10.2" cy="6" r="1.3" />
        </>
      ) : null}
    </svg>
  );
}

export function StatusMark({ status }: { readonly status: Status }) {
  return (
    <span className={`status status-${status}`}>
      <StatusShape status={status} />
      <span>{STATUS_WORDS[status].word}</span>
    </span>
  );
}

/** The statuses of an incident's attributes as shapes with numbers. */
export function StatusCounts({
  statuses,
  words = false,
}: {
  readonly statuses: Readonly<Partial<Record<Status, number>>>;
  readonly words?: boolean;
}) {
  const shown = (["agreed", "disputed", "single", "unverified", "open"] as const).filter(
    (status) => (statuses[status] ?? 0) > 0,
  );
  return (
    <ul className="status-counts" aria-label="Attributes by status">
      {shown.map((status) => (
        <li key={status} className={`status status-${status}`} title={STATUS_WORDS[status].meaning}>
          <StatusShape status={status} />
          <span className={words ? undefined : "unseen"}>{STATUS_WORDS[status].word}</span>
          <span className="figure">{statuses[status]}</span>
        </li>
      ))}
    </ul>
  );
}
