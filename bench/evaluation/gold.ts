// What this script needs of the gold documents in ../shared/gold: where each event and claim stands. Scoring is the scorer's;
// this only helps to say why something was missed.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

export interface GoldClaim {
  readonly attribute: string;
  readonly quote: string;
}

export interface GoldEvent {
  readonly id: string;
  readonly label: string;
  readonly quote: string;
  readonly optional?: boolean;
  readonly date: unknown;
  readonly focus: string;
  readonly place: {
    readonly name: unknown;
    readonly lat?: number;
    readonly lon?: number;
    readonly precision: string;
    readonly optional?: boolean;
  } | null;
  readonly claims: readonly GoldClaim[];
}

export interface GoldDocument {
  readonly ref: string;
  readonly events: readonly GoldEvent[];
}

/** As the scorer does: the last part of a reference, without its ending. */
export function keyOf(ref: string): string {
  return (ref.split("/").at(-1) ?? ref).replace(/\.(?:txt|html?|json)$/u, "");
}

export function readGold(folder: string): ReadonlyMap<string, GoldDocument> {
  const documents = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as GoldDocument);
  return new Map(documents.map((document) => [keyOf(document.ref), document]));
}
