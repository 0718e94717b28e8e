// Persons of a text for MUC-4: names in capitals of print that no place and no body bears, each with what the text says he or she is,
// by the title before the name ("the provincial governor Karim Dahl") or the phrase behind it ("Karim Dahl, governor of the province,").
// A surname stands for the longest name of the text that holds it. Words: muc-words.yaml.
import type { DocumentRecord } from "../../src/model/record.js";
import type { MucWords } from "./muc-things.js";

export interface Person {
  readonly name: string;
  /** What he or she is, without article and nation; null where the text does not say. */
  readonly description: string | null;
}
export interface Persons {
  /** The persons named in a stretch of the text; empty where it names none. */
  readonly namedIn: (start: number, end: number) => readonly Person[];
  /** Two names or more in a row right behind a phrase, or as many as are asked for where a list says who they were. */
  readonly listed: (end: number, many: number) => readonly Person[];
  /** The one person of the text of whom this is said. */
  readonly describedAs: (description: string) => Person | null;
  /** The person named right before or behind a phrase: "Karim Dahl, | mayor of the town |". */
  readonly beside: (start: number, end: number) => Person | null;
}

const NAME =
  /\p{Lu}[\p{L}'’-]+\.?(?:(?: (?:de la|de los|de las|del|de|la|y|von|van|\p{Lu}\.?))? \p{Lu}[\p{L}'’-]+)*/gu;

interface Found extends Person {
  readonly start: number;
  readonly end: number;
}

export function personsOf(record: DocumentRecord, text: string, words: MucWords): Persons {
  const bodies = new RegExp(words.bodies, "u");
  const ranks = new Set(words.ranks);
  const roles = new Set([...words.people.flatMap((kind) => kind.words), ...words.generic]);
  const isRole = (word: string) => roles.has(word) || roles.has(word.replace(/s$/u, ""));
  const places = record.mentions.filter((m) => m.kind === "place");
  const isPlace = (start: number, end: number) =>
    places.some((p) => p.start <= start && p.end >= end && p.value !== null);
  const found: Found[] = [];
  for (const match of text.matchAll(NAME)) {
    const run = match[0].split(" ");
    // "Presidency Minister Karim Dahl": all up to the last title
    const at = run.slice(0, -1).findLastIndex(isTitle) + 1;
    if (at === run.length - 1 && isTitle(run[at]!)) continue;
    const name = run
      .slice(at)
      .join(" ")
      .replace(/['’]s?$/u, "");
    const start = match.index + (at === 0 ? 0 : run.slice(0, at).join(" ").length + 1);
    const end = start + name.length;
    const title = titleBefore(text.slice(0, start));
    if (bodies.test(name) || /^\p{Lu}{2,5}$/u.test(name)) continue;
    if (isPlace(start, end) && title === null) continue;
    if (!name.includes(" ") && title === null && at === 0) {
      found.push({ name, description: null, start, end });
      continue;
    }
    found.push({ name, description: title ?? phraseBehind(text.slice(end, end + 160)), start, end });
  }
  const full = found.filter(({ name }) => name.includes(" "));
  return {
    beside: (start, end) => {
      const near = found.find(
        (f) =>
          (f.end <= start && /^,? ?(?:the |an? |one of the )?$/iu.test(text.slice(f.end, start))) ||
          (f.start >= end && /^,? ?$/u.test(text.slice(end, f.start))),
      );
      return near === undefined ? null : wholeName(near);
    },
    listed: (end, many) => {
      const lists = listsOf();
      const behind = lists.find((l) =>
        /^(?: |, |: | \(|--| named | identified as )$/u.test(text.slice(end, l[0]!.start)),
      );
      const told = lists.filter(
        (l) => l.length === many && LISTING.test(text.slice(Math.max(0, l[0]!.start - 90), l[0]!.start)),
      );
      const list =
        behind !== undefined && (many === Infinity || behind.length === many)
          ? behind
          : told.length === 1
            ? told[0]!
            : [];
      return list.map((f) => wholeName(f) ?? f);
    },
    describedAs: (description) => {
      const same = new Map<string, Person>();
      for (const f of full) {
        const own = f.description?.toLowerCase();
        const asked = description.toLowerCase();
        if (own === undefined || (own !== asked && !own.endsWith(` ${asked}`))) continue;
        const whole = wholeName(f);
        if (whole !== null) same.set(whole.name, whole);
      }
      return same.size === 1 ? [...same.values()][0]! : null;
    },
    namedIn: (start, end) => {
      const seen = new Map<string, Person>();
      for (const f of found) {
        if (f.start < start || f.end > end) continue;
        const whole = wholeName(f);
        if (whole !== null && !seen.has(whole.name)) seen.set(whole.name, whole);
      }
      return [...seen.values()];
    },
  };

  /** Names in a row: "A, 42; B, a student; and C". */
  function listsOf(): Found[][] {
    const lists: Found[][] = [];
    let open: Found[] = [];
    for (const f of full) {
      const last = open.at(-1);
      if (
        last !== undefined &&
        !/^,? ?(?:\(?\d+\)?)?[,;]? ?(?:and )?(?:(?:\p{L}+ ){0,2})$/u.test(text.slice(last.end, f.start))
      ) {
        if (open.length > 1) lists.push(open);
        open = [];
      }
      open.push(f);
    }
    return open.length > 1 ? [...lists, open] : lists;
  }

  /** The longest name that holds this one; null for a single word that is no person's elsewhere. */
  function wholeName({ name, description }: Found): Person | null {
    const same = full.filter(
      (f) =>
        f.name === name ||
        f.name.endsWith(` ${name}`) ||
        f.name.includes(` ${name} `) ||
        f.name.startsWith(`${name} `),
    );
    const own = same.reduce((best, f) => (f.name.length > best.length ? f.name : best), name);
    const told = [description, ...same.map((f) => f.description)].filter((d) => d !== null);
    const described =
      told.find((d) => d.includes(" ") || !ranks.has(d.toLowerCase())) ??
      told.sort((a, b) => b.length - a.length)[0] ??
      found.find((f) => f.name === name && f.description !== null)?.description ??
      null;
    if (!own.includes(" ") && described === null) return null;
    return { name: own, description: described };
  }

  function isTitle(word: string): boolean {
    const lower = word.toLowerCase().replace(/\.$/u, "");
    return (
      ranks.has(lower) ||
      ranks.has(lower.replace(/s$/u, "")) ||
      isRole(lower) ||
      words.nations[lower] !== undefined
    );
  }

  /** "the former defense minister General |": back to an article or a word that is no part of a noun phrase. */
  function titleBefore(before: string): string | null {
    const told = /(?:^|[\s("[])((?:[\p{L}.'’-]+ ){1,7})$/u.exec(before)?.[1]?.trim().split(" ") ?? [];
    const kept: string[] = [];
    for (let i = told.length - 1; i >= 0; i--) {
      const word = told[i]!;
      if (STOP.test(word) || (/[.]$/u.test(word) && !ranks.has(word.toLowerCase().replace(".", "")))) break;
      kept.unshift(word);
    }
    return describing(kept);
  }

  function describing(all: readonly string[]): string | null {
    const list = all.filter((word) => words.nations[word.toLowerCase()] === undefined);
    const role = list.findLastIndex((word) => isRole(word.toLowerCase().replace(/[.,]$/u, "")));
    if (role < 0) {
      const rank = list.find((word) => ranks.has(word.toLowerCase().replace(".", "")));
      return rank === undefined || /^(?:the|second|first|former|retired)$/iu.test(rank)
        ? null
        : rank.replace(".", "");
    }
    let end = role + 1;
    // "defense minister General": the office, without the rank behind it
    while (
      end > 1 &&
      !/^(?:attorney|secretary|director|inspector)$/iu.test(list[end - 2] ?? "") &&
      RANK.test(list[end - 1]!) &&
      list.slice(0, end - 1).some((w) => isRole(w.toLowerCase()))
    )
      end--;
    const head = list[end - 1]!.toLowerCase();
    if (/^(?:man|woman|men|women|person|people|others?|member|individual)$/u.test(head)) return null;
    return list.slice(0, end).join(" ");
  }

  /** ", mayor of the town, who": up to the next comma or clause. */
  function phraseBehind(after: string): string | null {
    const phrase =
      /^,? (?:\d+(?:-year-old)?, )?(?:who (?:was|is) )?(?:(?:the|a|an|his|her|their) )?([\p{L}][\p{L}' -]*?(?: of (?:the )?[\p{L}' -]+?)?)(?=,|;|\.|\s\(|\s\[| who | was | were | and | in | at | on | by | has | had |$)/u.exec(
        after.startsWith(",") ? after : "",
      )?.[1];
    if (phrase === undefined) return null;
    const all = phrase.split(" ");
    const of = all.indexOf("of");
    const head = describing(of < 0 ? all : all.slice(0, of));
    if (head === null || all.length > 9) return null;
    return of < 0 ? head : `${head} ${all.slice(of).join(" ")}`;
  }
}

/** Before a list of those killed or taken. */
const LISTING =
  /\b(?:identified|victims?|names?|named|dead|killed|wounded|injured|kidnapped|abducted|were|are|include)\b[^.]*$/iu;
const RANK =
  /^(?:General|Colonel|Major|Captain|Lieutenant|Dr|Mr|Mrs|Msgr|Monsignor|Father|Gen|Col|Maj|Don|Doctor)\.?$/iu;
const STOP =
  /^(?:the|a|an|of|by|and|or|with|to|in|on|at|for|from|against|that|which|who|whom|as|when|while|was|were|is|are|has|have|had|been|said|killed|killing|murdered|murder|kidnapped|assassinated|wounded|injured|his|her|their|its|also|than|but|after|before|today|yesterday|including|among|named|called|identified|two|three|four|five|six|one|\d+)$/iu;
