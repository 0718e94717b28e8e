// The query of GET /api/incidents, checked before it is read: unknown keys and values that mean nothing are refused with
// the name of the key, rather than left out in silence as the address bar does.
import { z } from "zod";
import type { Result } from "../base/result.js";
import { failed, ok } from "../base/result.js";
import { queryFromParams } from "../contract/query-string.js";
import type { IncidentQuery } from "../contract/query.js";
import { ATTRIBUTES } from "../model/claim.js";
import { EVENT_TYPES } from "../model/event.js";
import { STATUSES } from "../model/incident.js";

const words = z.array(z.string().min(1).max(200)).max(100);
const once = <T extends z.ZodType>(value: T): z.ZodTuple<[T]> => z.tuple([value]);
const day = once(z.string().regex(/^-?\d{4}(?:-\d{2}){0,2}$/u, "a day is written YYYY-MM-DD"));
const count = once(z.string().regex(/^\d{1,9}$/u, "a number is wanted"));

/** Every key with all its values. */
const Params = z
  .strictObject({
    q: once(z.string().max(500)),
    from: day,
    to: day,
    country: words,
    place: words,
    type: z.array(z.enum(EVENT_TYPES)),
    weapon: words,
    outlet: words,
    origin: words,
    status: z.array(z.enum(STATUSES)),
    disputed: z.array(z.enum(ATTRIBUTES as readonly [string, ...string[]])),
    focus: once(z.enum(["main", "all"])),
    bbox: once(
      z.string().regex(/^-?\d+(?:\.\d+)?(?:,-?\d+(?:\.\d+)?){3}$/u, "west,south,east,north are wanted"),
    ),
    sort: once(z.enum(["date", "-date", "disputes", "articles"])),
    offset: count,
    limit: count,
  })
  .partial();

/** `readQuery("sort=date")` is { sort: "date" }; `readQuery("sort=x")` is the problem query/invalid. */
export function readQuery(search: string): Result<IncidentQuery> {
  const params = new URLSearchParams(search);
  const all = Object.fromEntries([...new Set(params.keys())].map((key) => [key, params.getAll(key)]));
  const checked = Params.safeParse(all);
  if (checked.success) return ok(queryFromParams(params));
  const [issue] = checked.error.issues;
  const key = issue?.path[0];
  const message = `${key === undefined ? "" : `${String(key)}: `}${issue?.message ?? "not understood"}`;
  return failed("query/invalid", `?${search}`.slice(0, 200), { message });
}
