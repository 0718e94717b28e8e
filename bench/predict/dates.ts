// Days of publication for ../shared/eval/articles.mjs date: a day, or null where the page does not tell one.
import { pageReader } from "./page-rows.js";
import type { Verb } from "./rows.js";

export const dates: Verb = (input) => {
  const read = pageReader(input);
  return (row) => {
    const published = read(row)?.published ?? null;
    return JSON.stringify({
      id: row.id,
      published: published !== null && /^\d{4}-\d\d-\d\d$/u.test(published) ? published : null,
    });
  };
};
