// Every example and counter-example of knowledge/text, by name; taking a rule away breaks its examples.
import { describe, expect, it } from "vitest";
import { dayInAddress } from "../../../src/reading/text/address-date.js";
import { withoutBoilerplate } from "../../../src/reading/text/boilerplate.js";
import { readCredits } from "../../../src/reading/text/credits.js";
import { dateLines } from "../../../src/reading/text/datelines.js";
import { NO_CONTEXT, writtenDates } from "../../../src/reading/text/dates.js";
import { line } from "../../../src/reading/text/line.js";
import type { Line } from "../../../src/reading/text/line.js";
import { partsNamed, plainNames } from "../../../src/reading/text/page-parts.js";
import { wireDateline } from "../../../src/reading/text/wire-dateline.js";
import { yamlUnder } from "../../../src/knowledge/layers.js";
import { knowledgeBase } from "../../knowledge-base.js";
import { outletTable } from "./outlet-table.js";
import { knowledge } from "./reading.js";

const linesOf = (text: string): readonly Line[] => text.split("\n").map((one) => line(one, false));
const articleRules = yamlUnder(knowledgeBase, "text/credits").flatMap(
  ({ value }) => (value as { readonly articles: readonly ArticleRule[] }).articles,
);

interface ArticleRule {
  readonly word: string;
  readonly examples: readonly { readonly text: string; readonly name: string }[];
  readonly counterexamples: readonly string[];
}

const named = <T extends { readonly id: string }>(rules: readonly T[]): [string, T][] =>
  rules.map((rule) => [rule.id, rule]);

describe.each(named(knowledge.boilerplate))("boilerplate %s", (id, rule) => {
  const others = knowledge.boilerplate.filter((one) => one.id !== id);
  it("has examples enough", () => {
    expect(rule.examples.length).toBeGreaterThanOrEqual(2);
    expect(rule.counterexamples.length).toBeGreaterThanOrEqual(1);
  });
  it.each(rule.examples)("drops $dropped", ({ text, dropped }) => {
    expect(withoutBoilerplate(linesOf(text), knowledge.boilerplate).dropped).toContainEqual({
      reason: id,
      text: dropped,
    });
    expect(withoutBoilerplate(linesOf(text), others).dropped.map(({ text: one }) => one)).not.toEqual([
      dropped,
    ]);
  });
  it.each(rule.counterexamples)("keeps %s", (text) => {
    const { dropped } = withoutBoilerplate(linesOf(text), knowledge.boilerplate);
    expect(dropped.filter(({ reason }) => reason === id)).toEqual([]);
  });
});

describe.each(named(knowledge.credits))("credit %s", (id, rule) => {
  const others = { ...knowledge, credits: knowledge.credits.filter((one) => one.id !== id) };
  const names = (text: string, table = knowledge): readonly string[] => {
    const { publisher, origins } = readCredits(linesOf(text), table, outletTable);
    return publisher === null ? origins : [publisher, ...origins];
  };
  const only = { ...knowledge, credits: [rule] };
  it.each(rule.examples)("reads $text", ({ text, name }) => {
    expect(names(text)).toEqual([name]);
    expect(names(text, only)).toEqual([name]);
  });
  it("is needed", () => {
    expect(rule.examples.length).toBeGreaterThanOrEqual(2);
    expect(rule.examples.some(({ text, name }) => !names(text, others).includes(name))).toBe(true);
  });
  it.each(rule.counterexamples)("leaves alone %s", (text) => {
    expect(names(text, only)).toEqual([]);
  });
});

describe.each(articleRules)("the article $word", ({ word, examples, counterexamples }) => {
  const origins = (text: string, table = knowledge): readonly string[] =>
    readCredits(linesOf(text), table, outletTable).origins;
  const others = { ...knowledge, articles: knowledge.articles.filter((one) => one !== word) };
  it.each(examples)("is passed over in $text", ({ text, name }) => {
    expect(origins(text)).toEqual([name]);
    expect(origins(text, others)).not.toEqual([name]);
  });
  it.each(counterexamples)("is not read in %s", (text) => {
    expect(origins(text)).toEqual([]);
  });
});

describe.each(named(knowledge.bylines))("byline %s", (_, rule) => {
  it.each(rule.examples)("reads $text", ({ text, name }) => {
    expect(readCredits(linesOf(text), knowledge, outletTable).byline).toBe(name);
    expect(readCredits(linesOf(text), { ...knowledge, bylines: [] }, outletTable).byline).toBeNull();
  });
  it.each(rule.counterexamples)("leaves alone %s", (text) => {
    expect(readCredits(linesOf(text), knowledge, outletTable).byline).toBeNull();
  });
});

describe.each(named(knowledge.forms))("date form %s", (id, form) => {
  const days = (text: string, table = knowledge): readonly string[] =>
    writtenDates(text, NO_CONTEXT, table).map(({ day }) => day);
  it.each(form.examples)("reads $text", ({ text, date }) => {
    expect(days(text)).toEqual([date]);
    const others = { ...knowledge, forms: knowledge.forms.filter((one) => one.id !== id) };
    expect(days(text, others)).not.toEqual([date]);
  });
  it.each(form.counterexamples)("leaves alone %s", (text) => {
    expect(writtenDates(text, NO_CONTEXT, knowledge)).toEqual([]);
  });
});

describe.each(named(knowledge.wires))("wire %s", (id, form) => {
  const day = (text: string, table = knowledge) => wireDateline(linesOf(text), table)?.day ?? null;
  it.each(form.examples)("reads $text", ({ text, date }) => {
    expect(day(text)).toBe(date);
    const others = { ...knowledge, wires: knowledge.wires.filter((one) => one.id !== id) };
    expect(day(text, others)).toBeNull();
  });
  it.each(form.counterexamples)("leaves alone %s", (text) => {
    expect(day(text)).toBeNull();
  });
});

describe.each(named(knowledge.leads))("lead %s", (id, lead) => {
  const day = (text: string, table = knowledge): string | null =>
    dateLines(linesOf(`Three rockets fell on the northern base.\n${text}`), NO_CONTEXT, table, () => false)
      .day;
  it.each(lead.examples)("is read in %s", (text) => {
    const window = text.slice(0, writtenDates(text, NO_CONTEXT, knowledge)[0]!.start);
    expect(lead.pattern.test(window)).toBe(true);
    expect(knowledge.leads.filter((one) => one.id !== id && one.pattern.test(window))).toEqual([]);
    expect(day(text)).not.toBeNull();
  });
  it.each(lead.counterexamples)("is not read in %s", (text) => {
    expect(lead.pattern.test(text.slice(0, writtenDates(text, NO_CONTEXT, knowledge)[0]!.start))).toBe(false);
  });
});

describe.each(named(knowledge.addresses))("address %s", (id, form) => {
  it.each(form.examples)("reads $text", ({ text, date }) => {
    expect(dayInAddress(text, knowledge)).toBe(date);
    expect(dayInAddress(text, { ...knowledge, addresses: [form] })).toBe(date);
  });
  it("is needed", () => {
    const others = { ...knowledge, addresses: knowledge.addresses.filter((one) => one.id !== id) };
    expect(form.examples.some(({ text }) => dayInAddress(text, others) === null)).toBe(true);
  });
  it.each(form.counterexamples)("leaves alone %s", (text) => {
    expect(dayInAddress(text, { ...knowledge, addresses: [form] })).toBeNull();
  });
});

describe.each(named(knowledge.parts.rules))("part %s", (id, rule) => {
  const ids = (label: string): readonly string[] => partsNamed(label, knowledge.parts).map((one) => one.id);
  it("has examples enough", () => {
    expect(rule.examples.length).toBeGreaterThanOrEqual(2);
    expect(rule.counterexamples.length).toBeGreaterThanOrEqual(1);
  });
  it.each(rule.examples)("is named by %s", (label) => {
    expect(ids(label)).toContain(id);
  });
  it.each(rule.counterexamples)("is not named by %s", (label) => {
    expect(ids(label)).not.toContain(id);
  });
});

describe.each(named(knowledge.sections.rules))("%s", (_, rule) => {
  it("has examples enough", () => {
    expect(rule.examples.length).toBeGreaterThanOrEqual(2);
    expect(rule.counterexamples.length).toBeGreaterThanOrEqual(1);
  });
  it.each(rule.examples)("is announced by %s", (heading) => {
    const by = knowledge.sections.rules.filter(({ pattern }) => pattern.test(heading));
    expect(by).toEqual([rule]);
  });
  it.each(rule.counterexamples)("is not announced by %s", (heading) => {
    expect(knowledge.sections.any.test(heading)).toBe(false);
  });
});

describe.each(named(knowledge.pageKinds))("page of kind %s", (_, rule) => {
  it("has examples enough", () => {
    expect(rule.examples.length).toBeGreaterThanOrEqual(2);
    expect(rule.counterexamples.length).toBeGreaterThanOrEqual(1);
  });
  it.each(rule.examples)("is told by %s", (text) => {
    const by = knowledge.pageKinds.filter(({ where, pattern }) => where === rule.where && pattern.test(text));
    expect(by).toEqual([rule]);
  });
  it.each(rule.counterexamples)("is not told by %s", (text) => {
    expect(rule.pattern.test(text)).toBe(false);
  });
});

describe.each(named(knowledge.liveBlogs))("live blogs: %s", (_, rule) => {
  const by = (name: string) => knowledge.liveBlogs.filter(({ pattern }) => pattern.test(plainNames(name)));
  it("has examples enough", () => {
    expect(rule.examples.length).toBeGreaterThanOrEqual(2);
    expect(rule.counterexamples.length).toBeGreaterThanOrEqual(1);
  });
  it.each(rule.examples)("is named by %s", (name) => {
    expect(by(name)).toEqual([rule]);
  });
  it.each(rule.counterexamples)("is not named by %s", (name) => {
    expect(by(name)).toEqual([]);
  });
});
