// Relation: how two told values of one attribute stand to each other, with the rule that says so.

export type RelationKind = "equal" | "compatible" | "refinement" | "part" | "conflict" | "apart";

export interface Relation {
  readonly kind: RelationKind;
  readonly rule: string;
}
