// Events and their claims beside the lines they come from. Focus or hover on a note lights its words, and the other way round.
// On wide screens notes stand at the height of their words; on narrow ones they follow the text as a list.
import { useLayoutEffect, useRef, useState } from "react";
import type { RefObject } from "react";
import type { Span } from "../../../base/span.js";
import { ATTRIBUTE_WORDS } from "../../../contract/attribute-words.js";
import type { DocumentView } from "../../../contract/views.js";
import { incidentPath } from "../../data/paths.js";
import { Link } from "../shell/link.js";
import { STANCE_WORDS, countWords } from "../words/labels.js";
import { claimWords } from "../words/claim-words.js";
import { edtfWords } from "../words/edtf-words.js";
import { claimMark, eventMark } from "./layers.js";
import { stacked } from "./note-places.js";

export function SideNotes({
  view,
  text,
  beside,
  lit,
  light,
  target,
  show,
}: {
  readonly view: DocumentView;
  readonly text: RefObject<HTMLElement | null>;
  readonly beside: boolean;
  readonly lit: ReadonlySet<string>;
  readonly light: (ids: readonly string[]) => void;
  /** The words that the address asks for; their note is the current one. */
  readonly target: Span | null;
  readonly show: (span: Span) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [tops, setTops] = useState<ReadonlyMap<string, number>>(new Map());
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const frame = box.current;
    const lines = text.current;
    if (!beside || frame === null || lines === null) return;
    const place = (): void => {
      const top = frame.getBoundingClientRect().top;
      const boxes = [...frame.querySelectorAll<HTMLElement>("[data-note]")].map((note) => ({
        id: note.dataset["note"] ?? "",
        at: Math.max(0, topOfLine(lines, Number(note.dataset["start"])) - top),
        height: note.offsetHeight,
      }));
      const placed = stacked(boxes, 12);
      setTops(placed);
      setHeight(Math.max(0, ...boxes.map((b) => (placed.get(b.id) ?? 0) + b.height)));
    };
    place();
    const observer = new ResizeObserver(place);
    observer.observe(lines);
    observer.observe(frame);
    return () => observer.disconnect();
  }, [text, beside, view]);
  return (
    <div
      ref={box}
      className="side-notes"
      data-beside={beside ? "" : undefined}
      style={beside ? { minHeight: height } : undefined}
    >
      {view.events.map((event) => (
        <article
          key={event.id}
          className="note"
          data-note={event.id}
          data-start={event.start}
          style={beside ? { top: tops.get(event.id) ?? 0 } : undefined}
          onPointerLeave={() => light([])}
        >
          <button
            type="button"
            className="note-event"
            aria-current={isAt(event, target) ? "true" : undefined}
            data-lit={lit.has(eventMark(event.id)) ? "" : undefined}
            onPointerEnter={() => light([eventMark(event.id)])}
            onFocus={() => light([eventMark(event.id)])}
            onBlur={() => light([])}
            onClick={() => show(event)}
          >
            <b>{event.type}</b>
            <span className="small muted">
              {event.date === null ? "date not told" : edtfWords(event.date)}
              <span className="dot" />
              {event.place === null ? "place not told" : event.place.name}
              {event.focus === "background" ? (
                <>
                  <span className="dot" />
                  background
                </>
              ) : null}
            </span>
          </button>
          <ul>
            {event.claims.map((claim, index) => {
              const id = claimMark(event.id, index);
              return (
                <li key={id}>
                  <button
                    type="button"
                    className="note-claim small"
                    aria-current={isAt(claim, target) ? "true" : undefined}
                    data-lit={lit.has(id) ? "" : undefined}
                    onPointerEnter={() => light([id])}
                    onFocus={() => light([id])}
                    onBlur={() => light([])}
                    onClick={() => show(claim)}
                  >
                    <span className="note-attribute muted">{ATTRIBUTE_WORDS[claim.attribute]}</span>
                    <span>
                      {claimWords(claim)}
                      {claim.stance === "asserted" ? null : (
                        <span className="stance"> {STANCE_WORDS[claim.stance]}</span>
                      )}
                      {claim.sources.length > 0 ? (
                        <span className="muted">
                          {" "}
                          · {claim.sources.map((source) => source.name).join(" → ")}
                        </span>
                      ) : null}
                    </span>
                  </button>
                </li>
              );
            })}
          </ul>
          {event.incident === null ? null : (
            <p className="small">
              <Link to={incidentPath(event.incident)}>
                {event.incidentTitle === null ? "To the incident" : `Incident: ${event.incidentTitle}`}
              </Link>
            </p>
          )}
        </article>
      ))}
      {view.tallies.map((tally, index) => (
        <article
          key={`t${index}`}
          className="note"
          data-note={`t${index}`}
          data-start={tally.start}
          style={beside ? { top: tops.get(`t${index}`) ?? 0 } : undefined}
          onPointerLeave={() => light([])}
        >
          <button
            type="button"
            className="note-event"
            aria-current={isAt(tally, target) ? "true" : undefined}
            data-lit={lit.has(`t${index}`) ? "" : undefined}
            onPointerEnter={() => light([`t${index}`])}
            onFocus={() => light([`t${index}`])}
            onBlur={() => light([])}
            onClick={() => show(tally)}
          >
            <b>
              Tally: {countWords(tally.count)} {tally.what}
            </b>
            <span className="small muted">
              {tally.period === null ? "period not told" : edtfWords(tally.period)}
              {tally.sources.length > 0 ? ` · ${tally.sources.map((source) => source.name).join(" → ")}` : ""}
            </span>
          </button>
        </article>
      ))}
      {view.events.length + view.tallies.length === 0 ? (
        <p className="muted small">This document reports no event and no number of events.</p>
      ) : null}
    </div>
  );
}

function isAt(span: Span, target: Span | null): boolean {
  return target !== null && span.start === target.start && span.end === target.end;
}

/** The top of the line that holds this offset: of the segment there, else of its paragraph. */
function topOfLine(lines: HTMLElement, offset: number): number {
  let paragraph: HTMLElement | null = null;
  for (const p of lines.querySelectorAll<HTMLElement>("p[data-from]")) {
    if (Number(p.dataset["from"]) > offset) break;
    paragraph = p;
  }
  if (paragraph === null) return lines.getBoundingClientRect().top;
  const range = document.createRange();
  let left = offset - Number(paragraph.dataset["from"]);
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (left < length) {
      range.setStart(node, left);
      range.setEnd(node, left + 1);
      return range.getBoundingClientRect().top;
    }
    left -= length;
  }
  return paragraph.getBoundingClientRect().top;
}
