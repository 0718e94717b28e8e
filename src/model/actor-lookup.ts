// ActorLookup: what the tables of actors and outlets know of a name, as far as judging origins and comparing names needs it.
// Built in the pipeline from src/knowledge; NO_ACTORS knows nobody.

export interface ActorLookup {
  /** Id of the actor that this name means; null where the tables do not know it. */
  actorIdOf(name: string): string | null;
  /** Ids of the bodies that this actor belongs to or speaks for on a day, at any time where none is given; nearest first. */
  memberOf(id: string, day?: string | null): readonly string[];
  /** Id of the state that this actor is, belongs to or speaks for; null where it is of none. */
  stateOf(id: string, day?: string | null): string | null;
  /** The family (owner) of an outlet or agency; its own domain or name where it has none; null where it is no known outlet. */
  outletFamily(nameOrDomain: string): string | null;
}

export const NO_ACTORS: ActorLookup = {
  actorIdOf: () => null,
  memberOf: () => [],
  stateOf: () => null,
  outletFamily: () => null,
};
