// The server's answers, typed by the contract. A refused request carries its problem details (RFC 9457);
// an unreachable server is a failure of its own, because then nothing is wrong with the record.
import { keepPreviousData, QueryClient, useQuery } from "@tanstack/react-query";
import type { UseQueryResult } from "@tanstack/react-query";
import type { DecidedView, DecisionDraft, DecisionListView } from "../../contract/decisions.js";
import type { IncidentQuery } from "../../contract/query.js";
import type {
  CollectionView,
  DocumentListView,
  DocumentView,
  IncidentListView,
  IncidentView,
  ProblemView,
  TallyListView,
} from "../../contract/views.js";
import { queryToSearch } from "./incident-query.js";

export class RequestFailure extends Error {
  constructor(
    /** Null where no answer came at all, or one that is no problem document. */
    readonly problem: ProblemView | null,
    readonly unreachable: boolean,
    message: string,
  ) {
    super(message);
    this.name = "RequestFailure";
  }
}

function get<T>(path: string, signal: AbortSignal): Promise<T> {
  return ask<T>(path, { signal, headers: { accept: "application/json" } });
}

async function ask<T>(path: string, request: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, request);
  } catch (error) {
    if (request.signal?.aborted === true) throw error;
    throw new RequestFailure(null, true, "The server does not answer.");
  }
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return body as T;
  const problem = isProblem(body) ? body : null;
  throw new RequestFailure(
    problem,
    problem === null && response.status >= 502,
    problem?.title ?? `The server answered ${response.status}.`,
  );
}

function isProblem(body: unknown): body is ProblemView {
  return typeof body === "object" && body !== null && "title" in body && "detail" in body;
}

export const client = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: 5_000, networkMode: "always" } },
});

function useView<T>(path: string, keep = false): UseQueryResult<T, RequestFailure> {
  return useQuery<T, RequestFailure>({
    queryKey: [path],
    queryFn: ({ signal }) => get<T>(path, signal),
    ...(keep ? { placeholderData: keepPreviousData } : {}),
    refetchInterval: (query) =>
      query.state.error instanceof RequestFailure && query.state.error.unreachable ? 3_000 : false,
  });
}

export function useCollection(): UseQueryResult<CollectionView, RequestFailure> {
  return useView("/api/collection");
}
export function useIncidents(query: IncidentQuery): UseQueryResult<IncidentListView, RequestFailure> {
  return useView(`/api/incidents${queryToSearch(query)}`, true);
}
export function useIncident(id: string): UseQueryResult<IncidentView, RequestFailure> {
  return useView(`/api/incidents/${encodeURIComponent(id)}`);
}
export function useDocument(id: string): UseQueryResult<DocumentView, RequestFailure> {
  return useView(`/api/documents/${encodeURIComponent(id)}`);
}
export function useDocuments(): UseQueryResult<DocumentListView, RequestFailure> {
  return useView("/api/documents");
}
export function useDecisions(): UseQueryResult<DecisionListView, RequestFailure> {
  return useView("/api/decisions");
}
export function useTallies(): UseQueryResult<TallyListView, RequestFailure> {
  return useView("/api/tallies");
}

export function postDecision(draft: DecisionDraft): Promise<DecidedView> {
  return ask<DecidedView>("/api/decisions", {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json" },
    body: JSON.stringify(draft),
  });
}

/** An incident asked for once, outside of a page; it stands in the cache for the page that comes next. */
export function fetchIncident(id: string): Promise<IncidentView> {
  const path = `/api/incidents/${encodeURIComponent(id)}`;
  return client.fetchQuery({
    queryKey: [path],
    queryFn: ({ signal }) => get<IncidentView>(path, signal),
    staleTime: 0,
  });
}
