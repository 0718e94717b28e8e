// An incident's head: what, when, where as exactly as known, how many tell of it, its statuses, and ways to take it along.
import { lazy, Suspense, useState } from "react";
import type { ReactNode } from "react";
import type { IncidentView } from "../../../contract/views.js";
import { useCollection } from "../../data/api.js";
import { lastListAddress } from "../../data/last-list.js";
import { Link } from "../shell/link.js";
import { PageTitle } from "../shell/page-title.js";
import { StatusCounts } from "../status/status-mark.js";
import { edtfWords } from "../words/edtf-words.js";
import { PRECISION_WORDS, plural } from "../words/labels.js";
import { citationOf } from "./citation.js";

const PlaceMap = lazy(() => import("../map/map.js").then((map) => ({ default: map.PlaceMap })));

export function IncidentHead({
  view,
  children,
}: {
  readonly view: IncidentView;
  /** What can be decided of it. */
  readonly children?: ReactNode;
}) {
  const { row } = view;
  const { data: collection } = useCollection();
  return (
    <header className="incident-head">
      <div className="incident-facts">
        <p className="small back">
          <Link to={lastListAddress()}>← Incidents</Link>
        </p>
        <PageTitle title={row.title} />
        <p className="incident-when figures">
          {row.date === null ? "date not told" : edtfWords(row.date)}
          {timeWords(view)}
          <span className="dot" />
          {row.place === null ? "place not told" : row.place.name}
          {row.place?.admin1 !== undefined && row.place.admin1 !== null && row.place.admin1 !== row.place.name
            ? `, ${row.place.admin1}`
            : ""}
          {row.place === null ? null : (
            <span className="muted"> (known as {PRECISION_WORDS[row.place.precision]})</span>
          )}
        </p>
        <p className="muted">{row.type}</p>
        <div className="incident-told">
          <p className="figures">
            {plural(row.articles, "article")}
            <span className="dot" />
            {plural(row.outlets, "outlet")}
            <span className="dot" />
            {plural(row.origins, "independent origin")}
          </p>
          <StatusCounts statuses={row.statuses} words />
          <Take view={view}>{children}</Take>
        </div>
      </div>
      {row.place === null ? null : (
        <Suspense fallback={<div className="map-frame map-small" />}>
          <PlaceMap
            mark={{ key: row.id, place: row.place, ids: [row.id], disputed: row.disputed.length }}
            outline={collection?.outline ?? null}
          />
        </Suspense>
      )}
    </header>
  );
}

/** The times of day that are told, where an attribute of that name exists: all of them, none preferred. */
function timeWords(view: IncidentView): string {
  const row = view.attributes.find((attribute) => attribute.attribute === "time");
  const times = row?.values.filter((value) => value.stance === "asserted").map((value) => value.label) ?? [];
  return times.length === 0 ? "" : `, ${times.join(" or ")}`;
}

function Take({ view, children }: { readonly view: IncidentView; readonly children: ReactNode }) {
  const [copied, setCopied] = useState<"" | "copied" | "failed">("");
  const cite = (): void => {
    navigator.clipboard.writeText(citationOf(view, location.href)).then(
      () => setCopied("copied"),
      () => setCopied("failed"),
    );
  };
  return (
    <div className="take">
      <button type="button" className="quiet" onClick={cite}>
        Cite
      </button>
      <a
        className="quiet"
        href={`/api/incidents/${encodeURIComponent(view.row.id)}`}
        download={`${view.row.id}.json`}
      >
        Export
      </a>
      <button type="button" className="quiet" onClick={() => window.print()}>
        Print
      </button>
      {children}
      <span role="status" className="small muted">
        {copied === "copied"
          ? "Citation copied"
          : copied === "failed"
            ? "The browser did not let it be copied"
            : ""}
      </span>
    </div>
  );
}
