// How an incident is cited: what, when, where, from how many articles and origins, and the record's own address. No winner, no verdict.
import type { IncidentView } from "../../../contract/views.js";
import { edtfWords } from "../words/edtf-words.js";
import { plural } from "../words/labels.js";

/** Plain text with one line for each article, for a note or a footnote. */
export function citationOf(view: IncidentView, address: string): string {
  const { row } = view;
  const when = row.date === null ? "date not told" : edtfWords(row.date);
  const where = row.place === null ? "place not told" : row.place.name;
  const articles = new Map(
    view.accounts.map((account) => [
      account.document,
      `- ${account.outlet}, “${account.title}”, ${account.published === null ? "undated" : edtfWords(account.published)} (${account.document})`,
    ]),
  );
  return [
    `${row.title}. ${when}, ${where}. As told by ${plural(row.articles, "article")} from ${plural(row.origins, "independent origin")}.`,
    `Hearsay incident ${row.id}, ${address}`,
    ...articles.values(),
  ].join("\n");
}
