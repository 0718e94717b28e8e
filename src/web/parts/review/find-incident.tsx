// Finds another incident by words, with the list's own search; before a word is typed, those near in time. Radio buttons, so that
// arrow keys choose. The incident that is being reviewed is left out.
import { useDeferredValue, useId, useState } from "react";
import type { IncidentRow } from "../../../contract/views.js";
import type { IncidentQuery } from "../../../contract/query.js";
import { useIncidents } from "../../data/api.js";
import { dayNumber, dayText } from "../timeline/day-number.js";
import { edtfShort } from "../words/edtf-words.js";
import { plural } from "../words/labels.js";

const MOST = 30;
const NEAR_DAYS = 14;

export function FindIncident({
  row,
  chosen,
  choose,
}: {
  readonly row: IncidentRow;
  readonly chosen: string | null;
  readonly choose: (id: string | null) => void;
}) {
  const [words, setWords] = useState("");
  const wanted = useDeferredValue(words.trim());
  const found = useIncidents(wanted === "" ? nearInTime(row) : { q: wanted, limit: MOST });
  const name = useId();
  const others = (found.data?.incidents ?? []).filter((other) => other.id !== row.id);
  if (wanted === "") others.sort((a, b) => daysBetween(a, row) - daysBetween(b, row));
  const more = Math.max(0, (found.data?.matching ?? 0) - MOST);
  return (
    <div className="find-incident">
      <label>
        <span className="small">Find the incident</span>
        <input
          type="search"
          className="field"
          placeholder="Words of its title, place, actors, outlets or quotes"
          autoFocus
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            choose(null);
          }}
        />
      </label>
      <p className="small muted" role="status" aria-live="polite">
        {found.error !== null
          ? found.error.message
          : found.data === undefined
            ? "Looking…"
            : others.length === 0
              ? wanted === ""
                ? "None near in time. Type words of the one you mean."
                : "None found. Fewer words find more."
              : wanted === ""
                ? `${row.date === null ? "The latest" : "Near in time"}: ${others.length}`
                : `${plural(others.length, "incident")} found${more > 0 ? `, ${more} more not shown` : ""}`}
      </p>
      <fieldset className="found-incidents">
        <legend className="unseen">Incidents found</legend>
        {others.map((other) => (
          <label key={other.id} className="found-incident">
            <input type="radio" name={name} checked={chosen === other.id} onChange={() => choose(other.id)} />
            <span>
              <span className="found-title">{other.title}</span>
              <span className="small muted figures">
                {other.date === null ? "date not told" : edtfShort(other.date)}
                <span className="dot" />
                {other.place === null ? "place not told" : other.place.name}
                <span className="dot" />
                {plural(other.articles, "article")}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}

/** Those that can have happened within a few days of this one; all where nobody tells when it was. */
function nearInTime(row: IncidentRow): IncidentQuery {
  const from = dayNumber(row.earliest ?? "");
  const to = dayNumber(row.latest ?? "");
  if (from === null || to === null) return { limit: MOST };
  return { from: dayText(from - NEAR_DAYS), to: dayText(to + NEAR_DAYS), limit: MOST };
}

/** From the first day of one to the first day of the other; what has no day comes last. */
function daysBetween(a: IncidentRow, b: IncidentRow): number {
  const [x, y] = [dayNumber(a.earliest ?? ""), dayNumber(b.earliest ?? "")];
  return x === null || y === null ? Number.MAX_SAFE_INTEGER : Math.abs(x - y);
}
