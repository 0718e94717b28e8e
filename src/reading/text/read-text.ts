// From captured bytes to a Document: decode, take the report out of its page or row, drop what is not news, read title,
// datelines, credits and embedded posts, and put the clean text together once. Pure and synchronous. The clean text begins with
// the title and an empty line; every "\n" in it ends a block. A step reads what the one before gives: order stands below.
// Knowledge: knowledge/text/. Leaves alone: dates that must be inferred (basis "inferred" is the time room's).
import type { Problem, Result } from "../../base/result.js";
import { failed, ok } from "../../base/result.js";
import { quoted } from "../../base/span.js";
import type { Capture, Document, Dropped, Outlet, PublishedBasis } from "../../model/document.js";
import type { Unpacked } from "../../model/unpacked.js";
import type { DateOrder, TextKnowledge } from "../../knowledge/text.js";
import { dayInAddress } from "./address-date.js";
import { withoutBoilerplate } from "./boilerplate.js";
import { cleanCharacters } from "./clean-characters.js";
import { readCredits } from "./credits.js";
import { dateLines } from "./datelines.js";
import type { DateContext } from "./dates.js";
import { writtenDates } from "./dates.js";
import { decodedText } from "./decoded-text.js";
import { readHeader } from "./header.js";
import { readPage } from "./html-page.js";
import { languageOf } from "./language.js";
import { assemble, line } from "./line.js";
import type { Line } from "./line.js";
import { domainOf, outletAt, outletOf } from "./outlet.js";
import type { OutletLookup } from "./outlet.js";
import { plainLines } from "./plain-lines.js";
import { embeddedPosts } from "./posts.js";
import { readRow } from "./row.js";
import { provenance } from "./syndication.js";
import { titleAlone } from "./title.js";
import { wireDateline } from "./wire-dateline.js";

/** Pages that are kept as captures and not read, and those of which only a part is a report. */
const NO_REPORT = {
  error: "text/page-error",
  consent: "text/page-consent",
  index: "text/page-index",
} as const;
const PARTLY = { paywall: "text/page-paywall", gallery: "text/page-gallery" } as const;

/** What is remembered of dropped text: so many pieces, so many characters of each. */
const DROPPED_PIECES = 100;
const DROPPED_CHARACTERS = 500;

export interface TextReading {
  readonly document: Document;
  readonly warnings: readonly Problem[];
}

/** What a form of capture gives before the text is read. */
interface Source {
  readonly lines: readonly Line[];
  readonly title: string | null;
  readonly byline: string | null;
  readonly outlet: string | null;
  /** Of the outlet; undefined where its address tells. */
  readonly domain: string | null | undefined;
  readonly url: string | null;
  /** Outlets that it has its text from, as its addresses, or what it stood in, tell. */
  readonly origins: readonly string[];
  readonly language: string | null;
  readonly published: string | null;
  readonly shown: string | null;
  readonly dropped: readonly Dropped[];
  readonly warnings: readonly Problem[];
}

const NOTHING: Omit<Source, "lines"> = {
  title: null,
  byline: null,
  outlet: null,
  domain: undefined,
  url: null,
  origins: [],
  language: null,
  published: null,
  shown: null,
  dropped: [],
  warnings: [],
};

/**
 * One captured report as a document. Problems: text/binary, text/empty, text/row-unreadable, text/column-missing,
 * text/page-error, text/page-consent, text/page-index, text/page-gallery (where it has no words of its own).
 * Warnings: text/encoding-broken, text/encoding-guessed, text/html-too-large, text/html-too-deep, text/html-unreadable,
 * text/published-unreadable, text/page-paywall, text/page-gallery. Never throws, whatever the bytes.
 */
export function readText(
  capture: Capture,
  bytes: Uint8Array | Unpacked,
  knowledge: TextKnowledge,
  outlets: OutletLookup,
  /** True where pages that are no reports are read like one: for measurements. */
  anyPage = false,
): Result<TextReading> {
  if (!(bytes instanceof Uint8Array))
    return finished(
      capture,
      unpackedSource(capture, bytes, knowledge, outlets),
      bytes.warnings,
      knowledge,
      outlets,
    );
  const decoded = decodedText(bytes, capture.form === "html", capture.ref, capture.charset);
  if (!decoded.ok) return decoded;
  const source = sourceOf(capture, decoded.value.text, knowledge, outlets, anyPage);
  if (!source.ok) return source;
  return finished(capture, source.value, decoded.value.warnings, knowledge, outlets);
}

function finished(
  capture: Capture,
  source: Source,
  warnings: readonly Problem[],
  knowledge: TextKnowledge,
  outlets: OutletLookup,
): Result<TextReading> {
  const wordless = source.lines.every(({ text }) => text === "");
  const document = wordless ? null : documentOf(capture, source, knowledge, outlets);
  if (document === null) {
    const gallery = source.warnings.some(({ code }) => code === PARTLY.gallery);
    return gallery ? failed(PARTLY.gallery, capture.ref, { words: 0 }) : failed("text/empty", capture.ref);
  }
  return ok({ document, warnings: [...warnings, ...source.warnings] });
}

function sourceOf(
  capture: Capture,
  text: string,
  knowledge: TextKnowledge,
  outlets: OutletLookup,
  anyPage: boolean,
): Result<Source> {
  switch (capture.form) {
    case "text":
      return ok({ ...NOTHING, lines: plainLines(cleanCharacters(text)) });
    case "html": {
      const page = readPage(
        text,
        capture.ref,
        contextOf(capture, null, null, text.slice(0, 2000), knowledge),
        knowledge,
      );
      const kind = anyPage ? "report" : page.kind;
      if (kind === "error" || kind === "consent" || kind === "index")
        return failed(NO_REPORT[kind], capture.ref, { title: page.metadata?.title?.slice(0, 80) ?? "" });
      const partly: readonly Problem[] =
        kind === "report" ? [] : [{ code: PARTLY[kind], input: capture.ref, detail: {} }];
      const title = page.metadata?.title ?? null;
      const from = provenance(
        {
          canonical: page.metadata?.url ?? null,
          sources: page.metadata?.sources ?? [],
          site: page.metadata?.site ?? null,
          captured: capture.url,
        },
        outlets,
      );
      return ok({
        ...NOTHING,
        ...page.metadata,
        ...from,
        title: title === null ? null : titleAlone(cleanCharacters(title), page.metadata!.site, outlets),
        outlet: page.metadata?.site ?? null,
        lines: page.lines,
        dropped: page.dropped,
        warnings: [...page.warnings, ...partly],
      });
    }
    case "ndjson-row":
    case "csv-row":
      return rowSource(capture, text, knowledge, outlets);
    case "telegram-message":
    case "mail":
    case "pdf":
      // Never read as they stand: the pipeline opens them first.
      return failed("text/binary", capture.ref, { format: capture.form });
  }
}

/** What stood in a container; what the container says of it goes before what its page says. */
function unpackedSource(
  capture: Capture,
  unpacked: Unpacked,
  knowledge: TextKnowledge,
  outlets: OutletLookup,
): Source {
  const { outlet, domain } = unpacked;
  const known = outlet === null ? null : outletOf(outlet, outlets);
  const context = contextOf(capture, known, unpacked.language, "", knowledge);
  const page = unpacked.kind === "page" ? readPage(unpacked.content, capture.ref, context, knowledge) : null;
  const { title } = unpacked;
  const published = unpacked.published === null ? null : statedDay(unpacked.published, context, knowledge);
  return {
    ...NOTHING,
    ...page?.metadata,
    title: title === null ? null : titleAlone(cleanCharacters(title).replaceAll("\n", " "), outlet, outlets),
    byline: unpacked.byline,
    outlet,
    domain,
    url: unpacked.url,
    origins: unpacked.origins,
    published,
    lines: page?.lines ?? plainLines(cleanCharacters(unpacked.content)),
    dropped: [...unpacked.dropped, ...(page?.dropped ?? [])],
    warnings: page?.warnings ?? [],
  };
}

function rowSource(
  capture: Capture,
  content: string,
  knowledge: TextKnowledge,
  outlets: OutletLookup,
): Result<Source> {
  const row = readRow(capture, content);
  if (!row.ok) return row;
  const { text, title, outlet, url, published } = row.value;
  const known = outlet === null ? null : outletOf(outlet, outlets);
  const context = contextOf(capture, known, null, "", knowledge);
  const day = published === null ? null : statedDay(published, context, knowledge);
  return ok({
    ...NOTHING,
    lines: plainLines(cleanCharacters(text)),
    title: title === null ? null : titleAlone(cleanCharacters(title).replaceAll("\n", " "), outlet, outlets),
    outlet,
    url,
    published: day,
    warnings:
      published !== null && day === null
        ? [
            {
              code: "text/published-unreadable",
              input: capture.ref,
              detail: { published: published.slice(0, 80) },
            },
          ]
        : [],
  });
}

/** A day as a column states it; a year or a month stays what it is. */
function statedDay(published: string, context: DateContext, knowledge: TextKnowledge): string | null {
  if (/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/u.test(published)) return published;
  return writtenDates(published, context, knowledge)[0]?.day ?? null;
}

function documentOf(
  capture: Capture,
  source: Source,
  knowledge: TextKnowledge,
  outlets: OutletLookup,
): Document | null {
  const url = source.url ?? capture.url ?? (domainOf(capture.ref) === null ? null : capture.ref);
  const stated = source.outlet === null ? outletAt(url, outlets) : outletOf(source.outlet, outlets);
  const domain = source.domain === undefined ? domainOf(url ?? "") : source.domain;
  const outlet = stated === null ? null : { ...stated, domain: stated.domain ?? domain };
  const body = withoutBoilerplate(source.lines, knowledge.boilerplate);
  const sample = body.lines
    .slice(0, 40)
    .map(({ text }) => text)
    .join("\n")
    .slice(0, 5000);
  const language =
    languageOf(inPrint(sample), knowledge.languages, knowledge.toldApart) ?? tag(source.language);
  const context = contextOf(capture, outlet, source.language ?? language, sample, knowledge);
  const header = readHeader(body.lines, source.title, context, knowledge, outlets);
  const dated =
    wireDateline(header.lines, knowledge) ??
    dateLines(header.lines, context, knowledge, (name) => outlets.byName(name) !== null);
  const credits = readCredits(dated.lines, knowledge, outlets);
  const lines = titled(header.title, credits.lines);
  const assembled = assemble(lines);
  if (credits.lines.length === 0) return null;
  const marked = lines.findIndex(({ mark }) => mark !== null);
  const published = publication(source, url, dated.day, knowledge);
  const mark = published.basis === "text" ? lines[marked]?.mark : null;
  const origins = [
    ...new Set([...source.origins, ...credits.origins, ...agenciesIn(source.byline ?? "", outlets)]),
  ];
  const names = creditedOutlet(outlet, credits.publisher, origins, outlets);
  return {
    id: capture.id,
    ref: capture.ref,
    title: header.title,
    byline: source.byline ?? credits.byline,
    outlet: names.outlet,
    agency: names.agency,
    language,
    published: published.day,
    publishedBasis: published.basis,
    publishedQuote:
      mark == null
        ? null
        : quoted(assembled.text, {
            start: assembled.starts[marked]! + mark.start,
            end: assembled.starts[marked]! + mark.end,
          }),
    url,
    text: assembled.text,
    posts: embeddedPosts(lines, assembled, context, knowledge),
    dropped: [...source.dropped, ...body.dropped, ...credits.dropped]
      .slice(0, DROPPED_PIECES)
      .map(({ reason, text }) => ({ reason, text: text.slice(0, DROPPED_CHARACTERS) })),
  };
}

/**
 * What a page or row states comes first, then the day in the address, what the page shows, and the dateline. Where the address
 * and a page's statement are a day apart the address tells the outlet's own day: machines are told the time in UTC.
 */
function publication(
  source: Source,
  url: string | null,
  dateline: string | null,
  knowledge: TextKnowledge,
): { readonly day: string | null; readonly basis: PublishedBasis | null } {
  const address = url === null ? null : dayInAddress(url, knowledge);
  if (source.published !== null) {
    const near = address !== null && daysApart(source.published, address) === 1;
    return near ? { day: address, basis: "url" } : { day: source.published, basis: "metadata" };
  }
  if (address !== null) return { day: address, basis: "url" };
  if (source.shown !== null) return { day: source.shown, basis: "metadata" };
  return dateline === null ? { day: null, basis: null } : { day: dateline, basis: "text" };
}

/**
 * Who published this capture, and whose text it carries. Where nothing else tells who published it, the one origin that the
 * text names is the outlet, as in a saved copy that says "via X"; an agency stays a credit.
 */
function creditedOutlet(
  stated: Outlet | null,
  publisher: string | null,
  origins: readonly string[],
  outlets: OutletLookup,
): { readonly outlet: Outlet | null; readonly agency: readonly string[] } {
  const others = origins.filter((name) => outlets.byName(name)?.agency !== true);
  const named = publisher ?? (others.length === 1 ? others[0]! : null);
  const outlet = stated ?? (named === null ? null : outletOf(named, outlets));
  return { outlet, agency: origins.filter((name) => name !== outlet?.name) };
}

/** Agencies that stand in a stated byline, alone or beside others: `AFP`, `Ada Merrow, Reuters`. */
function agenciesIn(byline: string, outlets: OutletLookup): readonly string[] {
  return byline.split(/[,/;|&]/u, 10).flatMap((part) => {
    const known = outlets.byName(part.trim());
    return known?.agency === true ? [known.name] : [];
  });
}

/** Languages are told apart by words in lower case. */
function inPrint(sample: string): string {
  return sample === sample.toUpperCase() ? sample.toLowerCase() : sample;
}

function titled(title: string | null, lines: readonly Line[]): readonly Line[] {
  if (title === null) return lines;
  return [line(title, false), ...lines.map((one, index) => (index === 0 ? { ...one, gap: true } : one))];
}

function contextOf(
  capture: Capture,
  outlet: Outlet | null,
  language: string | null,
  text: string,
  knowledge: TextKnowledge,
): DateContext {
  return { order: orderOf(outlet, language, knowledge), text, latest: dayAfter(capture.capturedAt) };
}

function orderOf(outlet: Outlet | null, language: string | null, knowledge: TextKnowledge): DateOrder | null {
  const byOutlet = outlet?.domain == null ? undefined : knowledge.outletOrder.get(outlet.domain);
  if (byOutlet !== undefined) return byOutlet;
  if (language === null) return null;
  return (
    knowledge.languageOrder.get(language) ?? knowledge.languageOrder.get(language.split("-")[0]!) ?? null
  );
}

/** NaN where one is no day. */
function daysApart(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}

/** The day of capture; time zones may put a report a day later. */
function dayAfter(instant: string | null): string | null {
  if (instant === null || Number.isNaN(Date.parse(instant))) return null;
  return new Date(Date.parse(instant) + 86_400_000).toISOString().slice(0, 10);
}

function tag(language: string | null): string | null {
  return language !== null && /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/iu.test(language) ? language : null;
}
