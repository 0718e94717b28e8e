// A small server with the contract's routes over fixture data and the built workbench, with the policy that the product's server
// sets. For looking at pages before a collection exists, and for states that a real collection rarely shows (empty, failing, huge).
//   npx tsx test/web/fixture-server.ts [port] [number of incidents]
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { Server } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import type { IncidentQuery } from "../../src/contract/query.js";
import { queryFromParams } from "../../src/contract/query-string.js";
import type {
  FacetValue,
  IncidentListView,
  IncidentRow,
  ProblemView,
  TallyLineView,
} from "../../src/contract/views.js";
import type { Tally } from "../../src/model/tally.js";
import { HEADERS } from "../../src/server/headers.js";
import { DECISIONS } from "./fixture-decisions.js";
import { DOCUMENTS, INCIDENTS, crowd } from "./fixture-incidents.js";

const BUILT = fileURLToPath(new URL("../../dist/web", import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

export interface FixtureOptions {
  readonly incidents: number;
  readonly state: "full" | "empty" | "failing";
}

const OUTLINE = {
  type: "FeatureCollection",
  features: [
    region("North Tarn", [
      [-36.9, 31.1],
      [-36.7, 31.9],
      [-36.1, 32.05],
      [-35.75, 31.7],
      [-35.7, 31.15],
      [-36.2, 30.95],
      [-36.9, 31.1],
    ]),
    region("Harrow", [
      [-36.2, 30.95],
      [-35.7, 31.15],
      [-35.2, 30.95],
      [-35.0, 30.5],
      [-35.9, 30.3],
      [-36.4, 30.55],
      [-36.2, 30.95],
    ]),
    region("Vale", [
      [-35.75, 31.7],
      [-35.4, 31.95],
      [-34.8, 31.75],
      [-34.7, 31.2],
      [-35.2, 30.95],
      [-35.7, 31.15],
      [-35.75, 31.7],
    ]),
  ],
};
function region(name: string, ring: readonly (readonly [number, number])[]) {
  return { type: "Feature", properties: { name }, geometry: { type: "Polygon", coordinates: [ring] } };
}

function matches(row: IncidentRow, query: IncidentQuery): boolean {
  const one = (values: readonly string[] | undefined, value: string | undefined | null): boolean =>
    values === undefined || (value !== undefined && value !== null && values.includes(value));
  const words = (query.q ?? "").toLowerCase().split(/\s+/u);
  const haystack = `${row.title} ${row.place?.name ?? ""} ${row.type}`.toLowerCase();
  const { bbox } = query;
  return (
    words.every((word) => haystack.includes(word)) &&
    (query.from === undefined || (row.latest !== null && row.latest >= query.from)) &&
    (query.to === undefined || (row.earliest !== null && row.earliest <= query.to)) &&
    one(query.type, row.type) &&
    one(query.place, row.place?.name) &&
    (query.status === undefined || query.status.some((s) => (row.statuses[s] ?? 0) > 0)) &&
    (query.disputed === undefined || query.disputed.some((a) => row.disputed.includes(a))) &&
    (query.focus !== "main" || row.main) &&
    (bbox === undefined ||
      (row.place !== null &&
        row.place.lon >= bbox[0] &&
        row.place.lat >= bbox[1] &&
        row.place.lon <= bbox[2] &&
        row.place.lat <= bbox[3]))
  );
}

function facet(rows: readonly IncidentRow[], values: (row: IncidentRow) => readonly string[]): FacetValue[] {
  const counts = new Map<string, number>();
  for (const row of rows) for (const value of values(row)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value, count]) => ({ value, label: value, count }));
}

function listOf(rows: readonly IncidentRow[], query: IncidentQuery): IncidentListView {
  const matching = rows.filter((row) => matches(row, query));
  const free = (key: keyof IncidentQuery): IncidentRow[] => {
    const { [key]: _own, ...rest } = query;
    return rows.filter((row) => matches(row, rest));
  };
  const order = query.sort ?? "-date";
  const key = (row: IncidentRow): number | string =>
    order === "disputes" ? -row.disputed.length : order === "articles" ? -row.articles : (row.earliest ?? "");
  const sorted = [...matching].sort((a, b) => {
    const [x, y] = order === "-date" ? [key(b), key(a)] : [key(a), key(b)];
    return x < y ? -1 : x > y ? 1 : 0;
  });
  const offset = query.offset ?? 0;
  return {
    total: rows.length,
    matching: matching.length,
    incidents: sorted.slice(offset, offset + (query.limit ?? 100)),
    facets: {
      country: [],
      place: facet(free("place"), (row) => (row.place === null ? [] : [row.place.name])),
      type: facet(free("type"), (row) => [row.type]),
      weapon: [],
      outlet: [],
      origin: [],
      status: facet(free("status"), (row) => Object.keys(row.statuses)),
      disputed: facet(free("disputed"), (row) => row.disputed),
    },
    marks: sorted.map(({ id, title, type, earliest, latest, place, disputed, main }) => ({
      id,
      title,
      type,
      earliest,
      latest,
      place,
      disputed,
      main,
    })),
  };
}

/** Under every tally of attacks the same handful, with each reason once; what counts people is not compared. */
function recordOf({ what }: Tally): TallyLineView["record"] {
  if (what !== "attacks") return null;
  const [one, two, three, four, five] = [...INCIDENTS.map((view) => view.row), ...crowd(3)].map(
    ({ id, title, date }) => ({ id, title, date }),
  );
  return {
    within: [one!],
    near: [
      { ...two!, fails: "period", days: 2 },
      { ...three!, fails: "kind", days: null },
      { ...four!, fails: "perpetrator", days: null },
    ],
    undecided: [{ ...five!, unknown: "period" }],
    untested: ["target"],
  };
}

function problem(
  status: number,
  code: string,
  title: string,
  detail: string,
): readonly [number, ProblemView] {
  return [status, { type: `https://hearsay.example/problems/${code}`, title, status, detail, code }];
}

function answer(path: string, params: URLSearchParams, options: FixtureOptions): readonly [number, unknown] {
  if (options.state === "failing")
    return problem(
      500,
      "collection/unreadable",
      "The collection could not be read",
      "The file collection.sqlite is locked by another program. Close it and try again.",
    );
  const empty = options.state === "empty";
  const rows = empty ? [] : [...INCIDENTS.map((view) => view.row), ...crowd(options.incidents)];
  const documents = empty ? [] : DOCUMENTS;
  if (path === "/api/collection")
    return [
      200,
      {
        name: "Tarnland reports",
        documents: documents.length,
        events: 9,
        incidents: rows.length,
        outlets: 6,
        version: "0.1.0",
        samples: true,
        outline: OUTLINE,
      },
    ];
  if (path === "/api/incidents") return [200, listOf(rows, queryFromParams(params))];
  if (path === "/api/documents")
    return [
      200,
      {
        total: documents.length,
        documents: documents.map((view) => ({
          id: view.document.id,
          title: view.document.title,
          outlet: view.document.outlet?.name ?? null,
          published: view.document.published,
          publishedBasis: view.document.publishedBasis,
          ref: view.document.ref,
          events: view.events.length,
          incidents: new Set(view.events.map((event) => event.incident)).size,
          warnings: view.warnings.length,
        })),
      },
    ];
  if (path === "/api/tallies")
    return [
      200,
      {
        tallies: documents.flatMap((view) =>
          view.tallies.map((tally) => ({
            ...tally,
            document: view.document.id,
            outlet: view.document.outlet?.name ?? "",
            published: view.document.published,
            record: recordOf(tally),
          })),
        ),
      },
    ];
  if (path === "/api/decisions") return [200, { decisions: empty ? [] : DECISIONS }];
  const [, , room, id = ""] = path.split("/");
  if (room === "incidents") {
    const found = INCIDENTS.find((view) => view.row.id === decodeURIComponent(id));
    if (found !== undefined) return [200, found];
    return problem(
      404,
      "incident/unknown",
      "No such incident",
      "The collection holds no incident of this id. It may have been joined with another since this address was copied.",
    );
  }
  const found = documents.find((view) => view.document.id === decodeURIComponent(id));
  if (room === "documents" && found !== undefined) {
    const title = (incident: string | null): string | null =>
      INCIDENTS.find((view) => view.row.id === incident)?.row.title ?? null;
    return [
      200,
      { ...found, events: found.events.map((event) => ({ ...event, incidentTitle: title(event.incident) })) },
    ];
  }
  return problem(404, "document/unknown", "No such document", "The collection holds no document of this id.");
}

export function fixtureServer(options: FixtureOptions): Server {
  return createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    if (url.pathname.startsWith("/api/")) {
      const [status, body] = answer(url.pathname, url.searchParams, options);
      response.writeHead(status, {
        "content-type": status === 200 ? "application/json" : "application/problem+json",
      });
      response.end(JSON.stringify(body));
      return;
    }
    const wanted = join(BUILT, normalize(url.pathname));
    const file =
      extname(wanted) !== "" && wanted.startsWith(BUILT) && existsSync(wanted)
        ? wanted
        : join(BUILT, "index.html");
    response.writeHead(200, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      ...HEADERS,
    });
    response.end(readFileSync(file));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const port = Number(process.argv[2] ?? 4790);
  const incidents = Number(process.argv[3] ?? 40);
  const state = process.argv[4] === "empty" || process.argv[4] === "failing" ? process.argv[4] : "full";
  fixtureServer({ incidents, state }).listen(port, "127.0.0.1", () =>
    console.error(`http://127.0.0.1:${port}`),
  );
}
