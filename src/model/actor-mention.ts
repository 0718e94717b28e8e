// ActorMention: words recognised as a body, person or outlet that acts or speaks, with the actor table's row where one is meant.
import type { Span } from "../base/span.js";
import type { SourceKind } from "./source.js";
import type { DerivationStep } from "./derivation.js";

export interface ActorMention extends Span {
  readonly quote: string;
  /** Row id of knowledge/actors or the domain of knowledge/outlets; null where only described ("a security source"). */
  readonly id: string | null;
  /** The table's name, or the words themselves. */
  readonly name: string;
  /** What kind of source it is when it speaks. */
  readonly sourceKind: SourceKind;
  /** "actor": from the actor table; "outlet": from the outlet table; "description": a describing phrase ("a police source", "witnesses"). */
  readonly basis: "actor" | "outlet" | "description";
  /** Id of the body a person speaks for or a part belongs to; null where none. */
  readonly memberOf: string | null;
  /** The name of the body that a person speaks for, as told beside the name or by the table; null where nothing tells. */
  readonly speaksFor: string | null;
  /** A person by name, of the table or by title. */
  readonly person: boolean;
  /** ISO 3166 alpha-2 where the table says. */
  readonly country: string | null;
  /** True where the words are a loaded name ("terrorists"): kept as said, identifies nobody by itself. */
  readonly loaded: boolean;
  readonly derivation: DerivationStep;
}
