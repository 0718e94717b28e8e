// knowledge/events/claims.*.yaml: claim patterns, compiled. The little language of their elements is told at the head of the file.
import { z } from "zod";
import { ATTRIBUTES } from "../model/claim.js";
import { STANCES } from "../model/source.js";
import type { KnowledgeLayers } from "./layers.js";
import { yamlUnder } from "./layers.js";
import { expandPhrase } from "./phrases.js";

export const ELEMENT_CLASSES = [
  "count",
  "people",
  "weapon",
  "actor",
  "nation",
  "happening",
  "place",
  "time",
] as const;
export type ElementClass = (typeof ELEMENT_CLASSES)[number];

export type PatternElement =
  | { readonly kind: "words"; readonly words: ReadonlySet<string>; readonly optional: boolean }
  | {
      readonly kind: "found";
      readonly of: ElementClass;
      readonly keep: string | null;
      readonly optional: boolean;
    }
  | { readonly kind: "gap"; readonly most: number; readonly without: ReadonlySet<string> };

const RuleFile = z.strictObject({
  language: z.string(),
  rules: z.array(
    z.strictObject({
      id: z.string(),
      attribute: z.enum(ATTRIBUTES as [string, ...string[]]),
      value: z.unknown(),
      /** The value where nothing was kept. */
      default: z.unknown().optional(),
      stance: z.enum(STANCES).optional(),
      /** Words of the patterns that make no claim behind a negation: "did not deny". */
      cue: z.string().optional(),
      /** Where no actor was kept, the source who is speaking is meant. */
      speaker: z.boolean().optional(),
      patterns: z.array(z.string()).min(1),
      examples: z.array(z.string()).min(2),
      counterexamples: z.array(z.string()).min(1),
    }),
  ),
});
export type ClaimRuleSource = z.infer<typeof RuleFile>["rules"][number];

export interface ClaimRule extends Omit<ClaimRuleSource, "patterns" | "cue"> {
  readonly patterns: readonly (readonly PatternElement[])[];
  readonly cue: ReadonlySet<string>;
}

export function parseClaimRules(layers: KnowledgeLayers): readonly ClaimRule[] {
  return yamlUnder(layers, "events/claims")
    .flatMap(({ value }) => RuleFile.parse(value).rules)
    .map((rule) => ({
      ...rule,
      patterns: rule.patterns.map(compilePattern),
      cue: new Set(rule.cue === undefined ? [] : expandPhrase(rule.cue).map(([word]) => word!)),
    }));
}

/** `compilePattern("no *4 damage~-~s")`: a word, a gap, a word with two spellings. Throws on a class that does not exist. */
export function compilePattern(source: string): readonly PatternElement[] {
  return source.split(" ").map((part) => {
    const gap = /^\*(\d+)(?:!(.+))?$/.exec(part);
    if (gap !== null)
      return { kind: "gap", most: Number(gap[1]), without: new Set(gap[2]?.split("|") ?? []) };
    const optional = part.endsWith("?");
    const body = optional ? part.slice(0, -1) : part;
    const found = /^\[(\w+)(?::(\w+))?\]$/.exec(body);
    if (found === null)
      return { kind: "words", words: new Set(expandPhrase(body).map(([word]) => word!)), optional };
    const of = ELEMENT_CLASSES.find((name) => name === found[1]);
    if (of === undefined) throw new Error(`claim pattern "${source}": no class ${found[1]}`);
    return { kind: "found", of, keep: found[2] ?? null, optional };
  });
}
