// The tables of actors and outlets under ../shared as a lookup, for measuring linking by itself.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ActorLookup } from "../src/model/actor-lookup.js";
import { SHARED } from "./gold-records.js";

const fold = (s: string) =>
  s
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/^the /u, "")
    .replace(/[’'`.]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

function rows(file: string): Record<string, string>[] {
  const path = join(SHARED, "data/actors", file);
  if (!existsSync(path)) return [];
  const [head, ...lines] = readFileSync(path, "utf8").trimEnd().split("\n");
  const names = head!.split("\t");
  return lines.map((line) => Object.fromEntries(line.split("\t").map((cell, i) => [names[i]!, cell])));
}

export function goldActors(): ActorLookup {
  const ids = new Map<string, string>();
  const bodies = new Map<string, string[]>();
  for (const row of rows("actors.tsv")) {
    // "rebels", "the army": rows that identify nobody by themselves.
    if (row["id"]!.endsWith("-in-context")) continue;
    for (const name of [row["name"]!, ...(row["aliases"] ?? "").split("|")])
      if (name !== "" && !ids.has(fold(name))) ids.set(fold(name), row["id"]!);
    const up = [...(row["speaks_for"] ?? "").split("|"), ...(row["member_of"] ?? "").split("|")]
      .map((x) => x.replace(/[:@].*$/u, ""))
      .filter((x) => x !== "");
    bodies.set(row["id"]!, up);
  }
  const families = new Map<string, string>();
  for (const row of rows("outlets.tsv"))
    for (const name of [row["domain"]!, row["name"]!, ...(row["other_names"] ?? "").split("|")])
      if (name !== "" && !families.has(fold(name))) families.set(fold(name), row["family"] || row["domain"]!);
  return {
    actorIdOf: (name) => ids.get(fold(name)) ?? null,
    memberOf: (id) => {
      const all: string[] = [];
      let next = bodies.get(id) ?? [];
      while (next.length > 0 && all.length < 20) {
        next = next.filter((x) => !all.includes(x));
        all.push(...next);
        next = next.flatMap((x) => bodies.get(x) ?? []);
      }
      return all;
    },
    outletFamily: (name) => families.get(fold(name)) ?? null,
  };
}
