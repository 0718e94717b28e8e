// The map's drawing: countries, a pack's own outlines, the query's box, places, names. Pure SVG; colours stand in the stylesheet.
import { memo, useMemo } from "react";
import type { IncidentQuery } from "../../../contract/query.js";
import { PRECISION_WORDS, plural } from "../words/labels.js";
import { countryAt, WORLD } from "./basemap.js";
import type { Shape } from "./basemap.js";
import { fitting } from "./map-labels.js";
import { inBox, pixelsFor, project } from "./map-view.js";
import type { MapView } from "./map-view.js";
import { circleRadius, REACH_KM } from "./place-marks.js";
import type { PlaceMark } from "./place-marks.js";

export interface MapLayersProps {
  readonly view: MapView;
  readonly width: number;
  readonly height: number;
  readonly countries: readonly Shape[];
  readonly regions: readonly Shape[];
  readonly places: readonly PlaceMark[];
  readonly box: IncidentQuery["bbox"];
  readonly lit: ReadonlySet<string>;
  readonly light: (ids: readonly string[]) => void;
  readonly choose: (place: PlaceMark) => void;
  readonly dragged: () => boolean;
}

const Land = memo(function Land({
  shapes,
  kind,
}: {
  readonly shapes: readonly Shape[];
  readonly kind: string;
}) {
  return shapes.map((shape) => (
    <path
      key={shape.key}
      d={shape.d}
      className={shape.shape.geometry.type.includes("Line") ? `${kind} ${kind}-line` : kind}
      vectorEffect="non-scaling-stroke"
    />
  ));
});

export function MapLayers(props: MapLayersProps) {
  const { view, width, height, countries, regions, places, box } = props;
  const whole = `translate(${view.x} ${view.y}) scale(${view.scale / WORLD})`;
  const areas = useMemo(
    () =>
      places
        .filter(({ place }) => place.precision === "country")
        .flatMap((mark) =>
          countryShapes(mark, regions, countries).map((shape) => ({ key: mark.key, shape })),
        ),
    [places, countries, regions],
  );
  const outlined = new Set(areas.map((area) => area.key));
  const placed = places.map((mark) => {
    const [x, y] = project(view, mark.place.lon, mark.place.lat);
    return { mark, x, y, r: circleRadius(mark.ids.length) };
  });
  const room = { width, height, letter: 6.2, line: 14 };
  const names = fitting(
    placed.map(({ mark, x, y, r }) => ({ key: mark.key, text: mark.place.name, x, y: y + r + 11 })),
    {
      ...room,
      taken: placed.map(({ x, y, r }) => ({ x0: x - r, y0: y - r, x1: x + r, y1: y + r })),
    },
  );
  const lands = fitting(
    [...regions, ...countries]
      .filter((s) => s.name !== "" && (s.width / WORLD) * view.scale > s.name.length * 6.5)
      .sort((a, b) => b.width - a.width)
      .map((s) => ({
        key: s.key,
        text: s.name,
        x: view.x + (s.centre[0] / WORLD) * view.scale,
        y: view.y + (s.centre[1] / WORLD) * view.scale,
      })),
    { ...room, letter: 7.5, line: 18, taken: names.taken },
  );
  return (
    <svg width={width} height={height} aria-hidden="true" className="map-plot">
      <g transform={whole}>
        <Land shapes={countries} kind="land" />
        <Land shapes={regions} kind="region" />
        {areas.map(({ key, shape }) => (
          <path
            key={`${key} ${shape.key}`}
            d={shape.d}
            className="map-country"
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </g>
      {lands.labels.map((label) => (
        <text key={label.key} className="map-name" x={label.x} y={label.y}>
          {label.text}
        </text>
      ))}
      {box === undefined ? null : <BoxOutline view={view} box={box} width={width} height={height} />}
      {placed.map(({ mark, x, y, r }) => (
        <PlaceShape
          key={mark.key}
          mark={mark}
          x={x}
          y={y}
          r={r}
          reach={
            outlined.has(mark.key)
              ? r + 4
              : Math.max(r + 4, pixelsFor(view, REACH_KM[mark.place.precision], mark.place.lat))
          }
          faint={box !== undefined && !inBox(box, mark.place.lon, mark.place.lat)}
          {...props}
        />
      ))}
      {names.labels.map((label) => (
        <text key={label.key} className="map-place-name" x={label.x} y={label.y}>
          {label.text}
        </text>
      ))}
    </svg>
  );
}

/** The outline of a country: a pack's region of that name, the basemap's, or all of a pack's regions when it lies among them. */
function countryShapes(
  mark: PlaceMark,
  regions: readonly Shape[],
  countries: readonly Shape[],
): readonly Shape[] {
  const { name, lon, lat } = mark.place;
  const named = regions.find((region) => region.name === name) ?? countryAt(countries, lon, lat);
  if (named !== null) return [named];
  return countryAt(regions, lon, lat) === null ? [] : regions;
}

function PlaceShape({
  mark,
  x,
  y,
  r,
  reach,
  faint,
  lit,
  light,
  choose,
  dragged,
}: {
  readonly mark: PlaceMark;
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly reach: number;
  readonly faint: boolean;
} & Pick<MapLayersProps, "lit" | "light" | "choose" | "dragged">) {
  const { place, ids, disputed } = mark;
  const exact = place.precision === "site" || place.precision === "city";
  return (
    <g
      className={`map-place ${exact ? "map-point" : "map-area"}${disputed > 0 ? " map-disputed" : ""}`}
      data-lit={ids.some((id) => lit.has(id)) ? "" : undefined}
      data-faint={faint ? "" : undefined}
      onPointerEnter={() => light(ids)}
      onPointerLeave={() => light([])}
      onClick={() => {
        if (!dragged()) choose(mark);
      }}
    >
      <title>{`${place.name}: ${plural(ids.length, "incident")}, known as ${PRECISION_WORDS[place.precision]}`}</title>
      {exact ? null : (
        <circle className={reach > 220 ? "map-reach map-wide" : "map-reach"} cx={x} cy={y} r={reach} />
      )}
      {exact ? <circle className="map-dot" cx={x} cy={y} r={r} /> : null}
      {ids.length > 1 || !exact ? (
        <text className="map-number" x={x} y={y + 3.5}>
          {ids.length}
        </text>
      ) : null}
    </g>
  );
}

function BoxOutline({
  view,
  box,
  width,
  height,
}: {
  readonly view: MapView;
  readonly box: NonNullable<IncidentQuery["bbox"]>;
  readonly width: number;
  readonly height: number;
}) {
  const [x0, y0] = project(view, box[0], box[3]);
  const [x1, y1] = project(view, box[2], box[1]);
  return (
    <g className="map-box">
      <path
        className="map-outside"
        fillRule="evenodd"
        d={`M0 0H${width}V${height}H0ZM${x0} ${y0}V${y1}H${x1}V${y0}Z`}
      />
      <rect x={x0} y={y0} width={Math.max(0, x1 - x0)} height={Math.max(0, y1 - y0)} />
    </g>
  );
}
