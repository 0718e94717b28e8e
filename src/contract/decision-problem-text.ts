// The words for decisions that cannot be kept (codes decision/); src/contract/problem-text.ts renders them.
import type { Wording } from "./wording.js";

export const DECISION_PROBLEM_WORDINGS: Readonly<Record<string, Wording>> = {
  "decision/too-few": (input) => ({
    what: `${input}: a decision needs at least two incidents or events, a split at least one event`,
    todo: "Name them by their ids, as hearsay incidents and hearsay explain print them.",
  }),
  "decision/twice": (input) => ({
    what: `${input}: one event is named twice`,
    todo: "Name each incident or event once; an incident stands for all of its events.",
  }),
  "decision/no-event": (input) => ({
    what: `${input}: this is no incident and no event`,
    todo: "Name an incident, or an event as document#event.",
  }),
  "decision/not-one-incident": (input) => ({
    what: `${input}: these events are not all in one incident`,
    todo: "Split one incident at a time.",
  }),
  "decision/nothing-left": (input) => ({
    what: `${input}: these are all the events of the incident, so nothing is left to split them from`,
    todo: "Name only the events that are to leave.",
  }),
  "decision/unknown": (input) => ({
    what: `${input}: there is no such decision that could be undone`,
    todo: "hearsay decisions lists them with their numbers.",
  }),
  "decision/undone": (input) => ({
    what: `${input}: this decision is undone already`,
    todo: "Decide anew to bring it back.",
  }),
  "decision/invalid": (input, { message }) => ({
    what: `${input}: this is no decision that could be kept (${message})`,
    todo: "docs/record.md says what a decision is made of.",
  }),
};
