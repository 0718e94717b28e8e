// Sources and stances at the places that gold quotes: for each claim of ../shared/gold that is not optional its quote is found
// in the text and `sourcesAt` compared with gold by the scorer's own rule of names. Usage: npx tsx bench/sources.ts [--errors N]
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { lengthIn, sourcesAt } from "../src/reading/attribution/sources-at.js";
import { SHARED, goldIsHere } from "./gold-records.js";
import { readAttributions } from "./read-attributions.js";

/* eslint-disable @typescript-eslint/no-explicit-any */
const STOP = new Set(
  "the a an of in on at to and or for by from with al el ul as its their his her some several were was is are been had has have that this those these near outside inside city town district area province governorate".split(
    " ",
  ),
);
const fold = (s: unknown) =>
  String(s ?? "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’'`.]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
const alternatives = (v: any): any[] => (v && typeof v === "object" && "anyOf" in v ? v.anyOf : [v]);

if (!goldIsHere) console.log("skipped: no ../shared/gold");
else main();

function main(): void {
  const aliases = new Map<string, string>(
    Object.entries(
      JSON.parse(readFileSync(join(SHARED, "eval/aliases.json"), "utf8")) as Record<string, string[]>,
    ).flatMap(([head, names]) => names.map((name): [string, string] => [name, head])),
  );
  const nameTokens = (s: unknown): string[] => {
    let f = ` ${fold(s)} `;
    for (const [name, head] of aliases) f = f.replaceAll(` ${name} `, ` ${head} `);
    return [
      ...new Set(
        f
          .trim()
          .split(" ")
          .map((t) => t.replace(/^al(?=\w{4})/, "").replace(/s$/, ""))
          .filter((t) => t && !STOP.has(t)),
      ),
    ];
  };
  const sameName = (a: unknown, b: unknown): boolean => {
    const g = nameTokens(a);
    const p = nameTokens(b);
    if (!g.length || !p.length) return fold(a) === fold(b);
    return g.filter((t) => p.includes(t)).length / Math.min(g.length, p.length) >= 0.5;
  };
  const sameSources = (g: any, chain: string[]): boolean => {
    const gold = g.sources ?? [];
    if (!gold.length)
      return !chain.length || (g.sourcesOptional ?? []).some((n: any) => chain.some((c) => sameName(n, c)));
    return chain.some(
      (c) =>
        gold
          .slice(0, 1)
          .concat(gold.length > 1 && g.anySource ? gold.slice(1) : [])
          .some((s: any) => alternatives(s.name).some((n) => sameName(n, c))) ||
        (g.sourcesOptional ?? []).some((n: any) => sameName(n, c)),
    );
  };
  const articles = new Map<string, any>();
  for (const line of readFileSync(join(SHARED, "data/fakes/articles-dev.ndjson"), "utf8").split("\n"))
    if (line.trim()) articles.set(JSON.parse(line).id, JSON.parse(line));
  const count = {
    claims: 0,
    right: 0,
    own: 0,
    ownRight: 0,
    attributed: 0,
    attributedRight: 0,
    stance: 0,
    stanceRight: 0,
    lost: 0,
    also: 0,
  };
  const causes = new Map<string, number>();
  const errors: string[] = [];
  for (const set of ["fakes", "seeds"])
    for (const file of readdirSync(join(SHARED, "gold", set)).sort()) {
      if (!file.endsWith(".json")) continue;
      const gold = JSON.parse(readFileSync(join(SHARED, "gold", set, file), "utf8"));
      const article = articles.get(gold.ref);
      const path = join(SHARED, gold.ref);
      const body: string = article?.text ?? (existsSync(path) ? readFileSync(path, "utf8") : "");
      const title: string | null = article?.title && !body.startsWith(article.title) ? article.title : null;
      const text = (title ? `${title}\n\n${body}` : body).replace(/\r/g, "");
      const { attributions, sentences } = readAttributions(text, title?.length ?? 0);
      const length = lengthIn(sentences);
      for (const event of gold.events)
        for (const claim of event.claims) {
          if (claim.optional || event.optional) continue;
          const span = locate(text, claim.quote, title?.length ?? 0);
          if (span === null) {
            count.lost++;
            continue;
          }
          const at = sourcesAt(attributions, span, length);
          const chain = at.sources.map((s) => s.name);
          const right = sameSources(claim, chain);
          const also = at.alongside.some((other) =>
            sameSources(
              claim,
              other.map((s) => s.name),
            ),
          );
          count.claims++;
          if (right || also) count.right++;
          if (!right && also) count.also++;
          const own = !(claim.sources ?? []).length;
          if (own) count.own++;
          else count.attributed++;
          if (right || also) {
            if (own) count.ownRight++;
            else count.attributedRight++;
          } else {
            const cause = own
              ? "own voice, credited to somebody"
              : chain.length === 0
                ? "attributed, read as own voice"
                : "attributed to another";
            causes.set(cause, (causes.get(cause) ?? 0) + 1);
            const sentence = sentences.find((s) => s.start <= span.start && span.start < s.end);
            errors.push(
              `${gold.ref} ${cause}\n   gold ${(claim.sources ?? []).map((s: any) => `${s.name}/${s.kind}`).join(" > ") || "-"} got ${at.sources.map((s) => `${s.name}/${s.kind}`).join(" > ") || "-"}\n   “${claim.quote.slice(0, 100)}”\n   in: ${sentence ? text.slice(sentence.start, sentence.end).slice(0, 420) : "?"}`,
            );
          }
          count.stance++;
          const stanceFree = claim.attribute === "responsibility";
          if (stanceFree || alternatives(claim.stance).includes(at.stance)) count.stanceRight++;
          else
            errors.push(
              `${gold.ref} stance ${claim.attribute} gold ${JSON.stringify(claim.stance)} got ${at.stance}: “${claim.quote.slice(0, 140)}”`,
            );
        }
    }
  const share = (a: number, b: number) => `${a} of ${b} (${((100 * a) / Math.max(1, b)).toFixed(1)} %)`;
  console.log(`sources right     ${share(count.right, count.claims)}, ${count.also} of them alongside`);
  console.log(`  own voice       ${share(count.ownRight, count.own)}`);
  console.log(`  attributed      ${share(count.attributedRight, count.attributed)}`);
  console.log(`stance right      ${share(count.stanceRight, count.stance)}`);
  console.log(`quotes not found  ${count.lost}`);
  for (const [cause, n] of causes) console.log(`  ${cause}: ${n}`);
  const flag = process.argv.indexOf("--errors");
  const from = process.argv.indexOf("--from");
  if (flag !== -1) {
    const start = from === -1 ? 0 : Number(process.argv[from + 1]);
    for (const error of errors.slice(start, start + Number(process.argv[flag + 1]))) console.log(error);
  }
}

/** The quote in the body (or else in the title), white space apart. */
function locate(text: string, quote: string, titleEnd: number): { start: number; end: number } | null {
  for (const from of [titleEnd, 0]) {
    const plain = text.indexOf(quote, from);
    if (plain !== -1) return { start: plain, end: plain + quote.length };
  }
  const pattern = quote
    .trim()
    .split(/\s+/)
    .map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("\\s+");
  const match = new RegExp(pattern).exec(text);
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}
