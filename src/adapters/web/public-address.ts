// Whether an IP address is one of the public internet, by IANA's registries of special-purpose addresses (RFC 6890) as ipaddr.js
// keeps them. Addresses that carry an IPv4 address within (mapped, NAT64, 6to4) count as that address. In doubt: not public.
import ipaddr from "ipaddr.js";

/** `isPublicAddress("10.0.0.1")` is false, and so is `isPublicAddress("64:ff9b::a00:1")`, which leads there. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === "unicast";
  const range = parsed.range();
  const bytes = parsed.toByteArray();
  if (range === "ipv4Mapped" || range === "rfc6052") return isPublicAddress(dotted(bytes.slice(12)));
  if (range === "6to4") return isPublicAddress(dotted(bytes.slice(2, 6)));
  // IPv4-compatible addresses (::a.b.c.d) are long withdrawn; the registry of today allots 2000::/3 only.
  return range === "unicast" && bytes[0]! >> 5 === 1;
}

function dotted(bytes: readonly number[]): string {
  return bytes.join(".");
}
