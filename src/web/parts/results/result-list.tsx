// The matching incidents as lines. Beyond a few hundred only those in sight are in the page: the list's own pane scrolls on wide
// screens, the window on narrow ones. Nearing the end asks for more.
import { useVirtualizer, useWindowVirtualizer } from "@tanstack/react-virtual";
import type { Virtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { IncidentRow } from "../../../contract/views.js";
import { useMedia } from "../../data/screen.js";
import { IncidentLine } from "./incident-line.js";

const VIRTUAL_FROM = 150;
export const WIDE = "(min-width: 1000px) and (min-height: 520px)";

export interface ResultListProps {
  readonly rows: readonly IncidentRow[];
  readonly matching: number;
  readonly lit: ReadonlySet<string>;
  readonly light: (ids: readonly string[]) => void;
  readonly more: () => void;
}

export function ResultList(props: ResultListProps) {
  const wide = useMedia(WIDE);
  const { rows, lit, light, matching, more } = props;
  if (rows.length >= VIRTUAL_FROM)
    return wide ? <PaneRows key="pane" {...props} /> : <WindowRows key="window" {...props} />;
  return (
    <>
      <ol className="incident-lines">
        {rows.map((row) => (
          <li key={row.id}>
            <IncidentLine row={row} lit={lit.has(row.id)} light={light} />
          </li>
        ))}
      </ol>
      {rows.length < matching ? (
        <button type="button" className="button more-rows" onClick={more}>
          Show more
        </button>
      ) : null}
    </>
  );
}

function PaneRows(props: ResultListProps) {
  const list = useRef<HTMLOListElement>(null);
  const virtual = useVirtualizer<HTMLElement, HTMLLIElement>({
    count: props.rows.length,
    getScrollElement: () => list.current?.closest<HTMLElement>("[data-keep-scroll]") ?? null,
    estimateSize: () => 88,
    getItemKey: (index) => props.rows[index]?.id ?? index,
    overscan: 12,
  });
  return <VirtualRows {...props} virtual={virtual} list={list} margin={0} />;
}

function WindowRows(props: ResultListProps) {
  const list = useRef<HTMLOListElement>(null);
  const margin = list.current?.offsetTop ?? 0;
  const virtual = useWindowVirtualizer<HTMLLIElement>({
    count: props.rows.length,
    estimateSize: () => 120,
    getItemKey: (index) => props.rows[index]?.id ?? index,
    overscan: 12,
    scrollMargin: margin,
  });
  return <VirtualRows {...props} virtual={virtual} list={list} margin={margin} />;
}

function VirtualRows<S extends Element | Window>({
  rows,
  matching,
  lit,
  light,
  more,
  virtual,
  list,
  margin,
}: ResultListProps & {
  readonly virtual: Virtualizer<S, HTMLLIElement>;
  readonly list: React.RefObject<HTMLOListElement | null>;
  readonly margin: number;
}) {
  const items = virtual.getVirtualItems();
  const last = items[items.length - 1]?.index ?? 0;
  useEffect(() => {
    if (last > rows.length - 40 && rows.length < matching) more();
  }, [last, rows.length, matching, more]);
  return (
    <ol ref={list} className="incident-lines virtual" style={{ height: virtual.getTotalSize() }}>
      {items.map((item) => {
        const row = rows[item.index];
        return row === undefined ? null : (
          <li
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            aria-setsize={matching}
            aria-posinset={item.index + 1}
            style={{ transform: `translateY(${item.start - margin}px)` }}
          >
            <IncidentLine row={row} lit={lit.has(row.id)} light={light} />
          </li>
        );
      })}
    </ol>
  );
}
