// Whose text a page carries, as its addresses tell: the canonical address on another outlet's site, and the sources that it names
// for machines (knowledge/text/metadata.yaml, origin). In: addresses and the outlet's stated name; out: the address of this very
// publication and the origins. A copy in a cache or an archive is the outlet's own page. Leaves alone: credits in words (credits.ts).
import { domainOf, outletAt, outletOf } from "./outlet.js";
import type { OutletLookup } from "./outlet.js";

export interface PageAddresses {
  /** The address that the page gives itself. */
  readonly canonical: string | null;
  /** Addresses or names of those that it has its text from. */
  readonly sources: readonly string[];
  /** The outlet's name, as the page states it. */
  readonly site: string | null;
  /** Where the page was captured from. */
  readonly captured: string | null;
}

export interface Provenance {
  readonly url: string | null;
  readonly origins: readonly string[];
}

const MOST_SOURCES = 5;

/**
 * The canonical address is the page's own, unless it lies on another outlet's site: then the page republishes. That asks for
 * evidence of the republisher: an outlet that the table knows at the captured address, or the site's name in its domain.
 */
export function provenance(page: PageAddresses, outlets: OutletLookup): Provenance {
  const republished = isElsewhere(page, outlets);
  const url = republished ? page.captured : (page.canonical ?? page.captured);
  const own = outletAt(url, outlets);
  const site = page.site === null ? null : outletOf(page.site, outlets);
  const sources = page.sources.slice(0, MOST_SOURCES).flatMap((source) => {
    const outlet = domainOf(source) === null ? outletOf(source, outlets) : outletAt(source, outlets);
    if (outlet === null || outlet.name === own?.name || outlet.name === site?.name) return [];
    return sameSite(outlet.domain, own?.domain ?? null) ? [] : [outlet.name];
  });
  const elsewhere = republished ? outletAt(page.canonical, outlets) : null;
  return { url, origins: [...new Set([...(elsewhere === null ? [] : [elsewhere.name]), ...sources])] };
}

function isElsewhere({ canonical, captured, site }: PageAddresses, outlets: OutletLookup): boolean {
  const there = outletAt(canonical, outlets);
  const here = outletAt(captured, outlets);
  const [thereDomain, hereDomain] = [domainOf(canonical ?? ""), domainOf(captured ?? "")];
  if (there === null || here === null || thereDomain === null || hereDomain === null) return false;
  if (there.name === here.name || sameSite(thereDomain, hereDomain)) return false;
  const named = site === null ? null : outletOf(site, outlets);
  if (named?.name === there.name) return false;
  if (outlets.byDomain(hereDomain) !== null) return true;
  return site !== null && holds(site, hereDomain) && !holds(site, thereDomain);
}

function sameSite(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && siteLabel(a) === siteLabel(b);
}

/** The label that a site is known by: `siteLabel("news.valleypost.co.uk")` is "valleypost". */
function siteLabel(domain: string): string {
  const labels = domain.split(".").slice(0, -1);
  const last = labels.at(-1) ?? domain;
  const country = /\.[a-z]{2}$/u.test(domain);
  return country && last.length <= 3 && labels.length > 1 ? labels.at(-2)! : last;
}

/** Whether a name and the label of a domain are the same letters, or one begins the other. */
function holds(name: string, domain: string): boolean {
  const letters = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  const label = siteLabel(domain).replaceAll("-", "");
  return label.length >= 3 && letters.length >= 3 && (letters.includes(label) || label.includes(letters));
}
