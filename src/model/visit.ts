// Visit: what a collection remembers of an address or a watched file that it took documents from, so that the next time only
// what is new is asked for. Kept after the documents are: a kill in between has them looked at once more, and nothing is lost.

export interface Visit {
  /** As it was asked for: an absolute web address, or the absolute path of a file. */
  readonly address: string;
  /** Where its content came from, after redirects; null for a file. */
  readonly url: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** What told of this version: the date in a feed that led to a page, or the size and time of a file; null where nothing did. */
  readonly edition: string | null;
  /** ISO 8601 instant. */
  readonly at: string | null;
}
