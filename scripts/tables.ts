// Reading and writing of tab-separated tables for the build scripts: one header line, no quoting, code-unit order.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { byCodeUnits } from "../src/base/order.js";

export const DATA = fileURLToPath(new URL("../../shared/data/", import.meta.url));
export const KNOWLEDGE = fileURLToPath(new URL("../knowledge/", import.meta.url));

export type Row = Readonly<Record<string, string>>;

export function readTable(path: string): Row[] {
  return rowsIn(DATA + path);
}

/** A table under knowledge/. */
export function readKnowledge(path: string): Row[] {
  return rowsIn(KNOWLEDGE + path);
}

function rowsIn(path: string): Row[] {
  const [header, ...lines] = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "");
  const columns = header!.split("\t");
  return lines.map((line) => {
    const cells = line.split("\t");
    return Object.fromEntries(columns.map((column, i) => [column, (cells[i] ?? "").trim()]));
  });
}

export function writeTable(path: string, columns: readonly string[], rows: readonly Row[]): void {
  const lines = rows
    .map((row) => columns.map((column) => (row[column] ?? "").replace(/[\t\n]/g, " ")).join("\t"))
    .sort(byCodeUnits);
  writeFileSync(KNOWLEDGE + path, `${columns.join("\t")}\n${lines.join("\n")}\n`);
  console.log(`knowledge/${path}: ${lines.length} rows`);
}

/** A name as English print writes it: no marks over or under letters, no half-rings. "Zāwītah" is Zawitah. */
export function plainLetters(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\p{M}ʻʿʾ`]/gu, "")
    .replace(/^[‘’']|(?<=[ -])[‘’']|[‘’']$/gu, "")
    .replace(/[‘’]/gu, "'")
    .replace(/ı/gu, "i")
    .normalize("NFC");
}

export function slug(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’`ʼʻ]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

/** Ids made unique by a number, in the order given. */
export function uniqueIds(): (id: string) => string {
  const seen = new Map<string, number>();
  return (id) => {
    const n = (seen.get(id) ?? 0) + 1;
    seen.set(id, n);
    return n === 1 ? id : `${id}-${n}`;
  };
}

/** Aliases without the name itself, doubles and single letters (names cut short by a broken encoding). */
export function aliasList(name: string, aliases: readonly string[]): string {
  const seen = new Set([name]);
  return aliases
    .map((alias) => alias.trim())
    .filter((alias) => [...alias].length > 1 && !seen.has(alias) && seen.add(alias))
    .join("|");
}
