// One incident in the list: what, when, where as exactly as known, how many tell of it, and what is in dispute.
import { memo } from "react";
import { ATTRIBUTE_WORDS } from "../../../contract/attribute-words.js";
import type { IncidentRow } from "../../../contract/views.js";
import { incidentPath } from "../../data/paths.js";
import { Link } from "../shell/link.js";
import { StatusCounts, StatusShape } from "../status/status-mark.js";
import { edtfShort } from "../words/edtf-words.js";
import { PRECISION_WORDS, plural } from "../words/labels.js";

export const IncidentLine = memo(function IncidentLine({
  row,
  lit,
  light,
}: {
  readonly row: IncidentRow;
  readonly lit: boolean;
  readonly light: (ids: readonly string[]) => void;
}) {
  return (
    <article
      className="incident-line"
      data-lit={lit ? "" : undefined}
      data-main={row.main ? "" : undefined}
      onPointerEnter={() => light([row.id])}
      onPointerLeave={() => light([])}
    >
      <h2>
        <Link to={incidentPath(row.id)}>{row.title}</Link>
      </h2>
      <p className="when figures">{row.date === null ? "date not told" : edtfShort(row.date)}</p>
      <p className="where small muted">
        {row.type}
        <span className="dot" />
        {row.place === null ? "place not told" : placeWords(row)}
        {row.main ? null : (
          <>
            <span className="dot" />
            recalled as background
          </>
        )}
      </p>
      <p className="told small muted figures">
        {plural(row.articles, "article")}
        <span className="dot" />
        {plural(row.origins, "origin")}
      </p>
      <p className="toll small">
        {row.disputed.length > 0 ? (
          <span className="in-dispute">
            <StatusShape status="disputed" />
            in dispute: {row.disputed.map((attribute) => ATTRIBUTE_WORDS[attribute]).join(", ")}
          </span>
        ) : null}
        {row.killed === null ? null : (
          <span>
            killed <b className="figures">{row.killed}</b>
          </span>
        )}
        {row.injured === null ? null : (
          <span>
            injured <b className="figures">{row.injured}</b>
          </span>
        )}
      </p>
      <div className="counts small">
        <StatusCounts statuses={row.statuses} />
      </div>
    </article>
  );
});

function placeWords(row: IncidentRow): string {
  if (row.place === null) return "";
  const { name, admin1, precision } = row.place;
  const within = admin1 === undefined || admin1 === null || admin1 === name ? name : `${name}, ${admin1}`;
  return precision === "site" || precision === "city"
    ? within
    : `${within} (known as ${PRECISION_WORDS[precision]})`;
}
