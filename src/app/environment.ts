// What the use cases need from outside, as one value that src/bin builds: the clock, the collection, the reader, the linker.
// Everything that is slow to start is behind a function, so that a verb pays only for what it uses.
import type { Result } from "../base/result.js";
import type { Attribution } from "../model/attribution.js";
import type { TallyMeasures } from "../linking/tally-record.js";
import type { Document } from "../model/document.js";
import type { Incident } from "../model/incident.js";
import type { RowNames } from "../model/row-layout.js";
import type { DocumentRecord, EngineStamp } from "../model/record.js";
import type { FindLiveBlog } from "../pipeline/live-blog.js";
import type { ArchiveWriter } from "../ports/archive-writer.js";
import type { CaptureSource } from "../ports/capture-source.js";
import type { Clock } from "../ports/clock.js";
import type { DocumentReader } from "../ports/document-reader.js";
import type { FetchAllowance, Fetcher, SentRequest } from "../ports/fetcher.js";
import type { Timestamps } from "../ports/timestamps.js";
import type { Decision, OpenMode, Store } from "../ports/store.js";

/** Folders of knowledge packs beside the knowledge that ships, in the order given. */
export type KnowledgePacks = readonly string[];

/** All records and all decisions in, all incidents out; pure, and the same whatever the order of the records. */
export type LinkRecords = (
  records: readonly DocumentRecord[],
  decisions: readonly Decision[],
) => readonly Incident[];

export interface FetcherOptions {
  readonly allow: FetchAllowance;
  /** Told of each request before it is sent. */
  readonly onRequest: (request: SentRequest) => void;
  /** The instant to write on what is fetched; null for the clock's. */
  readonly now: string | null;
}

export interface Environment {
  readonly version: string;
  readonly clock: Clock;
  /** Returns once so many milliseconds have passed, or the signal aborts. */
  wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void>;
  /** The folder of the collection where none is named. */
  readonly defaultCollection: string;
  /** A path as it reads from anywhere on this machine. */
  absolute(path: string): string;
  openStore(folder: string, mode: OpenMode): Promise<Result<Store>>;
  openTimestamps(): Promise<Timestamps>;
  openArchiveWriter(): Promise<ArchiveWriter>;
  /** The text of a file that the user names. */
  readText(path: string): Promise<Result<string>>;
  /** `names` are what tables call the columns that are read. */
  openCaptureSource(names?: RowNames): Promise<CaptureSource>;
  /** The one way to the network; opened where an address is to be fetched, and never before. */
  openFetcher(options: FetcherOptions): Promise<Fetcher>;
  /** The stamp that a reader with these packs would write; cheaper than the reader. */
  stampOf(packs: KnowledgePacks): Promise<Result<EngineStamp>>;
  openReader(packs: KnowledgePacks): Promise<Result<DocumentReader>>;
  /** The attributions of a document's clean text, which records leave out: for looking into a reading. */
  attributionsOf(document: Document, packs: KnowledgePacks): Promise<Result<readonly Attribution[]>>;
  openLiveBlogs(packs: KnowledgePacks): Promise<Result<FindLiveBlog>>;
  openLinker(packs: KnowledgePacks): Promise<Result<LinkRecords>>;
  /** What tallies count, for setting them against the record. */
  openTallies(packs: KnowledgePacks): Promise<Result<TallyMeasures>>;
}
