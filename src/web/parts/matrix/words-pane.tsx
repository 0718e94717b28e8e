// The words behind a cell: each claim's quote in its place in the article, who told whom, the outlet, the date, and the way there.
import { useState } from "react";
import type { ClaimView } from "../../../contract/views.js";
import { documentPath } from "../../data/paths.js";
import { Link } from "../shell/link.js";
import { edtfWords } from "../words/edtf-words.js";
import { plural } from "../words/labels.js";
import type { Chosen } from "./matrix.js";
import { Says } from "./matrix-row.js";
import { Chain } from "./matrix-head.js";
import { passageOf } from "./passage.js";

const FIRST = 3;

export function WordsPane({ chosen }: { readonly chosen: Chosen | null }) {
  if (chosen === null)
    return (
      <div className="words-pane">
        <p className="muted">Choose a cell to see the words behind it.</p>
      </div>
    );
  const { row, origin, cells } = chosen;
  return (
    <div className="words-pane" aria-live="polite">
      <p className="words-of small muted">
        {row.label} · {origin.name}
      </p>
      {cells.length === 0 ? (
        <p className="muted">Silence: this origin says nothing of {row.label}.</p>
      ) : (
        cells.map((cell) => (
          <div key={`${cell.valueIndex} ${cell.stance} ${cell.label}`} className="words-value">
            <p className="words-head">
              <Says cell={cell} />
              {cell.claims.length > 1 ? (
                <span className="small muted"> in {plural(cell.claims.length, "passage")}</span>
              ) : null}
            </p>
            <Passages key={`${row.attribute} ${origin.id}`} claims={cell.claims} outletsFrom={origin} />
          </div>
        ))
      )}
    </div>
  );
}

export function Passages({
  claims,
  outletsFrom,
}: {
  readonly claims: readonly ClaimView[];
  readonly outletsFrom: Chosen["origin"];
}) {
  const [all, setAll] = useState(false);
  const shown = all ? claims : claims.slice(0, FIRST);
  return (
    <>
      {shown.map((claim) => (
        <Passage key={`${claim.id} ${claim.document}`} claim={claim} origin={outletsFrom} />
      ))}
      {shown.length < claims.length ? (
        <button type="button" className="quiet small" onClick={() => setAll(true)}>
          {plural(claims.length - shown.length, "more passage")}
        </button>
      ) : null}
    </>
  );
}

function Passage({ claim, origin }: { readonly claim: ClaimView; readonly origin: Chosen["origin"] }) {
  const { before, quote, after } = passageOf(claim.context, claim.start);
  const told = origin.articles.find((article) => article.document === claim.document)?.chain ?? [];
  const chain = told.length > 0 ? told : [...claim.sources.map((source) => source.name), claim.outlet];
  return (
    <figure className="passage">
      <blockquote className="serif">
        {before}
        <mark>{quote}</mark>
        {after}
      </blockquote>
      <figcaption className="small">
        <p className="passage-from">
          <b>{claim.outlet}</b>
          <span className="dot" />
          {claim.published === null ? "undated" : edtfWords(claim.published)}
        </p>
        <p className="muted">
          <Chain names={chain} />
        </p>
        <Link to={documentPath(claim.document, claim)} className="open-there">
          Open the document there
        </Link>
      </figcaption>
    </figure>
  );
}
