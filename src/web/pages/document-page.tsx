// One document: its clean text with every span that was read, the events and claims beside the lines they come from,
// what was left out, and where it came from. #c=start-end shows these words.
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Span } from "../../base/span.js";
import type { DocumentView } from "../../contract/views.js";
import { navigate, useAddress } from "../data/address.js";
import { useDocument } from "../data/api.js";
import { documentPath, incidentPath, spanOfHash } from "../data/paths.js";
import { useMedia } from "../data/screen.js";
import { CaptureFacts } from "../parts/reader/capture-facts.js";
import { DroppedText } from "../parts/reader/dropped-text.js";
import { LayerSwitches } from "../parts/reader/layer-switches.js";
import { countsByLayer, marksOf } from "../parts/reader/layers.js";
import type { Layer } from "../parts/reader/layers.js";
import { ReaderText } from "../parts/reader/reader-text.js";
import { SideNotes } from "../parts/reader/side-notes.js";
import { Link } from "../parts/shell/link.js";
import { PageTitle } from "../parts/shell/page-title.js";
import { ProblemNotice } from "../parts/states/problem-notice.js";
import { Skeleton } from "../parts/states/skeleton.js";
import { edtfWords } from "../parts/words/edtf-words.js";
import { codeWords } from "../parts/words/labels.js";

export function DocumentPage({ id }: { readonly id: string }) {
  const document = useDocument(id);
  if (document.data !== undefined) return <Reader view={document.data} />;
  return (
    <div className="page">
      <PageTitle title="Document" hidden />
      {document.error === null ? (
        <Skeleton lines={16} label="Loading the document" />
      ) : (
        <ProblemNotice failure={document.error} what="this document" retry={() => void document.refetch()} />
      )}
    </div>
  );
}

/** What is underlined at first: enough to see the reading, not so much that one cannot read. */
const AT_FIRST: readonly Layer[] = ["claim", "event", "tally"];

function Reader({ view }: { readonly view: DocumentView }) {
  const { document } = view;
  const { hash } = useAddress();
  const target = useMemo(() => spanOfHash(hash), [hash]);
  const text = useRef<HTMLDivElement>(null);
  const roomy = useMedia("(min-width: 1181px)");
  const beside = useMedia("(min-width: 1000px)");
  const marks = useMemo(() => marksOf(view), [view]);
  const counts = useMemo(() => countsByLayer(marks), [marks]);
  const [layers, setLayers] = useState<ReadonlySet<Layer>>(new Set(AT_FIRST));
  const [lit, setLit] = useState<ReadonlySet<string>>(new Set());
  const light = useCallback((ids: readonly string[]) => setLit(new Set(ids)), []);
  const show = useCallback(
    (span: Span) => navigate(documentPath(document.id, span), "replace"),
    [document.id],
  );
  useEffect(() => {
    if (target === null) return;
    const mark = text.current?.querySelector<HTMLElement>("[data-target]");
    mark?.scrollIntoView({ block: "center" });
    // A hash in the address is a place to begin reading: the words take the focus unless a note asked for them.
    if (mark !== null && mark !== undefined && window.document.activeElement === window.document.body) {
      mark.tabIndex = -1;
      mark.focus({ preventScroll: true });
    }
  }, [target]);
  const title = document.title ?? "Untitled document";
  const inText = document.title !== null && document.text.startsWith(document.title);
  const incidents = new Map(
    view.events.flatMap((event) =>
      event.incident === null ? [] : [[event.incident, event.incidentTitle ?? "Incident"] as const],
    ),
  );
  return (
    <div className="page reader" lang={document.language ?? undefined}>
      <aside className="reader-about" aria-label="About this document" lang="en">
        <p className="small back">
          <Link to="/documents">← Documents</Link>
        </p>
        {roomy ? (
          <CaptureFacts view={view} />
        ) : (
          <details>
            <summary>
              {document.outlet?.name ?? "Outlet not known"}
              <span className="dot" />
              {document.published === null ? "undated" : edtfWords(document.published)}
            </summary>
            <CaptureFacts view={view} />
          </details>
        )}
        {incidents.size === 0 ? null : (
          <nav aria-label="Incidents told here">
            <h2 className="side-title">Incidents told here</h2>
            <ul className="plain-list small">
              {[...incidents].map(([incident, incidentTitle]) => (
                <li key={incident}>
                  <Link to={incidentPath(incident)}>{incidentTitle}</Link>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {roomy ? (
          <LayerSwitches counts={counts} layers={layers} change={setLayers} />
        ) : (
          <details>
            <summary>Underlines</summary>
            <LayerSwitches counts={counts} layers={layers} change={setLayers} />
          </details>
        )}
      </aside>
      <article className="reader-main">
        <PageTitle title={title} hidden={inText}>
          {title}
        </PageTitle>
        {view.warnings.length === 0 ? null : (
          <ul className="warnings small" lang="en">
            {view.warnings.map((warning, index) => (
              <li key={index}>
                {codeWords(warning.code)}
                {Object.entries(warning.detail).map(([key, value]) => ` ${codeWords(key)}: ${value}`)}
              </li>
            ))}
          </ul>
        )}
        <div ref={text}>
          <ReaderText
            text={document.text}
            titleEnd={inText ? (document.title?.length ?? 0) : 0}
            marks={marks}
            layers={layers}
            target={target}
            lit={lit}
            light={light}
          />
        </div>
        <div lang="en">
          <DroppedText dropped={document.dropped} />
        </div>
      </article>
      <section className="reader-notes" aria-label="Events and claims" lang="en">
        <SideNotes
          view={view}
          text={text}
          beside={beside}
          lit={lit}
          light={light}
          target={target}
          show={show}
        />
      </section>
    </div>
  );
}
