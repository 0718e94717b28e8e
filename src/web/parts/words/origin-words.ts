// An origin in words: what it is made of, and by which rules its claims were judged to come from one independent source
// (src/linking/origins.ts gives their codes).
import type { OriginColumn } from "../../../contract/views.js";
import type { SourceKind } from "../../../model/source.js";
import { codeWords, plural } from "./labels.js";

const BASIS: Readonly<Record<string, string>> = {
  "first-source": "Articles name this source as the one who said it.",
  "named-source": "Articles name nobody before it in the chain of who told whom.",
  "repeats-source":
    "Where an article says in its own voice what it also credits to this source, the source counts.",
  "agency-credit": "Articles credit an agency: the agency counts, not the outlet that prints it.",
  "own-voice": "An outlet, or its sister outlets, say it in their own voice.",
  unspecified: "No source is named (“reports said”): it never counts as one more.",
  described: "A source is only described, and its article names one of that kind: that one.",
  "same-body": "One speaks for the other, or is a part of it.",
  "same-name": "One name is a shorter form of the other.",
  "same-state": "They are bodies of one state, and nothing shows that one does not repeat the other.",
  "near-duplicate": "Their texts are nearly the same: copies.",
  "copied-sentence": "A sentence is the same, word for word.",
};

/** A rule in plain words; the code itself where no words are kept. */
export function basisWords(code: string): string {
  return BASIS[code] ?? codeWords(code);
}

/** What a named source of this kind is called, one and many. */
const SPEAKERS: Readonly<Partial<Record<SourceKind, readonly [string, string]>>> = {
  government: ["official", "officials"],
  military: ["military source", "military sources"],
  police: ["police source", "police sources"],
  armed_group: ["source of an armed group", "sources of an armed group"],
  opposition: ["opposition source", "opposition sources"],
  monitor: ["monitor", "monitors"],
  medical: ["medical source", "medical sources"],
  witness: ["witness", "witnesses"],
  analyst: ["analyst", "analysts"],
};

/** The names under which its articles give it; none where they speak in their own voice. */
export function namesOf({ articles }: Pick<OriginColumn, "articles">): readonly string[] {
  return [
    ...new Set(
      articles.flatMap(({ chain, outlet }) =>
        chain[0] === undefined || chain[0] === outlet ? [] : [chain[0]],
      ),
    ),
  ];
}

/** "7 articles, 3 outlets, 1 official". */
export function originSummary(origin: Pick<OriginColumn, "kind" | "articles">): string {
  const outlets = new Set(origin.articles.map(({ outlet }) => outlet)).size;
  const names = namesOf(origin).length;
  const speakers = SPEAKERS[origin.kind as SourceKind];
  return [
    plural(origin.articles.length, "article"),
    plural(outlets, "outlet"),
    ...(names > 0 && speakers !== undefined ? [plural(names, ...speakers)] : []),
  ].join(", ");
}
