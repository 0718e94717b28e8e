// The matrix: what happened by attribute, who says so by origin. A real table with row and column headers, walked with the arrow
// keys (one tab stop). Focus on a cell shows its words beside the matrix; Enter opens the document there; a disputed row opens.
import { useId, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import type { AttributeRow, CellView, OriginColumn } from "../../../contract/views.js";
import { navigate } from "../../data/address.js";
import { documentPath } from "../../data/paths.js";
import { cellsOf, columnsOf } from "./matrix-grid.js";
import { MatrixHead } from "./matrix-head.js";
import { clamped, moved } from "./matrix-navigation.js";
import type { Position } from "./matrix-navigation.js";
import { MatrixRow } from "./matrix-row.js";
import { Why } from "./why.js";

export interface Chosen {
  readonly row: AttributeRow;
  readonly origin: OriginColumn;
  readonly cells: readonly CellView[];
}

export function Matrix({
  rows,
  origins,
  choose,
  chooseOrigin,
}: {
  readonly rows: readonly AttributeRow[];
  readonly origins: readonly OriginColumn[];
  readonly choose: (chosen: Chosen) => void;
  /** The head of a column was reached. */
  readonly chooseOrigin: (origin: OriginColumn) => void;
}) {
  const [openOrigins, setOpenOrigins] = useState<ReadonlySet<string>>(new Set());
  const [openRows, setOpenRows] = useState<ReadonlySet<string>>(new Set());
  const [wanted, setWanted] = useState<Position>({ row: 1, column: 1 });
  const table = useRef<HTMLTableElement>(null);
  const id = useId();
  const columns = columnsOf(origins, openOrigins);
  const at = clamped(wanted, rows.length + 1, columns.length + 1);

  const goTo = (next: Position): void => {
    setWanted(next);
    // After the render: a cell may have become focusable only now.
    requestAnimationFrame(() => cellAt(table.current, next)?.focus());
  };
  const toggleOrigin = (origin: string): void => setOpenOrigins(flipped(openOrigins, origin));
  const toggleRow = (attribute: string): void => setOpenRows(flipped(openRows, attribute));
  const arrive = (position: Position): void => {
    setWanted(position);
    const row = rows[position.row - 1];
    const column = columns[position.column - 1];
    // On the name of a row the pane keeps what it shows.
    if (position.row === 0 && column !== undefined) chooseOrigin(column.origin);
    else if (row !== undefined && column !== undefined)
      choose({ row, origin: column.origin, cells: cellsOf(row, column) });
  };
  const enter = (position: Position): void => {
    const row = rows[position.row - 1];
    const column = columns[position.column - 1];
    if (row === undefined && column !== undefined) toggleOrigin(column.origin.id);
    else if (row !== undefined && column === undefined) toggleRow(row.attribute);
    else if (row !== undefined && column !== undefined) {
      const claim = cellsOf(row, column)[0]?.claims[0];
      if (claim !== undefined) navigate(documentPath(claim.document, claim));
    }
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key === "Enter" || (event.key === " " && (at.row === 0 || at.column === 0))) {
      event.preventDefault();
      enter(at);
      return;
    }
    const next = moved(at, event.key, event.ctrlKey, rows.length + 1, columns.length + 1);
    if (next === null || event.altKey || event.metaKey) return;
    event.preventDefault();
    goTo(next);
  };
  return (
    <div className="matrix-scroll" tabIndex={-1}>
      <table ref={table} role="grid" className="matrix" aria-label="Who says what" onKeyDown={key}>
        <MatrixHead columns={columns} at={at} open={openOrigins} arrive={arrive} toggle={toggleOrigin} />
        {rows.map((row, index) => {
          const isOpen = openRows.has(row.attribute);
          return (
            <tbody key={row.attribute} data-status={row.status}>
              <MatrixRow
                row={row}
                index={index + 1}
                columns={columns}
                at={at}
                open={isOpen}
                whyId={`${id}${row.attribute}`}
                arrive={arrive}
                toggle={() => toggleRow(row.attribute)}
              />
              {isOpen ? (
                <tr className="why-row">
                  <td colSpan={columns.length + 1} id={`${id}${row.attribute}`}>
                    <Why row={row} origins={origins} />
                  </td>
                </tr>
              ) : null}
            </tbody>
          );
        })}
      </table>
    </div>
  );
}

export function flipped(set: ReadonlySet<string>, item: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}

function cellAt(table: HTMLTableElement | null, position: Position): HTMLElement | null {
  return table?.querySelector<HTMLElement>(`[data-cell="${position.row} ${position.column}"]`) ?? null;
}
