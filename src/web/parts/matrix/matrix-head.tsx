// The matrix's column headers: origins, each a button that opens it into the articles that carry it, with who told whom.
import { Fragment } from "react";
import type { MatrixColumn } from "./matrix-grid.js";
import type { Position } from "./matrix-navigation.js";
import { codeWords, plural } from "../words/labels.js";
import { edtfShort } from "../words/edtf-words.js";

export function MatrixHead({
  columns,
  at,
  open,
  arrive,
  toggle,
}: {
  readonly columns: readonly MatrixColumn[];
  readonly at: Position;
  readonly open: ReadonlySet<string>;
  readonly arrive: (position: Position) => void;
  readonly toggle: (origin: string) => void;
}) {
  return (
    <thead>
      <tr>
        <th
          scope="col"
          className="corner"
          tabIndex={at.row === 0 && at.column === 0 ? 0 : -1}
          data-cell="0 0"
          onFocus={() => arrive({ row: 0, column: 0 })}
        >
          <span className="small muted">attribute</span>
        </th>
        {columns.map((column, index) => {
          const position = { row: 0, column: index + 1 };
          const { origin } = column;
          const many = origin.articles.length > 1;
          const begins = column.kind === "origin" || columns[index - 1]?.origin.id !== origin.id;
          return (
            <th
              key={column.key}
              scope="col"
              className={`origin-head${begins ? " begins" : ""}`}
              tabIndex={at.row === 0 && at.column === index + 1 ? 0 : -1}
              data-cell={`0 ${index + 1}`}
              aria-expanded={many ? open.has(origin.id) : undefined}
              onFocus={() => arrive(position)}
              onClick={() => (many ? toggle(origin.id) : undefined)}
            >
              <span className={begins ? "origin-name" : "origin-name unseen"}>{origin.name}</span>
              {column.kind === "origin" ? (
                <span className="origin-articles small muted">
                  {originKind(origin.kind, origin.name)}
                  {many ? (
                    <span className="opens">
                      {plural(origin.articles.length, "article")} <Arrow open={false} />
                    </span>
                  ) : origin.articles[0] === undefined || origin.articles[0].outlet === origin.name ? null : (
                    <span>{origin.articles[0].outlet}</span>
                  )}
                </span>
              ) : (
                <span className="origin-articles small muted">
                  <span className="article-outlet">
                    {column.article.outlet} {begins ? <Arrow open /> : null}
                  </span>
                  <span>
                    {column.article.published === null ? "undated" : edtfShort(column.article.published)}
                  </span>
                  <Chain names={column.article.chain} />
                </span>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** The kind of source, unless the name says it already. */
function originKind(kind: string, name: string) {
  const words = kind === "outlet" ? "in its own voice" : codeWords(kind);
  return name.toLowerCase().includes(words) ? null : <span className="origin-kind">{words}</span>;
}

/** Who told whom, from the origin to the outlet. */
export function Chain({ names }: { readonly names: readonly string[] }) {
  if (names.length < 2) return null;
  return (
    <span className="chain">
      {names.map((name, index) => (
        <Fragment key={`${index} ${name}`}>
          {index > 0 ? (
            <span className="chain-arrow">
              <span aria-hidden="true"> → </span>
              <span className="unseen"> told </span>
            </span>
          ) : null}
          <span>{name}</span>
        </Fragment>
      ))}
    </span>
  );
}

export function Arrow({ open }: { readonly open: boolean }) {
  return (
    <svg className="arrow" data-open={open ? "" : undefined} viewBox="0 0 8 8" aria-hidden="true">
      <path d="M1 2.5 4 5.5 7 2.5" />
    </svg>
  );
}
