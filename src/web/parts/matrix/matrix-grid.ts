// The matrix as data: which columns stand where origins are opened into their articles, and what each cell holds.
// A cell of an opened origin keeps only the claims of its article; nothing is summed up and nothing is dropped.
import type { AttributeRow, CellView, OriginColumn } from "../../../contract/views.js";
import { valueLabel } from "../words/claim-words.js";

export type MatrixColumn =
  | { readonly kind: "origin"; readonly key: string; readonly origin: OriginColumn }
  | {
      readonly kind: "article";
      readonly key: string;
      readonly origin: OriginColumn;
      readonly article: OriginColumn["articles"][number];
    };

/** One column an origin; one an article where the origin is open and has more than one. */
export function columnsOf(origins: readonly OriginColumn[], open: ReadonlySet<string>): MatrixColumn[] {
  return origins.flatMap((origin): MatrixColumn[] =>
    open.has(origin.id) && origin.articles.length > 1
      ? origin.articles.map((article) => ({
          kind: "article",
          key: `${origin.id} ${article.document}`,
          origin,
          article,
        }))
      : [{ kind: "origin", key: origin.id, origin }],
  );
}

/** What this column says of this attribute; empty is silence. */
export function cellsOf(row: AttributeRow, column: MatrixColumn): readonly CellView[] {
  const cells = row.cells[column.origin.id] ?? [];
  if (column.kind === "origin") return cells;
  return cells.flatMap((cell) => {
    const claims = cell.claims.filter((claim) => claim.document === column.article.document);
    return claims.length === 0 ? [] : [{ ...cell, claims }];
  });
}

/** The rows as they are shown: the values of dates in words. */
export function rowsInWords(rows: readonly AttributeRow[]): AttributeRow[] {
  return rows.map((row) => {
    if (row.attribute !== "date") return row;
    const cells = Object.entries(row.cells).map(([origin, list]) => [
      origin,
      list.map((cell) => ({ ...cell, label: valueLabel("date", cell.label) })),
    ]);
    const values = row.values.map((value) => ({ ...value, label: valueLabel("date", value.label) }));
    return { ...row, cells: Object.fromEntries(cells) as AttributeRow["cells"], values };
  });
}

/** Disputed first, all else in the order it came in (that of the record format). The order of rows of equal standing is kept. */
export function rowsInOrder(rows: readonly AttributeRow[]): AttributeRow[] {
  return [...rows].sort((a, b) => rank(a) - rank(b));
}

function rank(row: AttributeRow): number {
  return row.status === "disputed" ? 0 : 1;
}

export interface ValueGroup {
  readonly valueIndex: number;
  readonly label: string;
  readonly stance: CellView["stance"];
  readonly from: readonly { readonly origin: OriginColumn; readonly cell: CellView }[];
}

/** The row turned on its side for narrow screens: each value once, with the origins that give it. */
export function valuesOf(row: AttributeRow, origins: readonly OriginColumn[]): ValueGroup[] {
  const groups = new Map<string, { group: Omit<ValueGroup, "from">; from: ValueGroup["from"][number][] }>();
  for (const origin of origins) {
    for (const cell of row.cells[origin.id] ?? []) {
      const key = `${cell.valueIndex} ${cell.stance} ${cell.label}`;
      const kept = groups.get(key) ?? {
        group: { valueIndex: cell.valueIndex, label: cell.label, stance: cell.stance },
        from: [],
      };
      kept.from.push({ origin, cell });
      groups.set(key, kept);
    }
  }
  return [...groups.values()]
    .sort((a, b) => a.group.valueIndex - b.group.valueIndex)
    .map(({ group, from }) => ({ ...group, from }));
}
