// How the rows of a table are laid out, where it is not the usual way: what separates the cells of a CSV row, and what the table
// calls the columns that are read. In: a user's mapping, "text=body,title=headline". Out: a layout that is kept with each row's
// capture, so that a later reading is the same. Leaves alone: what a row says.

/** What is read of a row; all but text are optional. */
export const ROW_FIELDS = ["id", "url", "outlet", "title", "published", "text"] as const;
export type RowField = (typeof ROW_FIELDS)[number];

/** The table's own name of a field, where it has another: a column of a CSV, a key or a path ("content.body") of a JSON row. */
export type RowNames = Readonly<Partial<Record<RowField, string>>>;

export interface RowLayout {
  /** Absent where it is a comma, or the rows are JSON. */
  readonly separator?: string;
  /** Absent where the user gave no mapping. */
  readonly names?: RowNames;
}

export const SEPARATORS = [",", ";", "\t", "|"] as const;

export function nameOf(field: RowField, names: RowNames | undefined): string {
  return names?.[field] ?? field;
}

/** Names of columns are compared without regard to case and to what stands around them. */
export function columnName(name: string): string {
  return name
    .replace(/^\ufeff/u, "")
    .trim()
    .toLowerCase();
}

/** `parseRowNames("text=body, title=headline")`; where it is no mapping, what is wrong with it. */
export function parseRowNames(mapping: string): { readonly names: RowNames } | { readonly wrong: string } {
  const names: Partial<Record<RowField, string>> = {};
  for (const pair of mapping.split(",")) {
    const at = pair.indexOf("=");
    const field = columnName(at < 0 ? "" : pair.slice(0, at));
    const name = pair.slice(at + 1).trim();
    if (at < 0 || name === "") return { wrong: `write it as text=COLUMN,title=COLUMN (not ${pair.trim()})` };
    const known = ROW_FIELDS.find((one) => one === field);
    if (known === undefined) return { wrong: `${field} is none of ${ROW_FIELDS.join(", ")}` };
    if (names[known] !== undefined) return { wrong: `${field} is named twice` };
    names[known] = name;
  }
  return { names };
}

/** A value of a JSON row: by its key, however capitalised, else by a path whose steps are keys or places in arrays. */
export function valueAt(row: Readonly<Record<string, unknown>>, name: string): unknown {
  const wanted = columnName(name);
  for (const [key, value] of Object.entries(row)) if (columnName(key) === wanted) return value;
  let value: unknown = row;
  for (const step of name.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}
