// Article texts for ../shared/eval/articles.mjs text: what the stage of text takes out of a page, without its title.
import { bodyOf, pageReader } from "./page-rows.js";
import type { Verb } from "./rows.js";

export const articles: Verb = (input) => {
  const read = pageReader(input);
  return (row) => {
    const document = read(row);
    return JSON.stringify({ id: row.id, text: document === null ? "" : bodyOf(document) });
  };
};
