// How far a class must lead after a stage of features for the rest not to be looked at: the least lead with which, over trees
// that were not trained on, hardly any decision differs from the one that all features give.
import type { SyntaxModel } from "../../src/knowledge/syntax.js";
import { cutsOf } from "../../src/reading/syntax/lemmatize.js";
import { addWeights } from "../../src/reading/syntax/linear-scores.js";
import { PARSE_FEATURES, PARSE_STAGES } from "../../src/reading/syntax/parse-features.js";
import { allowedIn, bestAllowed, movesOf } from "../../src/reading/syntax/moves.js";
import { lemmatize, tagClass, tokenCodes } from "../../src/reading/syntax/parse-sentence.js";
import { TAG_FEATURES, TAG_STAGES } from "../../src/reading/syntax/tag-tokens.js";
import { Configuration, LEFT, RIGHT, SHIFT, type Move } from "../../src/reading/syntax/transitions.js";
import { wordShapes } from "../../src/reading/syntax/word-shape.js";
import type { Tree } from "./conversion.js";

/** Of one decision, after each stage: which class leads, and by how much. */
type Leads = readonly { readonly best: number; readonly lead: number }[];

/** `share` of all decisions may differ for each stage. */
export function marginsOf(
  trees: readonly Tree[],
  model: SyntaxModel,
  share: number,
): { readonly tagger: number[]; readonly parser: number[] } {
  const tags: Leads[] = [];
  const moves: Leads[] = [];
  for (const tree of trees) decide(tree, model, tags, moves);
  return { tagger: margins(tags, share), parser: margins(moves, share) };
}

/** Stage after stage, over the decisions that are still open: the least lead above which no more than the share is wrong. */
function margins(decisions: readonly Leads[], share: number): number[] {
  const found: number[] = [];
  let open = decisions;
  for (let stage = 0; stage + 1 < decisions[0]!.length; stage++) {
    const sorted = [...open].sort((a, b) => b[stage]!.lead - a[stage]!.lead);
    let wrong = 0;
    let margin = (sorted[0]?.[stage]!.lead ?? 0) + 1;
    sorted.forEach((leads, i) => {
      if (leads[stage]!.best !== leads.at(-1)!.best) wrong++;
      const { lead } = leads[stage]!;
      if (wrong <= share * decisions.length && sorted[i + 1]?.[stage]!.lead !== lead) margin = lead;
    });
    found.push(margin);
    open = open.filter((leads) => leads[stage]!.lead < margin);
  }
  return found;
}

/** Tags and parses with all features, and keeps what each stage would have said. */
function decide(tree: Tree, model: SyntaxModel, tags: Leads[], moves: Leads[]): void {
  const { tagger, lemmatizer, parser } = model;
  const { tokens } = tree;
  const shapes = wordShapes(tokens);
  const features = new Int32Array(Math.max(TAG_FEATURES, PARSE_FEATURES));
  const scores = new Int32Array(Math.max(tagger.classes.length, parser.classes.length));
  const tagged = new Uint8Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    scores.fill(0);
    const leads = TAG_STAGES.map((stage) => {
      addWeights(tagger, features, stage(shapes, tagged, i, features), scores);
      return leadOf(scores, tagger.classes.length, () => true);
    });
    tagged[i] = leads.at(-1)!.best;
    tags.push(leads);
  }
  const tagClasses = tagger.classes.map(tagClass);
  const lemmas = lemmatize(tokens, shapes, tagged, tagClasses, lemmatizer, cutsOf(lemmatizer));
  const codes = tokenCodes(shapes, tagged, tagClasses, tokens, lemmas);
  const kinds = movesOf(parser.classes);
  const c = new Configuration(tokens.length);
  while (!c.done()) {
    if (!c.allows(LEFT) && !c.allows(RIGHT)) {
      c.apply(SHIFT, 0);
      continue;
    }
    scores.fill(0);
    const allowed = allowedIn(c);
    const leads = PARSE_STAGES.map((stage) => {
      addWeights(parser, features, stage(c, codes, features), scores);
      return leadOf(scores, parser.classes.length, (k) => (allowed & kinds.kind[k]!) !== 0);
    });
    moves.push(leads);
    const best = bestAllowed(c, scores.subarray(0, parser.classes.length), kinds);
    c.apply(kinds.move[best]! as Move, kinds.relation[best]!);
  }
}

/** The lead of a class that is the only one allowed: more than weights can add up to. */
const ALONE = 1_000_000;

function leadOf(
  scores: Int32Array,
  classes: number,
  fits: (k: number) => boolean,
): { best: number; lead: number } {
  let [best, second] = [-1, -1];
  for (let k = 0; k < classes; k++) {
    if (!fits(k)) continue;
    if (best < 0 || scores[k]! > scores[best]!) [best, second] = [k, best];
    else if (second < 0 || scores[k]! > scores[second]!) second = k;
  }
  return { best, lead: second < 0 ? ALONE : scores[best]! - scores[second]! };
}
