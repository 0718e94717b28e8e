// ReadingLayers: what the earlier stages found in one document, for the stages that come after. Readonly; each stage's output
// stands beside the others, nothing is changed in place. The order of stages is in src/pipeline/.
import type { ActorMention } from "./actor-mention.js";
import type { Attribution } from "./attribution.js";
import type { Quantity } from "./quantity.js";
import type { Quotation } from "./quotation.js";
import type { Sentence } from "./sentence.js";
import type { ParsedSentence } from "./syntax.js";
import type { TimeExpression } from "./time-expression.js";
import type { Toponym } from "./toponym.js";

export interface ReadingLayers {
  readonly text: string;
  /** EDTF, null where nothing tells. */
  readonly published: string | null;
  readonly sentences: readonly Sentence[];
  /** One for each sentence, over the same tokens. */
  readonly parsed: readonly ParsedSentence[];
  readonly times: readonly TimeExpression[];
  readonly quantities: readonly Quantity[];
  readonly toponyms: readonly Toponym[];
  readonly actors: readonly ActorMention[];
  readonly quotations: readonly Quotation[];
  readonly attributions: readonly Attribution[];
}
