// Why these articles count as one origin: what it is made of, the rules that judged it, and who told whom in each article.
import type { OriginColumn } from "../../../contract/views.js";
import { documentPath } from "../../data/paths.js";
import { Link } from "../shell/link.js";
import { edtfShort } from "../words/edtf-words.js";
import { codeWords } from "../words/labels.js";
import { basisWords, namesOf, originSummary } from "../words/origin-words.js";
import { Chain } from "./matrix-head.js";

export function OriginPane({ origin }: { readonly origin: OriginColumn }) {
  return (
    <div className="words-pane origin-pane" aria-live="polite">
      <p className="words-of small muted">
        one origin · {origin.kind === "outlet" ? "in its own voice" : codeWords(origin.kind)}
      </p>
      <p className="words-head">
        <b>{origin.name}</b>
      </p>
      <p className="figures">{originSummary(origin)}</p>
      <OriginRules origin={origin} />
      <ul className="origin-list">
        {origin.articles.map((article) => (
          <li key={article.document}>
            <Link to={documentPath(article.document)}>{article.title}</Link>
            <span className="small muted">
              {article.outlet}
              <span className="dot" />
              {article.published === null ? "undated" : edtfShort(article.published)}
            </span>
            <span className="small muted">
              <Chain names={article.chain} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The rules, and the names it goes by where there are several. */
export function OriginRules({ origin }: { readonly origin: OriginColumn }) {
  const names = namesOf(origin);
  return (
    <ul className="plain-list small origin-rules">
      {origin.basis.map((code) => (
        <li key={code}>{basisWords(code)}</li>
      ))}
      {names.length > 1 ? <li>Named as: {names.join("; ")}.</li> : null}
    </ul>
  );
}
