// Where: incidents by place over an offline basemap. Drag, wheel, pinch, keys and buttons move it; a drawn box or the view itself
// becomes the query's box. A place that is known only roughly is drawn as an area of that size, never as a point.
import { useEffect, useMemo, useRef, useState } from "react";
import type { IncidentQuery } from "../../../contract/query.js";
import { useSize } from "../../data/screen.js";
import { groupDigits } from "../words/labels.js";
import { loadCountries, outlineShapes } from "./basemap.js";
import type { Shape } from "./basemap.js";
import { MapLayers } from "./map-layers.js";
import { boxOf, fitted, panned, project, zoomed } from "./map-view.js";
import type { Box, MapView } from "./map-view.js";
import { useMapPointer } from "./map-pointer.js";
import { placeMarks, placesToShow } from "./place-marks.js";
import type { MapMark, PlaceMark } from "./place-marks.js";

export interface IncidentMapProps {
  readonly marks: readonly MapMark[];
  readonly outline: unknown;
  readonly box: IncidentQuery["bbox"];
  readonly changeBox: (box: Box | null) => void;
  readonly choosePlace: (place: PlaceMark) => void;
  readonly lit: ReadonlySet<string>;
  readonly light: (ids: readonly string[]) => void;
  /** Whether the wheel zooms by itself; else only with Ctrl, so that a page still scrolls. */
  readonly wheel: boolean;
}

export function IncidentMap(props: IncidentMapProps) {
  const { marks, outline, box, changeBox, lit, light, choosePlace } = props;
  const frame = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(frame);
  const [countries, setCountries] = useState<readonly Shape[]>([]);
  const [moved, setMoved] = useState<MapView | null>(null);
  const [drawing, setDrawing] = useState(false);
  const { places, nowhere } = useMemo(() => placeMarks(marks), [marks]);
  const regions = useMemo(() => outlineShapes(outline), [outline]);
  useEffect(() => {
    let here = true;
    loadCountries().then(
      (shapes) => here && setCountries(shapes),
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, []);

  const home = useMemo(() => {
    if (width === 0 || height === 0) return null;
    if (box !== undefined)
      return fitted(
        [
          [box[0], box[1]],
          [box[2], box[3]],
        ],
        width,
        height,
        24,
      );
    return fitted(pointsOf(placesToShow(places)), width, height);
  }, [places, box, width, height]);
  // The first fit stands until the person moves the map or asks for all places: filters do not move it.
  const first = useRef<MapView | null>(null);
  if (first.current === null && home !== null && places.length > 0) first.current = home;
  const view = moved ?? first.current ?? home;

  const change = (next: (view: MapView) => MapView): void =>
    setMoved((old) => {
      const from = old ?? first.current ?? home;
      return from === null ? null : next(from);
    });
  const pointer = useMapPointer(frame, {
    drawing,
    wheel: props.wheel,
    change,
    drawn: (x0, y0, x1, y1) => {
      setDrawing(false);
      if (view !== null && Math.abs(x1 - x0) > 4 && Math.abs(y1 - y0) > 4)
        changeBox(boxOf(view, x0, y0, x1, y1));
    },
  });
  const fit = (): void => {
    first.current = null;
    setMoved(width === 0 ? null : fitted(pointsOf(places), width, height));
  };
  const key = (event: React.KeyboardEvent): void => {
    const steps: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => change((v) => panned(v, 60, 0)),
      ArrowRight: () => change((v) => panned(v, -60, 0)),
      ArrowUp: () => change((v) => panned(v, 0, 60)),
      ArrowDown: () => change((v) => panned(v, 0, -60)),
      "+": () => change((v) => zoomed(v, 1.5, width / 2, height / 2)),
      "=": () => change((v) => zoomed(v, 1.5, width / 2, height / 2)),
      "-": () => change((v) => zoomed(v, 1 / 1.5, width / 2, height / 2)),
      "0": fit,
      Escape: () => {
        setDrawing(false);
        pointer.giveUp();
      },
    };
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    step();
  };
  return (
    <section className="map" aria-label="Map">
      <div
        ref={frame}
        className="map-frame"
        data-drawing={drawing ? "" : undefined}
        tabIndex={0}
        role="group"
        aria-label={`Map of ${groupDigits(places.length)} places. Arrow keys move it, plus and minus zoom, 0 shows all.`}
        onKeyDown={key}
        {...pointer.on}
      >
        {view === null ? null : (
          <MapLayers
            view={view}
            width={width}
            height={height}
            countries={countries}
            regions={regions}
            places={places}
            box={box}
            lit={lit}
            light={light}
            choose={choosePlace}
            dragged={pointer.dragged}
          />
        )}
        {pointer.rectangle === null ? null : <div className="map-rectangle" style={pointer.rectangle} />}
        <div className="map-zoom" onPointerDown={(event) => event.stopPropagation()}>
          <button
            type="button"
            aria-label="Nearer"
            onClick={() => change((v) => zoomed(v, 1.7, width / 2, height / 2))}
          >
            +
          </button>
          <button
            type="button"
            aria-label="Farther"
            onClick={() => change((v) => zoomed(v, 1 / 1.7, width / 2, height / 2))}
          >
            −
          </button>
          <button type="button" aria-label="Show all places" title="Show all places" onClick={fit}>
            <svg viewBox="0 0 12 12" aria-hidden="true">
              <path d="M1 4V1h3M8 1h3v3M11 8v3H8M4 11H1V8" />
            </svg>
          </button>
        </div>
      </div>
      <p className="map-foot small">
        <button
          type="button"
          className="quiet small"
          aria-pressed={drawing}
          onClick={() => setDrawing(!drawing)}
        >
          {drawing ? "Drag on the map…" : "Draw an area"}
        </button>
        <button
          type="button"
          className="quiet small"
          disabled={view === null}
          onClick={() => view !== null && changeBox(boxOf(view, 0, 0, width, height))}
        >
          Filter to this view
        </button>
        {box === undefined ? null : (
          <button type="button" className="quiet small" onClick={() => changeBox(null)}>
            Clear the area
          </button>
        )}
        <span className="muted map-note">
          <span className="map-key" aria-hidden="true" /> area: not known more exactly
          {nowhere > 0 ? ` · ${groupDigits(nowhere)} without a place` : ""}
        </span>
      </p>
    </section>
  );
}

function pointsOf(places: readonly PlaceMark[]): (readonly [number, number])[] {
  return places.map(({ place }) => [place.lon, place.lat]);
}

/** Exported for the incident page's small map: the same layers, no controls. */
export function PlaceMap({ mark, outline }: { readonly mark: PlaceMark; readonly outline: unknown }) {
  const frame = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(frame);
  const [countries, setCountries] = useState<readonly Shape[]>([]);
  const regions = useMemo(() => outlineShapes(outline), [outline]);
  useEffect(() => {
    loadCountries().then(setCountries, () => undefined);
  }, []);
  const { lon, lat, precision } = mark.place;
  const span = precision === "country" ? 9 : precision === "province" ? 3 : 1.6;
  const view =
    width === 0
      ? null
      : fitted(
          [
            [lon - span, lat - span / 2],
            [lon + span, lat + span / 2],
          ],
          width,
          height,
          4,
        );
  return (
    <div ref={frame} className="map-frame map-small" aria-hidden="true">
      {view === null || project(view, lon, lat)[0] < 0 ? null : (
        <MapLayers
          view={view}
          width={width}
          height={height}
          countries={countries}
          regions={regions}
          places={[mark]}
          box={undefined}
          lit={NONE}
          light={nothing}
          choose={nothing}
          dragged={nothing}
        />
      )}
    </div>
  );
}

const NONE: ReadonlySet<string> = new Set();
function nothing(): false {
  return false;
}
