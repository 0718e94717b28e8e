// How the bytes of a resource record are to be read, where its Content-Type cannot tell: a row of a table, a message of a channel, a
// mail. Written into archives of this program as fields of the record (Hearsay-Form, Hearsay-Table), and read from them again, so that
// who is handed an archive reads what was read here. Fields that say anything else count for nothing.
import { z } from "zod";
import type { Capture } from "../../model/document.js";
import type { HttpHeader } from "../../model/http-exchange.js";
import { ROW_FIELDS, SEPARATORS } from "../../model/row-layout.js";
import { headerOf } from "./header-block.js";

export type ReadAs = Pick<Capture, "form" | "columns" | "layout">;

const FORMS = z.enum(["ndjson-row", "csv-row", "telegram-message", "mail"]);
const names = z.string().min(1).max(1000);
const TABLE = z.strictObject({
  columns: z.array(z.string()).max(10_000).optional(),
  separator: z.enum(SEPARATORS).optional(),
  names: z.partialRecord(z.enum(ROW_FIELDS), names).optional(),
});

/** Fields for a record; none where the Content-Type tells all. */
export function readAsFields({ form, columns, layout }: ReadAs): readonly HttpHeader[] {
  if (!FORMS.safeParse(form).success) return [];
  const table = { ...(columns === null ? {} : { columns }), ...layout };
  const whole: HttpHeader[] = [["Hearsay-Form", form]];
  return Object.keys(table).length === 0 ? whole : [...whole, ["Hearsay-Table", JSON.stringify(table)]];
}

/** Null where the record does not say. */
export function readAs(headers: readonly HttpHeader[]): ReadAs | null {
  const form = FORMS.safeParse(headerOf(headers, "Hearsay-Form"));
  if (!form.success) return null;
  const table = TABLE.safeParse(parsed(headerOf(headers, "Hearsay-Table") ?? "{}"));
  if (!table.success) return null;
  const { columns = null, separator, names: named } = table.data;
  const layout = {
    ...(separator === undefined ? {} : { separator }),
    ...(named === undefined ? {} : { names: named }),
  };
  return { form: form.data, columns, ...(Object.keys(layout).length === 0 ? {} : { layout }) };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return null;
  }
}
