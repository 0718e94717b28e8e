// Where a document came from: outlet, byline, agency, publication date with its basis, the capture with its hash, and what
// the same address gave at other times.
import type { DocumentView } from "../../../contract/views.js";
import { documentPath } from "../../data/paths.js";
import { Link } from "../shell/link.js";
import { Reference } from "../words/reference.js";
import { edtfWords } from "../words/edtf-words.js";

const BASIS: Readonly<Record<string, string>> = {
  metadata: "from the page’s metadata",
  url: "from the address",
  text: "from the text",
  inferred: "inferred from what the text says",
};

export function CaptureFacts({ view }: { readonly view: DocumentView }) {
  const { document, capture } = view;
  return (
    <dl className="facts small">
      <Fact name="Outlet">
        {document.outlet === null ? <Unknown /> : document.outlet.name}
        {document.outlet?.domain ? <span className="muted"> {document.outlet.domain}</span> : null}
      </Fact>
      {document.byline === null ? null : <Fact name="Byline">{document.byline}</Fact>}
      {document.agency.length === 0 ? null : <Fact name="Carries">{document.agency.join(", ")}</Fact>}
      <Fact name="Published">
        {document.published === null ? (
          <Unknown />
        ) : (
          <span className="figures">{edtfWords(document.published)}</span>
        )}
        {document.publishedBasis === null ? null : (
          <span className="muted"> {BASIS[document.publishedBasis] ?? document.publishedBasis}</span>
        )}
        {document.publishedQuote === null ? null : (
          <span className="muted">
            {" "}
            (<q className="serif">{document.publishedQuote.quote}</q>)
          </span>
        )}
      </Fact>
      <Fact name="Language">{document.language ?? <Unknown />}</Fact>
      <Fact name="From">
        <Reference text={capture.ref} />
      </Fact>
      {document.url === null || document.url === capture.ref ? null : (
        <Fact name="Address">
          <Reference text={document.url} />
        </Fact>
      )}
      <Fact name="Captured">
        {capture.capturedAt === null ? (
          <Unknown />
        ) : (
          <span className="figures">{instantWords(capture.capturedAt)}</span>
        )}
      </Fact>
      {view.versions.length === 0 ? null : (
        <Fact name="Versions">
          {view.versions.map(({ id, capturedAt }, index) => (
            <span key={id}>
              {index === 0 ? "" : ", "}
              {id === capture.id ? (
                <span aria-current="page">{versionName(capturedAt, index)} (this one)</span>
              ) : (
                <Link to={documentPath(id)}>{versionName(capturedAt, index)}</Link>
              )}
            </span>
          ))}
        </Fact>
      )}
      <Fact name="SHA-256">
        <code className="breaks hash">{capture.id.replace(/^sha256:/u, "")}</code>
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt className="muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function versionName(capturedAt: string | null, index: number): string {
  return capturedAt === null ? `version ${index + 1}` : instantWords(capturedAt);
}

function Unknown() {
  return <span className="muted">not known</span>;
}

/** "2026-03-01T09:30:00Z" is "1 March 2026, 09:30 UTC". */
export function instantWords(instant: string): string {
  const found = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/u.exec(instant);
  return found === null ? instant : `${edtfWords(found[1] ?? "")}, ${found[2]} UTC`;
}
