// All documents of the collection, with a box to find in them: what was read, when it was published and on what basis.
import { useDeferredValue, useState } from "react";
import type { DocumentListView } from "../../contract/views.js";
import { useDocuments } from "../data/api.js";
import { documentPath } from "../data/paths.js";
import { Link } from "../parts/shell/link.js";
import { PageTitle } from "../parts/shell/page-title.js";
import { FirstRun } from "../parts/states/first-run.js";
import { ProblemNotice } from "../parts/states/problem-notice.js";
import { Skeleton } from "../parts/states/skeleton.js";
import { edtfShort } from "../parts/words/edtf-words.js";
import { plural } from "../parts/words/labels.js";
import { Reference } from "../parts/words/reference.js";

type Row = DocumentListView["documents"][number];
const STEP = 300;

export function DocumentsPage() {
  const list = useDocuments();
  const [wanted, setWanted] = useState("");
  const [most, setMost] = useState(STEP);
  const needle = useDeferredValue(wanted.trim().toLowerCase());
  const matching = (list.data?.documents ?? []).filter((row) => needle === "" || holds(row, needle));
  return (
    <div className="page">
      <div className="page-head">
        <PageTitle title="Documents" />
        <label className="unseen" htmlFor="find-documents">
          Find documents
        </label>
        <input
          id="find-documents"
          type="search"
          className="field"
          placeholder="Find a title, an outlet, a path"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
        <p className="muted figures" role="status" aria-live="polite">
          {list.data === undefined ? "" : plural(matching.length, "document")}
        </p>
      </div>
      {list.error !== null ? (
        <ProblemNotice failure={list.error} what="the documents" retry={() => void list.refetch()} />
      ) : list.data === undefined ? (
        <Skeleton lines={12} label="Loading the documents" />
      ) : list.data.total === 0 ? (
        <FirstRun />
      ) : matching.length === 0 ? (
        <div className="empty">
          <h2>No document matches</h2>
          <button type="button" className="button" onClick={() => setWanted("")}>
            Clear the search
          </button>
        </div>
      ) : (
        <>
          <table className="lines documents">
            <thead>
              <tr>
                <th scope="col">Title</th>
                <th scope="col">Outlet</th>
                <th scope="col">Published</th>
                <th scope="col" className="number">
                  Events
                </th>
                <th scope="col" className="number">
                  Incidents
                </th>
                <th scope="col">From</th>
              </tr>
            </thead>
            <tbody>
              {matching.slice(0, most).map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <Link to={documentPath(row.id)}>{row.title ?? "Untitled document"}</Link>
                    {row.warnings > 0 ? <span className="tag">{plural(row.warnings, "warning")}</span> : null}
                  </th>
                  <td data-label="Outlet">{row.outlet ?? <span className="muted">not known</span>}</td>
                  <td data-label="Published" className="figures">
                    {row.published === null ? (
                      <span className="muted">not known</span>
                    ) : (
                      edtfShort(row.published)
                    )}
                    {row.publishedBasis === "inferred" ? (
                      <span className="muted small"> inferred</span>
                    ) : null}
                  </td>
                  <td data-label="Events" className="number">
                    {row.events}
                  </td>
                  <td data-label="Incidents" className="number">
                    {row.incidents}
                  </td>
                  <td data-label="From" className="small muted">
                    <Reference text={row.ref} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {matching.length > most ? (
            <button type="button" className="button more-rows" onClick={() => setMost(most + STEP)}>
              Show more
            </button>
          ) : null}
        </>
      )}
    </div>
  );
}

function holds(row: Row, needle: string): boolean {
  return [row.title, row.outlet, row.ref, row.published].some(
    (field) => field !== null && field.toLowerCase().includes(needle),
  );
}
