// One attribute across the origins: its name and status, then what each origin says. An empty cell is silence and looks like it.
import type { AttributeRow, CellView } from "../../../contract/views.js";
import { StatusShape } from "../status/status-mark.js";
import { STANCE_WORDS, STATUS_WORDS } from "../words/labels.js";
import { cellsOf } from "./matrix-grid.js";
import type { MatrixColumn } from "./matrix-grid.js";
import { Arrow } from "./matrix-head.js";
import type { Position } from "./matrix-navigation.js";

export function MatrixRow({
  row,
  index,
  columns,
  at,
  open,
  whyId,
  arrive,
  toggle,
}: {
  readonly row: AttributeRow;
  readonly index: number;
  readonly columns: readonly MatrixColumn[];
  readonly at: Position;
  readonly open: boolean;
  readonly whyId: string;
  readonly arrive: (position: Position) => void;
  readonly toggle: () => void;
}) {
  const here = (column: number): boolean => at.row === index && at.column === column;
  return (
    <tr className={`matrix-row status-${row.status}`}>
      <th
        scope="row"
        tabIndex={here(0) ? 0 : -1}
        data-cell={`${index} 0`}
        aria-expanded={open}
        aria-controls={open ? whyId : undefined}
        onFocus={() => arrive({ row: index, column: 0 })}
        onClick={toggle}
      >
        <span className="row-head">
          <StatusShape status={row.status} />
          <span className="row-label">{row.label}</span>
          <span className="row-status small">{STATUS_WORDS[row.status].word}</span>
          <Arrow open={open} />
        </span>
      </th>
      {columns.map((column, i) => {
        const cells = cellsOf(row, column);
        const begins = column.kind === "origin" || columns[i - 1]?.origin.id !== column.origin.id;
        return (
          <td
            key={column.key}
            tabIndex={here(i + 1) ? 0 : -1}
            data-cell={`${index} ${i + 1}`}
            data-chosen={here(i + 1) ? "" : undefined}
            className={`${cells.length === 0 ? "silent" : "says"}${begins ? " begins" : ""}`}
            onFocus={() => arrive({ row: index, column: i + 1 })}
            onClick={(event) => event.currentTarget.focus()}
          >
            {cells.length === 0 ? <span className="unseen">says nothing</span> : null}
            {cells.map((cell) => (
              <Says key={`${cell.valueIndex} ${cell.stance} ${cell.label}`} cell={cell} />
            ))}
          </td>
        );
      })}
    </tr>
  );
}

export function Says({ cell }: { readonly cell: Pick<CellView, "label" | "stance"> }) {
  const stance = STANCE_WORDS[cell.stance];
  return (
    <span className={`says-value stance-${cell.stance}`}>
      <span className="value figures">{cell.label}</span>
      {stance === "" || cell.label.toLowerCase().includes(stance) ? null : (
        <span className="stance small"> {stance}</span>
      )}
    </span>
  );
}
