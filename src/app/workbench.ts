// What the browser's pages ask of one open collection; src/server serves it, src/app/views makes the answers.
import type { Result } from "../base/result.js";
import type { Explanation } from "../contract/explanation.js";
import type { DecidedView, DecisionDraft, DecisionListView } from "../contract/decisions.js";
import type { IncidentQuery } from "../contract/query.js";
import type {
  CollectionView,
  DocumentListView,
  DocumentView,
  IncidentListView,
  IncidentView,
  TallyListView,
} from "../contract/views.js";

export interface Workbench {
  /** Changes whenever an answer may. */
  stamp(): Promise<string>;
  collection(): Promise<CollectionView>;
  incidents(query: IncidentQuery): Promise<IncidentListView>;
  incident(id: string): Promise<Result<IncidentView>>;
  documents(): Promise<DocumentListView>;
  document(id: string): Promise<Result<DocumentView>>;
  bytes(documentId: string): Promise<Result<Uint8Array>>;
  tallies(): Promise<TallyListView>;
  decisions(): Promise<DecisionListView>;
  /** Keeps a person's decision and links anew. */
  decide(draft: DecisionDraft): Promise<Result<DecidedView>>;
  explain(id: string): Promise<Result<Explanation>>;
}
