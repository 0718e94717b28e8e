// The stages of reading one document, in their order, with the reasons for it. Each says what it reads and what it writes;
// test/pipeline/stages.test.ts fails where a stage reads what no earlier one has written.

export type StageOutput =
  | "document"
  | "cased"
  | "sentences"
  | "parsed"
  | "times"
  | "published"
  | "quantities"
  | "toponyms"
  | "actors"
  | "quotations"
  | "attributions"
  | "events"
  | "tallies"
  | "framing";

export interface Stage {
  readonly name: string;
  readonly reads: readonly StageOutput[];
  readonly writes: readonly StageOutput[];
  readonly because: string;
}

export const STAGES: readonly Stage[] = [
  { name: "text", reads: [], writes: ["document"], because: "spans need one frozen text" },
  {
    name: "casing",
    reads: ["document"],
    writes: ["cased"],
    because: "names and sentences are told by capitals, which a text in capitals only has lost",
  },
  {
    name: "sentences",
    reads: ["document", "cased"],
    writes: ["sentences"],
    because: "every later stage works sentence by sentence",
  },
  {
    name: "time",
    reads: ["document", "sentences"],
    writes: ["times", "published"],
    because: "a date of publication that only the text tells must be known before relative days resolve",
  },
  {
    name: "actors",
    reads: ["sentences", "published"],
    writes: ["actors"],
    because: "names are valid from and to a date",
  },
  {
    name: "places",
    reads: ["sentences", "actors"],
    writes: ["toponyms"],
    because: "a word inside the name of a body is no place",
  },
  {
    name: "syntax",
    reads: ["sentences", "actors", "toponyms"],
    writes: ["parsed"],
    because: "roles and people groups need tags and heads; from here on a name is one word, whoever has it",
  },
  {
    name: "quantity",
    reads: ["parsed"],
    writes: ["quantities"],
    because: "counts stand before what they count, so many words of the parsed sentence away",
  },
  {
    name: "quotations",
    reads: ["sentences"],
    writes: ["quotations"],
    because: "what stands in quotation marks is somebody's words",
  },
  {
    name: "attribution",
    reads: ["sentences", "parsed", "quotations", "actors"],
    writes: ["attributions"],
    because: "sources are actors or descriptions of them",
  },
  {
    name: "events",
    reads: ["parsed", "times", "published", "quantities", "toponyms", "actors", "quotations", "attributions"],
    writes: ["events"],
    because: "a claim needs its values and who says it",
  },
  {
    name: "tallies",
    reads: ["parsed", "times", "published", "quantities", "toponyms", "actors", "attributions", "events"],
    writes: ["tallies"],
    because: "a number of many events is no claim of one",
  },
  {
    name: "framing",
    reads: ["sentences", "quotations", "actors", "attributions"],
    writes: ["framing"],
    because: "a loaded word is somebody's, in quotation or not",
  },
];
