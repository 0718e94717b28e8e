// Which kinds are underlined: all, none, or one or more chosen. Each switch shows its own underline, so the line alone tells the kind.
import { LAYERS } from "./layers.js";
import type { Layer } from "./layers.js";

export function LayerSwitches({
  counts,
  layers,
  change,
}: {
  readonly counts: ReadonlyMap<Layer, number>;
  readonly layers: ReadonlySet<Layer>;
  readonly change: (layers: ReadonlySet<Layer>) => void;
}) {
  const present = LAYERS.filter(({ layer }) => (counts.get(layer) ?? 0) > 0);
  const flip = (layer: Layer): void => {
    const next = new Set(layers);
    if (!next.delete(layer)) next.add(layer);
    change(next);
  };
  return (
    <fieldset className="layers">
      <legend>Underline</legend>
      <p className="layers-all small">
        <button
          type="button"
          className="quiet small"
          onClick={() => change(new Set(LAYERS.map((l) => l.layer)))}
        >
          all
        </button>
        <button type="button" className="quiet small" onClick={() => change(new Set())}>
          none
        </button>
      </p>
      <ul>
        {present.map(({ layer, label }) => (
          <li key={layer}>
            <label className="facet-value">
              <input type="checkbox" checked={layers.has(layer)} onChange={() => flip(layer)} />
              <span className="facet-label">
                <span className={`u u-${layer}`}>{label}</span>
              </span>
              <span className="figure muted">{counts.get(layer)}</span>
            </label>
            <button type="button" className="quiet small only" onClick={() => change(new Set([layer]))}>
              only<span className="unseen"> {label}</span>
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
