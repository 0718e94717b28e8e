// The document's clean text, set for reading. Text reaches the page as text nodes only; spans are drawn as underlines by kind,
// the words that were asked for as a highlight. A paragraph is drawn again only when something in it changes.
import { memo, useMemo } from "react";
import type { PointerEvent } from "react";
import type { Span } from "../../../base/span.js";
import { marksByParagraph, paragraphsOf, segmentsOf } from "./segments.js";
import type { Paragraph } from "./segments.js";
import { LAYERS } from "./layers.js";
import type { Layer, ReaderMark } from "./layers.js";

const TARGET = "target";

export function ReaderText({
  text,
  titleEnd,
  marks,
  layers,
  target,
  lit,
  light,
}: {
  readonly text: string;
  readonly titleEnd: number;
  readonly marks: readonly ReaderMark[];
  readonly layers: ReadonlySet<Layer>;
  readonly target: Span | null;
  readonly lit: ReadonlySet<string>;
  readonly light: (ids: readonly string[]) => void;
}) {
  const paragraphs = useMemo(() => paragraphsOf(text), [text]);
  const byParagraph = useMemo(() => marksByParagraph(paragraphs, marks), [paragraphs, marks]);
  const over = (event: PointerEvent): void => {
    const node = event.target instanceof Element ? event.target.closest("[data-marks]") : null;
    const ids = node?.getAttribute("data-marks")?.split("|") ?? [];
    if (ids.length > 0 || lit.size > 0) light(ids);
  };
  return (
    <div className="reader-text serif" onPointerOver={over} onPointerLeave={() => light([])}>
      {paragraphs.map((paragraph) => {
        const own = byParagraph[paragraph.index] ?? NONE;
        const touched = target !== null && target.start < paragraph.end && target.end > paragraph.start;
        return (
          <ParagraphText
            key={paragraph.index}
            text={text}
            paragraph={paragraph}
            isTitle={paragraph.end <= titleEnd}
            marks={own}
            layers={layers}
            target={touched ? target : null}
            lit={own.some((mark) => lit.has(mark.id)) ? lit : NOTHING}
          />
        );
      })}
    </div>
  );
}

const NONE: readonly ReaderMark[] = [];
const NOTHING: ReadonlySet<string> = new Set();

const ParagraphText = memo(function ParagraphText({
  text,
  paragraph,
  isTitle,
  marks,
  layers,
  target,
  lit,
}: {
  readonly text: string;
  readonly paragraph: Paragraph;
  readonly isTitle: boolean;
  readonly marks: readonly ReaderMark[];
  readonly layers: ReadonlySet<Layer>;
  readonly target: Span | null;
  readonly lit: ReadonlySet<string>;
}) {
  const segments = useMemo(() => {
    const shown: (
      ReaderMark | (Span & { readonly id: typeof TARGET; readonly layer: null; readonly words: "" })
    )[] = marks.filter((mark) => layers.has(mark.layer) || lit.has(mark.id));
    if (target !== null) shown.push({ ...target, id: TARGET, layer: null, words: "" });
    return segmentsOf(text, shown, paragraph.start, paragraph.end);
  }, [text, paragraph, marks, layers, target, lit]);
  return (
    <p className={isTitle ? "reader-title" : undefined} data-from={paragraph.start}>
      {segments.map((segment) => {
        if (segment.marks.length === 0) return segment.text;
        const ids = segment.marks.filter((mark) => mark.layer !== null).map((mark) => mark.id);
        const isTarget = segment.marks.some((mark) => mark.id === TARGET);
        const words = segment.marks.map((mark) => mark.words).filter((word) => word !== "");
        // One nested element a layer: each draws its own underline at its own depth.
        const drawn = LAYERS.filter(({ layer }) =>
          segment.marks.some((mark) => mark.layer === layer && layers.has(layer)),
        ).reduceRight(
          (inner, { layer }) => <span className={`u u-${layer}`}>{inner}</span>,
          <>{segment.text}</>,
        );
        return (
          <span
            key={segment.start}
            className={ids.some((id) => lit.has(id)) ? "mark lit" : "mark"}
            data-at={segment.start}
            data-marks={ids.join("|")}
            title={words.length > 0 ? words.join(" · ") : undefined}
          >
            {isTarget ? <mark data-target="">{drawn}</mark> : drawn}
          </span>
        );
      })}
    </p>
  );
});
