// Which outlet published a capture, from the row's column, the page's metadata, the address or the text; and how a name or a
// domain is looked up. The table of outlets itself is another room's (knowledge/outlets); here it is only asked.
import type { Outlet } from "../../model/document.js";

export interface KnownOutlet {
  readonly name: string;
  readonly domain: string | null;
  /** True for a news agency: others carry its text. */
  readonly agency: boolean;
}

export interface OutletLookup {
  /** "www.example.org" and "example.org" alike; null where not known. */
  byDomain(domain: string): KnownOutlet | null;
  /** By name or other name, however it is capitalised; null where not known. */
  byName(name: string): KnownOutlet | null;
}

export const NO_OUTLETS: OutletLookup = { byDomain: () => null, byName: () => null };

const DOMAIN = /^(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}$/u;
const NAME_LIMIT = 120;

/** An outlet from a name, a domain or an address; one that the table does not know keeps the words given. */
export function outletOf(given: string, outlets: OutletLookup): Outlet | null {
  const words = given.replace(/\s+/gu, " ").trim().slice(0, NAME_LIMIT);
  if (words === "") return null;
  const domain = domainOf(words) ?? (DOMAIN.test(words.toLowerCase()) ? bare(words) : null);
  const known = outlets.byName(words) ?? (domain === null ? null : outlets.byDomain(domain));
  if (known !== null) return { name: known.name, domain: known.domain };
  return { name: domain ?? words, domain };
}

/** The outlet at an address; an unknown one is named by its domain. */
export function outletAt(url: string | null, outlets: OutletLookup): Outlet | null {
  const domain = url === null ? null : domainOf(url);
  if (domain === null) return null;
  const known = outlets.byDomain(domain);
  return known === null ? { name: domain, domain } : { name: known.name, domain: known.domain };
}

/** The host of an http address in lower case, without "www."; null for anything else. */
export function domainOf(url: string): string | null {
  const host = /^https?:\/\/([^/?#\s@]{1,253})/iu.exec(url)?.[1];
  return host === undefined ? null : bare(host.replace(/:\d+$/u, ""));
}

/** The known outlet whose name is the longest beginning of these words; null where none is. */
export function knownBeginning(words: string, outlets: OutletLookup): KnownOutlet | null {
  const parts = words.trim().split(/\s+/u).slice(0, 8);
  for (let count = parts.length; count > 0; count--) {
    const name = parts
      .slice(0, count)
      .join(" ")
      .replace(/[.,;:]+$/u, "");
    const known = name.length < 2 ? null : outlets.byName(name);
    if (known !== null) return known;
  }
  return null;
}

function bare(host: string): string {
  return host.toLowerCase().replace(/^www\d?\./u, "");
}
