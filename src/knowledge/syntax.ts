// knowledge/syntax/*.model: the weights by which English is tagged, lemmatised and parsed (scripts/train-syntax.ts wrote them).
// Bytes in, typed arrays out. A model file is a line of JSON (names of classes, sizes) and three linear models; features are
// 32-bit hashes, so that the file holds no words. Layout of a linear model: see readLinearModel.
import { z } from "zod";
import type { KnowledgeLayers } from "./layers.js";
import { yamlUnder } from "./layers.js";

const Section = z.strictObject({
  classes: z.array(z.string()).max(255),
  features: z.int().min(0),
  weights: z.int().min(0),
  bytes: z.int().min(0),
  margins: z.array(z.int().min(0)),
});
const Header = z.strictObject({
  format: z.literal("hearsay/syntax/2"),
  language: z.string(),
  tagger: Section,
  lemmatizer: Section,
  parser: Section,
});

/** Sparse linear classifier: a feature's hash gives the classes that it speaks for or against. */
export interface LinearModel {
  readonly classes: readonly string[];
  /**
   * Open addressing with linear probing from the slot that the hash's high bits tell (slotShift), length a power of two; pairs
   * (hash, weights), hash 0 is empty. So the slots stand in the order of the file, which fills them from one end to the other.
   * Weights that are negative hold one or two entries themselves, each class in 7 bits and weight in 8, the first lowest; else they tell the first entry.
   */
  readonly slots: Int32Array;
  /**
   * Two entries in each number, class in a low byte and signed weight above it: half as many steps as entries. A zero ends a
   * feature's entries, and an odd last one has a weight of nothing beside it.
   */
  readonly entries: Int32Array;
  /** For each stage of features but the last: a class that leads by so much is taken without looking at the rest. */
  readonly margins: readonly number[];
}

export interface SyntaxModel {
  readonly language: string;
  /** Classes are "UPOS/fine". */
  readonly tagger: LinearModel;
  /** Classes are "strip-add": characters to cut off the end, then letters to put there. */
  readonly lemmatizer: LinearModel;
  /** Classes are "shift", "left-RELATION", "right-RELATION". */
  readonly parser: LinearModel;
}

const StandIns = z.object({
  stand_ins: z.strictObject({
    person: z.string(),
    body: z.string(),
    place: z.string(),
    nation: z.string(),
    people: z.strictObject({ ending: z.string().min(1), word: z.string() }),
  }),
});

/** The word that stands for every name of a kind before the parser; `people` for those that end so. */
export type StandInWords = z.infer<typeof StandIns>["stand_ins"];

/** Throws where no layer has them; a pack's replace the base's. */
export function parseStandIns(layers: KnowledgeLayers): StandInWords {
  return StandIns.parse(yamlUnder(layers, "syntax/").at(-1)?.value).stand_ins;
}

/** Throws where no layer has the file or it is not of the form; a pack's model replaces the base's. */
export function parseSyntaxModel(layers: KnowledgeLayers, path = "syntax/en.model"): SyntaxModel {
  const bytes = layers.map((layer) => layer.bytes(path)).findLast((found) => found !== null);
  if (bytes === undefined) throw new Error(`knowledge has no ${path}`);
  return decodeSyntaxModel(bytes);
}

export function decodeSyntaxModel(bytes: Uint8Array): SyntaxModel {
  const lineEnd = bytes.indexOf(10);
  const header = Header.parse(JSON.parse(new TextDecoder().decode(bytes.subarray(0, lineEnd))));
  let offset = lineEnd + 1;
  const read = (section: z.infer<typeof Section>): LinearModel => {
    const model = readLinearModel(bytes.subarray(offset, offset + section.bytes), section);
    offset += section.bytes;
    return model;
  };
  return {
    language: header.language,
    tagger: read(header.tagger),
    lemmatizer: read(header.lemmatizer),
    parser: read(header.parser),
  };
}

/** How far a hash is shifted to the right for its slot. */
export function slotShift(slots: Int32Array): number {
  return Math.clz32(slots.length - 2) + 1;
}

/**
 * Features in ascending order of their unsigned hash; of each: the difference to the hash before as a LEB128 varint, the
 * number of its entries (one byte), then class (one byte) and weight (one signed byte) of each entry.
 */
function readLinearModel(bytes: Uint8Array, section: z.infer<typeof Section>): LinearModel {
  let size = 16;
  while (size < section.features * 1.3) size *= 2;
  const slots = new Int32Array(size * 2);
  const shift = slotShift(slots);
  const entries = new Int32Array((section.weights >> 1) + 2 * section.features + 1);
  let at = 0;
  let hash = 0;
  let next = 1;
  for (let feature = 0; feature < section.features; feature++) {
    let delta = 0;
    let bits = 0;
    let byte = 0;
    do {
      byte = bytes[at++]!;
      delta |= (byte & 127) << bits;
      bits += 7;
    } while (byte > 127);
    hash = (hash + delta) | 0;
    let slot = hash >>> shift;
    while (slots[slot * 2] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot * 2] = hash;
    const count = bytes[at++]!;
    if (count < 3 && section.classes.length < 128) {
      const first = bytes[at]! | (bytes[at + 1]! << 7);
      const second = count === 2 ? bytes[at + 2]! | (bytes[at + 3]! << 7) : 0;
      slots[slot * 2 + 1] = first | (second << 15) | (1 << 31);
      at += count * 2;
      continue;
    }
    slots[slot * 2 + 1] = next;
    for (let left = count; left > 0; left -= 2) {
      const low = bytes[at]! | (bytes[at + 1]! << 8);
      entries[next++] = left === 1 ? low : low | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
      at += left === 1 ? 2 : 4;
    }
    next++;
  }
  if (at !== bytes.length) throw new Error("syntax model: section length does not match its features");
  return { classes: section.classes, slots, entries: entries.slice(0, next), margins: section.margins };
}
