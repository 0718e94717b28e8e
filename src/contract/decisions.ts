// Decisions of a person, as they are asked for and shown: POST /api/decisions takes a draft, GET gives the log with the words of each event.
import { z } from "zod";

const Reason = z.string().trim().max(2_000).nullable().default(null);
const By = z.string().trim().max(200).nullable().default(null);
const Subjects = z.array(z.string().min(1).max(200)).min(1).max(500);

/** Ids of incidents or of events ("document#event"), which may be cut short. */
export const DecisionDraftSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.enum(["same", "not-same", "split"]), subjects: Subjects, reason: Reason, by: By }),
  z.strictObject({ kind: z.literal("undo"), undoes: z.number().int().positive(), reason: Reason, by: By }),
]);
export type DecisionDraft = z.infer<typeof DecisionDraftSchema>;

/** A decision as the log keeps it. */
export interface DecisionLine {
  readonly id: number;
  readonly kind: string;
  readonly subjects: readonly string[];
  readonly value: unknown;
  readonly reason: string | null;
  readonly by: string | null;
  readonly at: string;
}

export interface DecidedView {
  readonly decision: DecisionLine;
  /** Ids of the incidents that hold the decision's events now. */
  readonly incidents: readonly string[];
}

/** GET /api/decisions: the newest first. */
export interface DecisionListView {
  readonly decisions: readonly (Omit<DecisionLine, "subjects" | "value"> & {
    readonly subjects: readonly DecidedEvent[];
    /** Of a split: the events that were left behind. */
    readonly from: readonly DecidedEvent[];
    /** The decision that an undo takes back. */
    readonly undoes: number | null;
    readonly undone: boolean;
  })[];
}

export interface DecidedEvent {
  /** "document#event" */
  readonly id: string;
  readonly document: string;
  readonly event: string;
  readonly outlet: string | null;
  /** Null where a later reading no longer finds the event. */
  readonly quote: string | null;
  readonly incident: string | null;
}
