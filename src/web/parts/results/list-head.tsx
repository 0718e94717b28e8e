// The search box, the order of the list, and how many match, told to a screen reader when it changes.
import { useEffect, useRef, useState } from "react";
import type { IncidentQuery } from "../../../contract/query.js";
import { without } from "../../data/incident-query.js";
import type { ChangeQuery } from "../../data/incident-query.js";
import { groupDigits } from "../words/labels.js";

const ORDERS: readonly { readonly sort: NonNullable<IncidentQuery["sort"]>; readonly label: string }[] = [
  { sort: "-date", label: "newest first" },
  { sort: "date", label: "oldest first" },
  { sort: "disputes", label: "most in dispute" },
  { sort: "articles", label: "most articles" },
];
const TYPING_MS = 120;

export function ListHead({
  query,
  change,
  matching,
  total,
}: {
  readonly query: IncidentQuery;
  readonly change: ChangeQuery;
  readonly matching: number | undefined;
  readonly total: number | undefined;
}) {
  const [typed, setTyped] = useState(query.q ?? "");
  const sent = useRef(query.q ?? "");
  useEffect(() => {
    const now = query.q ?? "";
    if (now !== sent.current) setTyped(now);
    sent.current = now;
  }, [query.q]);
  useEffect(() => {
    const words = typed.trim();
    if (words === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = words;
      const rest = without(query, "q", "offset");
      change(words === "" ? rest : { ...rest, q: words }, "replace");
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, query, change]);
  return (
    <div className="list-head">
      <form role="search" onSubmit={(event) => event.preventDefault()}>
        <label className="unseen" htmlFor="search">
          Search incidents
        </label>
        <input
          id="search"
          type="search"
          className="field"
          placeholder="Search titles, places, actors, outlets, words"
          autoComplete="off"
          aria-keyshortcuts="/"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
      <p className="matching figures" role="status" aria-live="polite">
        {matching === undefined || total === undefined ? (
          <span className="unseen">Loading</span>
        ) : (
          <>
            <b>{groupDigits(matching)}</b>{" "}
            <span className="muted">
              {matching === total
                ? total === 1
                  ? "incident"
                  : "incidents"
                : `of ${groupDigits(total)} incidents`}
            </span>
          </>
        )}
      </p>
      <label className="order small">
        <span className="unseen">Order</span>
        <select
          className="field small"
          value={query.sort ?? "-date"}
          onChange={(event) => {
            const sort = ORDERS.find((order) => order.sort === event.target.value)?.sort ?? "-date";
            change(sort === "-date" ? without(query, "sort") : { ...query, sort }, "replace");
          }}
        >
          {ORDERS.map((order) => (
            <option key={order.sort} value={order.sort}>
              {order.label}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
