// knowledge/text/page-*.yaml: what the parts of a page are by their names (page-parts), which headings announce other reports
// (page-sections), by which words a page is no report (page-kinds), by which names it is a live blog (live-blogs). In: the files of all layers; out: tables with compiled patterns.
// Leaves alone: what is done with a page (src/reading/text).
import { z } from "zod";
import type { KnowledgeLayers } from "./layers.js";
import { yamlUnder } from "./layers.js";

const Counterexamples = z.array(z.string());

const PartKinds = z.enum(["body", "beside", "foreign", "credit", "caption", "likely", "unlikely"]);
const PartsFile = z.strictObject({
  rules: z.array(
    z.strictObject({
      id: z.string(),
      kind: PartKinds,
      names: z.array(z.string().regex(/^[\p{L}\p{N}*]+(?:-[\p{L}\p{N}*]+)*$/u)),
      examples: z.array(z.string()),
      counterexamples: Counterexamples,
    }),
  ),
});

const SectionsFile = z.strictObject({
  rules: z.array(
    z.strictObject({
      id: z.string(),
      pattern: z.string(),
      examples: z.array(z.string()),
      counterexamples: Counterexamples,
    }),
  ),
});

const PageKindsFile = z.strictObject({
  rules: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(["error", "consent", "paywall"]),
      where: z.enum(["title", "text"]),
      pattern: z.string(),
      examples: z.array(z.string()),
      counterexamples: Counterexamples,
    }),
  ),
});

const LiveBlogsFile = z.strictObject({
  rules: z.array(
    z.strictObject({
      id: z.string(),
      names: z.array(z.string().regex(/^\*?[\p{L}\p{N}-]+\*?$/u)),
      examples: z.array(z.string()),
      counterexamples: Counterexamples,
    }),
  ),
});

type Compiled<T> = Omit<T, "pattern"> & { readonly pattern: RegExp };
export type PartKind = z.infer<typeof PartKinds>;
export type PartRule = Omit<z.infer<typeof PartsFile>["rules"][number], "names"> & {
  readonly pattern: RegExp;
};
export interface PartRules {
  readonly rules: readonly PartRule[];
  /** Whether one of the rules reads the names. */
  readonly any: RegExp;
}
export type SectionRule = Compiled<z.infer<typeof SectionsFile>["rules"][number]>;
export interface SectionRules {
  readonly rules: readonly SectionRule[];
  /** Whether one of the rules reads the heading. */
  readonly any: RegExp;
}
/** Reads one name in plain form, whole. */
export type LiveBlogRule = Omit<z.infer<typeof LiveBlogsFile>["rules"][number], "names"> & {
  readonly pattern: RegExp;
};
export type PageKindRule = Compiled<z.infer<typeof PageKindsFile>["rules"][number]>;

export interface PageKnowledge {
  /** What the parts of a page are, by their names. */
  readonly parts: PartRules;
  /** Words of pages that are no reports. */
  readonly pageKinds: readonly PageKindRule[];
  /** Headings of sections that hold other reports. */
  readonly sections: SectionRules;
  /** Names of live blogs. */
  readonly liveBlogs: readonly LiveBlogRule[];
}

export function parsePageKnowledge(layers: KnowledgeLayers): PageKnowledge {
  const read = <T>(name: string, schema: z.ZodType<T>): T[] =>
    yamlUnder(layers, `text/${name}`).map(({ value }) => schema.parse(value));
  return {
    pageKinds: read("page-kinds", PageKindsFile).flatMap((file) =>
      file.rules.map(({ pattern, ...rule }) => ({
        ...rule,
        pattern: new RegExp(rule.where === "title" ? `^(?:${pattern})[.!…]{0,3}$` : pattern, "iu"),
      })),
    ),
    sections: sectionRules(read("page-sections", SectionsFile).flatMap((file) => file.rules)),
    parts: partRules(read("page-parts", PartsFile).flatMap((file) => file.rules)),
    liveBlogs: read("live-blogs", LiveBlogsFile).flatMap((file) =>
      file.rules.map(({ names, ...rule }) => ({
        ...rule,
        pattern: new RegExp(`^(?:${names.map((name) => name.replaceAll("*", "[^\\s]*")).join("|")})$`, "u"),
      })),
    ),
  };
}

/** Names as words between hyphens, in plain form (src/reading/text/page-parts.ts). */
function partRules(given: readonly z.infer<typeof PartsFile>["rules"][number][]): PartRules {
  const source = (names: readonly string[]): string =>
    `(?<![^\\s-])(?:${names.map((name) => name.replaceAll("*", "[^\\s]*")).join("|")})(?![^\\s-])`;
  return {
    rules: given.map(({ names, ...rule }) => ({ ...rule, pattern: new RegExp(source(names), "u") })),
    any: new RegExp(source(given.flatMap(({ names }) => names)), "u"),
  };
}

function sectionRules(given: readonly z.infer<typeof SectionsFile>["rules"][number][]): SectionRules {
  const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})\\s*[:>»…?!.]*$`, "iu");
  return {
    rules: given.map(({ pattern, ...rule }) => ({ ...rule, pattern: whole(pattern) })),
    any: whole(given.map(({ pattern }) => pattern).join("|")),
  };
}
