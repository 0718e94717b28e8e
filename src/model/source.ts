// Who says something: the chain that a document names, from the origin to the source nearest to the document.
// Terms follow the attribution literature (PARC: source, cue, content). Kinds are those of the record format.

export const SOURCE_KINDS = [
  "military",
  "government",
  "police",
  "armed_group",
  "opposition",
  "monitor",
  "medical",
  "media",
  "witness",
  "social_media",
  "footage",
  "analyst",
  "anonymous",
  "unspecified",
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export interface Source {
  /** Resolved to an actor's or outlet's own name where it is known, else the words of the text. */
  readonly name: string;
  readonly kind: SourceKind;
}

export const STANCES = ["asserted", "denied", "unverified", "open"] as const;
export type Stance = (typeof STANCES)[number];
