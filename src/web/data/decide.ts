// Deciding: a draft goes to the server, which keeps it and links anew; then the page goes to the incident that holds the event
// now, what was cached is asked for again, and the toast offers to undo it. Leaves alone: what a decision means (src/app/decide.ts).
import { useMutation } from "@tanstack/react-query";
import type { UseMutationResult } from "@tanstack/react-query";
import type { DecidedView, DecisionDraft } from "../../contract/decisions.js";
import type { IncidentView } from "../../contract/views.js";
import { currentAddress, navigate } from "./address.js";
import { client, fetchIncident, postDecision } from "./api.js";
import type { RequestFailure } from "./api.js";
import { showDecided } from "./decided.js";
import { incidentPath, pageOf } from "./paths.js";
import { stored } from "./stored-text.js";

/** Where the name of who decides is kept. */
export const BY_KEY = "hearsay.by";

export interface Deciding {
  readonly draft: DecisionDraft;
  /** The event "document#event" whose incident is shown afterwards; null stays where it is. */
  readonly follow: string | null;
}

export function useDecide(): UseMutationResult<DecidedView, RequestFailure, Deciding> {
  return useMutation<DecidedView, RequestFailure, Deciding>({
    networkMode: "always",
    mutationFn: ({ draft }) => postDecision(draft),
    onSuccess: async (decided, { follow }) => {
      showDecided({ decision: decided.decision, follow });
      await goTo(decided.incidents, follow);
      await client.invalidateQueries();
    },
  });
}

/** Takes a decision back; whoever is remembered as deciding takes it back. */
export function undoing(id: number, follow: string | null): Deciding {
  return { draft: { kind: "undo", undoes: id, reason: null, by: whoDecides() }, follow };
}

export function whoDecides(): string | null {
  const by = stored(BY_KEY).trim();
  return by === "" ? null : by;
}

/** On the page of an incident: to the one that holds the event now. Other pages stay. */
async function goTo(incidents: readonly string[], follow: string | null): Promise<void> {
  const page = pageOf(currentAddress().path);
  if (page.kind !== "incident") return;
  for (const id of follow === null ? [] : incidents) {
    const view = await fetchIncident(id).catch(() => null);
    if (view !== null && holds(view, follow)) return navigate(incidentPath(id));
  }
  const [first] = incidents;
  if (first !== undefined && !incidents.includes(page.id)) navigate(incidentPath(first));
}

function holds(view: IncidentView, key: string | null): boolean {
  return view.accounts.some((account) => eventKey(account) === key);
}

/** `eventKey({ document: "sha256:ab", event: "e1" })` is "sha256:ab#e1", as decisions name events. */
export function eventKey({ document, event }: { readonly document: string; readonly event: string }): string {
  return `${document}#${event}`;
}
