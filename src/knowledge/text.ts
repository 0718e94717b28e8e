// knowledge/text/*.yaml: what stands beside the news (boilerplate), who is credited (credits), how datelines are written
// (calendar, datelines, outlet-quirks), what gives a language away (languages), where pages state their metadata (metadata). In: the files of all layers; out: tables with
// compiled patterns. Leaves alone: which outlets exist (knowledge/outlets). Packs add rules; the base's are tried first.
import { z } from "zod";
import type { KnowledgeLayers } from "./layers.js";
import { yamlUnder } from "./layers.js";
import { parsePageKnowledge } from "./page-text.js";
import type { PageKnowledge } from "./page-text.js";

export type {
  LiveBlogRule,
  PageKindRule,
  PageKnowledge,
  PartKind,
  PartRule,
  PartRules,
  SectionRule,
} from "./page-text.js";

const Counterexamples = z.array(z.string());
const DateExamples = z.array(z.strictObject({ text: z.string(), date: z.string() }));

const CalendarFile = z.strictObject({
  calendars: z.array(
    z.strictObject({
      language: z.string(),
      months: z.array(z.array(z.string())).length(12),
      weekdays: z.array(z.array(z.string())).length(7),
    }),
  ),
});

const DatelineFile = z.strictObject({
  forms: z.array(
    z.strictObject({
      id: z.string(),
      pattern: z.string(),
      order: z.enum(["named", "ymd", "dmy", "mdy", "unsettled"]),
      examples: DateExamples,
      counterexamples: Counterexamples,
    }),
  ),
  leads: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(["published", "updated"]),
      pattern: z.string(),
      examples: z.array(z.string()),
      counterexamples: Counterexamples,
    }),
  ),
  wires: z
    .array(
      z.strictObject({
        id: z.string(),
        pattern: z.string(),
        examples: DateExamples,
        counterexamples: Counterexamples,
      }),
    )
    .default([]),
  inside: z.array(z.string()),
  clock: z.string(),
  after: z.array(z.string()),
  addresses: z.array(
    z.strictObject({
      id: z.string(),
      pattern: z.string(),
      examples: DateExamples,
      counterexamples: Counterexamples,
    }),
  ),
});

const Order = z.enum(["dmy", "mdy"]);
const QuirksFile = z.strictObject({
  outlets: z.array(z.strictObject({ domain: z.string(), order: Order, basis: z.string() })),
  languages: z.array(z.strictObject({ language: z.string(), order: Order })),
});

const MetadataFile = z.strictObject({
  published: z.array(z.string()),
  updated: z.array(z.string()),
  updated_classes: z.array(z.string()),
  origin: z.array(z.string()),
  title: z.array(z.string()),
  outlet: z.array(z.string()),
  byline: z.array(z.string()),
  url: z.array(z.string()),
  description: z.array(z.string()),
  reports: z.array(z.string()),
  comments: z.array(z.string()),
  script_fields: z.array(z.string()),
  date_classes: z.array(z.string()),
  silent: z.array(z.string()),
  embed_classes: z.array(z.string()),
  beside: z.array(z.string()),
});

const BoilerplateFile = z.strictObject({
  rules: z.array(
    z.strictObject({
      id: z.string(),
      scope: z.enum(["line", "edge", "ending", "footer", "inline"]),
      case: z.boolean().default(false),
      pattern: z.string(),
      confirm: z.string().optional(),
      examples: z.array(z.strictObject({ text: z.string(), dropped: z.string() })),
      counterexamples: Counterexamples,
    }),
  ),
});

const LanguagesFile = z.strictObject({
  told_apart: z
    .array(
      z.strictObject({
        languages: z.array(z.string()),
        examples: z.array(z.strictObject({ text: z.string(), language: z.string() })),
        counterexamples: Counterexamples,
      }),
    )
    .default([]),
  languages: z.array(
    z.strictObject({
      language: z.string(),
      words: z.array(z.string()),
      examples: z.array(z.string()),
      counterexamples: Counterexamples,
    }),
  ),
});

const CreditFile = z.strictObject({
  rules: z.array(
    z.strictObject({
      id: z.string(),
      where: z.enum(["line", "head", "ending"]),
      role: z.enum(["publisher", "origin"]),
      drop: z.boolean(),
      known: z.boolean().default(false),
      agency: z.boolean().default(false),
      case: z.boolean().default(false),
      pattern: z.string(),
      examples: z.array(z.strictObject({ text: z.string(), name: z.string() })),
      counterexamples: Counterexamples,
    }),
  ),
  joiners: z.array(z.string()),
  articles: z
    .array(
      z.strictObject({
        word: z.string(),
        examples: z.array(z.strictObject({ text: z.string(), name: z.string() })),
        counterexamples: Counterexamples,
      }),
    )
    .default([]),
  bylines: z.array(
    z.strictObject({
      id: z.string(),
      pattern: z.string(),
      examples: z.array(z.strictObject({ text: z.string(), name: z.string() })),
      counterexamples: Counterexamples,
    }),
  ),
});

export type DateOrder = z.infer<typeof Order>;
type Compiled<T> = Omit<T, "pattern" | "confirm"> & { readonly pattern: RegExp };
export type BoilerplateRule = Compiled<z.infer<typeof BoilerplateFile>["rules"][number]> & {
  readonly confirm: RegExp | null;
};
export type CreditRule = Compiled<z.infer<typeof CreditFile>["rules"][number]>;
export type BylineRule = Compiled<z.infer<typeof CreditFile>["bylines"][number]>;
export type DateForm = Compiled<z.infer<typeof DatelineFile>["forms"][number]>;
export type DateLead = Compiled<z.infer<typeof DatelineFile>["leads"][number]>;
export type AddressForm = Compiled<z.infer<typeof DatelineFile>["addresses"][number]>;
export type SmallWords = Omit<z.infer<typeof LanguagesFile>["languages"][number], "words"> & {
  readonly words: ReadonlySet<string>;
};
export type PageMetadataNames = z.infer<typeof MetadataFile>;

export interface TextKnowledge extends PageKnowledge {
  readonly boilerplate: readonly BoilerplateRule[];
  readonly credits: readonly CreditRule[];
  readonly joiners: readonly string[];
  /** Lower-case words before a name that it is known without. */
  readonly articles: readonly string[];
  readonly bylines: readonly BylineRule[];
  readonly forms: readonly DateForm[];
  readonly leads: readonly DateLead[];
  /** Datelines that open the report of an agency. */
  readonly wires: readonly AddressForm[];
  /** Lower-case words before a date that belongs to a sentence. */
  readonly inside: ReadonlySet<string>;
  /** A time of day at the beginning of what follows a date. */
  readonly clock: RegExp;
  /** Lower-case words that may follow a dateline on its line. */
  readonly after: ReadonlySet<string>;
  readonly addresses: readonly AddressForm[];
  /** 1 to 12, by name in lower case. */
  readonly months: ReadonlyMap<string, number>;
  /** 1 (Monday) to 7, by name in lower case. */
  readonly weekdays: ReadonlyMap<string, number>;
  /** Weekdays as they stand in running text, any language known. */
  readonly weekdayWord: RegExp;
  readonly outletOrder: ReadonlyMap<string, DateOrder>;
  readonly languageOrder: ReadonlyMap<string, DateOrder>;
  readonly metadata: PageMetadataNames;
  /** A field of a page's scripts that states when it was published, with the day. */
  readonly scriptDay: RegExp;
  /** Languages that their small words give away. */
  readonly languages: readonly SmallWords[];
  /** Languages that n-grams may give (BCP 47). */
  readonly toldApart: readonly string[];
}

/** Throws on a file that is not of the form: the knowledge that ships is checked by tests. */
export function parseTextKnowledge(layers: KnowledgeLayers): TextKnowledge {
  const read = <T>(name: string, schema: z.ZodType<T>): T[] =>
    yamlUnder(layers, `text/${name}`).map(({ value }) => schema.parse(value));
  const calendars = read("calendar", CalendarFile).flatMap((file) => file.calendars);
  const datelines = read("datelines", DatelineFile);
  const quirks = read("outlet-quirks", QuirksFile);
  const credits = read("credits", CreditFile);
  const names = merged(read("metadata", MetadataFile));
  const languages = read("languages", LanguagesFile);
  const months = numbered(calendars.map((calendar) => calendar.months));
  const weekdays = numbered(calendars.map((calendar) => calendar.weekdays));
  const slots = dateSlots([...months.keys()], [...weekdays.keys()]);
  return {
    boilerplate: read("boilerplate", BoilerplateFile).flatMap((file) =>
      file.rules.map(({ pattern, confirm, ...rule }) => ({
        ...rule,
        pattern: boilerplatePattern(pattern, rule.scope, rule.case),
        confirm: confirm === undefined ? null : new RegExp(confirm, "u"),
      })),
    ),
    credits: credits.flatMap((file) =>
      file.rules.map(({ pattern, ...rule }) => ({
        ...rule,
        pattern: creditPattern(pattern, rule.where, rule.case),
      })),
    ),
    joiners: credits.flatMap((file) => file.joiners),
    articles: credits.flatMap((file) => file.articles.map(({ word }) => word)),
    bylines: credits.flatMap((file) =>
      file.bylines.map(({ pattern, ...rule }) => ({
        ...rule,
        pattern: new RegExp(`^(?:${pattern})$`, "u"),
      })),
    ),
    forms: datelines.flatMap((file) =>
      file.forms.map(({ pattern, ...form }) => ({
        ...form,
        pattern: new RegExp(`(?<![\\p{L}\\p{M}\\p{N}.])${fill(pattern, slots)}(?!\\p{N}|\\.\\p{N})`, "giu"),
      })),
    ),
    leads: datelines.flatMap((file) =>
      file.leads.map(({ pattern, ...lead }) => ({
        ...lead,
        pattern: new RegExp(`(?<![\\p{L}\\p{N}])${pattern}\\s*$`, "iu"),
      })),
    ),
    wires: datelines.flatMap((file) =>
      file.wires.map(({ pattern, ...form }) => ({
        ...form,
        pattern: new RegExp(`^\\s*(?:${fill(pattern, slots)})`, "u"),
      })),
    ),
    inside: new Set(datelines.flatMap((file) => file.inside)),
    clock: new RegExp(`^(?:${datelines.map((file) => file.clock).join("|")})`, "iu"),
    after: new Set(datelines.flatMap((file) => file.after)),
    addresses: datelines.flatMap((file) =>
      file.addresses.map(({ pattern, ...form }) => ({ ...form, pattern: new RegExp(pattern, "iu") })),
    ),
    months,
    weekdays,
    weekdayWord: new RegExp(
      `(?<![\\p{L}\\p{M}])(?:${alternatives([...weekdays.keys()].filter((w) => w.length > 4))})(?![\\p{L}\\p{M}])`,
      "giu",
    ),
    outletOrder: new Map(quirks.flatMap((file) => file.outlets.map((o) => [o.domain, o.order] as const))),
    languageOrder: new Map(
      quirks.flatMap((file) => file.languages.map((l) => [l.language, l.order] as const)),
    ),
    metadata: names,
    scriptDay: new RegExp(
      `["'](?:${names.script_fields.join("|")})["']\\s{0,3}:\\s{0,3}["']((?:19|20)\\d\\d-\\d\\d-\\d\\d)`,
      "iu",
    ),
    ...parsePageKnowledge(layers),
    toldApart: languages.flatMap((file) => file.told_apart.flatMap((one) => one.languages)),
    languages: languages.flatMap((file) =>
      file.languages.map((language) => ({ ...language, words: new Set(language.words) })),
    ),
  };
}

function numbered(lists: readonly (readonly (readonly string[])[])[]): ReadonlyMap<string, number> {
  return new Map(
    lists.flatMap((list) => list.flatMap((names, index) => names.map((name) => [name, index + 1] as const))),
  );
}

function alternatives(names: readonly string[]): string {
  return [...names].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join("|");
}

/** As agencies write them: in capitals, or with a capital. */
function wireMonths(months: readonly string[]): string {
  const spelt = (as: (name: string) => string) => alternatives(months.map(as));
  return `(?:${spelt((m) => m.toUpperCase())}|${spelt((m) => m.slice(0, 1).toUpperCase() + m.slice(1))})`;
}

function dateSlots(months: readonly string[], weekdays: readonly string[]): Readonly<Record<string, string>> {
  return {
    weekday: `(?:(?<weekday>${alternatives(weekdays)})(?![\\p{L}\\p{M}])[.,]{0,2}\\s{0,3})?`,
    month: `(?<month>${alternatives(months)})(?![\\p{L}\\p{M}])\\.?`,
    day: "(?<day>\\d{1,2})(?:st|nd|rd|th|er|º)?",
    wireday: `(?<date>(?<day>\\d{1,2}) (?<month>${wireMonths(months)})\\.? (?<year>(?:19|20)?\\d\\d)(?!\\d))`,
    wiremonth: `(?<date>(?<month>${wireMonths(months)})\\.? (?<day>\\d{1,2}),? (?<year>(?:19|20)\\d\\d)(?!\\d))`,
    yy: "(?<year>[0-4]\\d)",
    year: "(?<year>(?:19|20)\\d\\d)",
    gap: "(?:[\\s,./-]{1,3}|\\s(?:of|de|del)\\s|\\.\\s)",
  };
}

/** Names of the slots {n} in the order in which they stand: n1, n2. */
function fill(pattern: string, slots: Readonly<Record<string, string>>): string {
  let numbers = 0;
  return pattern.replace(/\{([a-z]+)\}/gu, (whole, name: string) =>
    name === "n" ? `(?<n${++numbers}>\\d{1,2})` : (slots[name] ?? whole),
  );
}

function boilerplatePattern(pattern: string, scope: BoilerplateRule["scope"], exact: boolean): RegExp {
  const flags = exact ? "u" : "iu";
  switch (scope) {
    case "line":
    case "edge":
      return new RegExp(`^(?:${pattern})$`, flags);
    case "ending":
      return new RegExp(`(?:^|(?<=[\\s.!?”"’)\\]]))(?:${pattern})\\s*$`, flags);
    case "footer":
      return new RegExp(pattern, flags);
    case "inline":
      return new RegExp(pattern, `g${flags}`);
  }
}

function creditPattern(pattern: string, where: CreditRule["where"], exact: boolean): RegExp {
  const flags = exact ? "u" : "iu";
  switch (where) {
    case "line":
      return new RegExp(`^(?:${pattern})$`, flags);
    case "head":
      return new RegExp(`^(?:${pattern})`, flags);
    case "ending":
      return new RegExp(`(?:^|(?<=[\\s.!?”"’)\\]]))(?:${pattern})\\s*$`, flags);
  }
}

function merged(files: readonly PageMetadataNames[]): PageMetadataNames {
  const all = (key: keyof PageMetadataNames): string[] => files.flatMap((file) => file[key]);
  return {
    published: all("published"),
    updated: all("updated"),
    updated_classes: all("updated_classes"),
    origin: all("origin"),
    title: all("title"),
    outlet: all("outlet"),
    byline: all("byline"),
    url: all("url"),
    description: all("description"),
    reports: all("reports"),
    comments: all("comments"),
    script_fields: all("script_fields"),
    date_classes: all("date_classes"),
    silent: all("silent"),
    embed_classes: all("embed_classes"),
    beside: all("beside"),
  };
}
