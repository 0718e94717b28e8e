// The words for problems with web addresses and feeds (codes fetch/ and feed/); src/contract/problem-text.ts renders them.
import { bytes, seconds } from "./measure-text.js";
import type { Wording } from "./wording.js";

export const WEB_PROBLEM_WORDINGS: Readonly<Record<string, Wording>> = {
  "fetch/address-invalid": (input) => ({
    what: `${input}: it is not an address of the web`,
    todo: "Write it whole, with http:// or https:// before it.",
  }),
  "fetch/scheme-refused": (input, { scheme }) => ({
    what: `${input}: addresses of the kind ${scheme}: are not requested`,
    todo: "Only http and https are; save the page by other means and add the file.",
  }),
  "fetch/credentials-refused": (input) => ({
    what: `${input}: an address with a user name or a password in it is not requested`,
    todo: "Leave them out; where a page needs a login, save it in the browser and add the file.",
  }),
  "fetch/private-address": (input, { address, redirected }) => ({
    what: `${led(input, redirected)}: it leads to ${address}, on a private or local network`,
    todo: "If you mean a site of your own network, say so with --allow-private.",
  }),
  "fetch/name-unknown": (input, { system, redirected }) => ({
    what: `${led(input, redirected)}: the name of the host is not known (${system})`,
    todo: "Check the address and the connection to the network.",
  }),
  "fetch/cannot-connect": (input, { system, redirected }) => ({
    what: `${led(input, redirected)}: no connection can be made (${system})`,
    todo: "Try again later; the site may be down.",
  }),
  "fetch/connection-lost": (input, { system, redirected }) => ({
    what: `${led(input, redirected)}: the connection broke before an answer came (${system})`,
    todo: "Try again later.",
  }),
  "fetch/cut-short": (input, { redirected }) => ({
    what: `${led(input, redirected)}: the answer is not as long as it says; nothing of it was kept`,
    todo: "Try again later.",
  }),
  "fetch/tls": (input, { system, redirected }) => ({
    what: `${led(input, redirected)}: the connection cannot be trusted (TLS: ${system})`,
    todo: "Look at the address in a browser; nothing was sent to it.",
  }),
  "fetch/not-http": (input, { system, redirected }) => ({
    what: `${led(input, redirected)}: what answers there does not speak HTTP (${system})`,
    todo: "Check the address and its port.",
  }),
  "fetch/connect-time": (input, { limit, redirected }) => ({
    what: `${led(input, redirected)}: no connection within the limit of ${seconds(limit)} (connect time)`,
    todo: "Try again later; the site may be down.",
  }),
  "fetch/first-byte-time": (input, { limit, redirected }) => ({
    what: `${led(input, redirected)}: no whole head of an answer within the limit of ${seconds(limit)} (time to first byte)`,
    todo: "Try again later; the site may be overloaded.",
  }),
  "fetch/idle-time": (input, { limit, redirected }) => ({
    what: `${led(input, redirected)}: the answer stood still for the limit of ${seconds(limit)} (idle time)`,
    todo: "Try again later; nothing of it was kept.",
  }),
  "fetch/total-time": (input, { limit, redirected }) => ({
    what: `${led(input, redirected)}: not done within the limit of ${seconds(limit)} (total time)`,
    todo: "Try again later, or save the page and add the file; nothing of it was kept.",
  }),
  "fetch/headers-too-large": (input, { redirected }) => ({
    what: `${led(input, redirected)}: the head of the answer is above its limit (header size)`,
    todo: "Save the page in a browser and add the file.",
  }),
  "fetch/body-too-large": (input, { limit, redirected }) => ({
    what: `${led(input, redirected)}: the answer is above the limit of ${bytes(limit)} (body size)`,
    todo: "Save it, split it into its reports and add the files.",
  }),
  "fetch/decoded-too-large": (input, { limit, redirected }) => ({
    what: `${led(input, redirected)}: the answer unpacks to more than the limit of ${bytes(limit)} (decoded size)`,
    todo: "Save it, split it into its reports and add the files.",
  }),
  "fetch/ratio-too-high": (input, { limit, redirected }) => ({
    what: `${led(input, redirected)}: the answer unpacks to more than the limit of 1:${limit} (decompression ratio)`,
    todo: "Such an answer is made to fill memory; leave the address out.",
  }),
  "fetch/coding-unknown": (input, { coding, redirected }) => ({
    what: `${led(input, redirected)}: the answer is compressed in a way that was not asked for (${coding})`,
    todo: "Save the page in a browser and add the file.",
  }),
  "fetch/coding-broken": (input, { system, redirected }) => ({
    what: `${led(input, redirected)}: the answer says that it is compressed, but cannot be unpacked (${system})`,
    todo: "Try again later, or save the page in a browser and add the file.",
  }),
  "fetch/redirects": (input, { limit }) => ({
    what: `${input}: it leads on and on, above the limit of ${limit} redirects`,
    todo: "Open it in a browser and add the address where it ends.",
  }),
  "fetch/redirect-loop": (input, { address }) => ({
    what: `${input}: its redirects lead in a circle, back to ${address}`,
    todo: "Such sites often ask for a cookie: open it in a browser, save the page and add the file.",
  }),
  "fetch/status": (input, { status }) => ({
    what: `${input}: the server answered ${status}${statusWords(Number(status))}`,
    todo: statusTodo(Number(status)),
  }),
  "fetch/asked-to-wait": (input, { seconds: wait }) => ({
    what: `${input}: the server asks to be left alone for ${seconds(Number(wait) * 1000)}`,
    todo: "Run the same command again after that time.",
  }),
  "fetch/robots-refused": (input, { agent }) => ({
    what: `${input}: the site's robots.txt asks programs like this one (${agent}) to keep out`,
    todo: "Save the page in a browser and add the file; --ignore-robots is for sites whose owner has agreed.",
  }),
  "fetch/robots-unreachable": (input, { robots }) => ({
    what: `${input}: the site's robots.txt cannot be read now (${robots}), so nothing else was requested`,
    todo: "Try again later.",
  }),
  "fetch/not-a-document": (input, { type }) => ({
    what: `${input}: it is no document but ${type}`,
    todo: "Add the address of the report, not of its pictures.",
  }),
  "fetch/empty": (input) => ({
    what: `${input}: the answer is empty`,
    todo: "Open it in a browser; if words are there, save the page and add the file.",
  }),
  "fetch/interrupted": (input) => ({
    what: `${input}: the request was stopped`,
    todo: "Run the same command again to go on.",
  }),
  "feed/unreadable": (input, { message }) => ({
    what: `${input}: the feed is cut off or broken (${message})`,
    todo: "Fetch it again; nothing of it was read.",
  }),
  "feed/unknown-format": (input) => ({
    what: `${input}: it begins like a feed but is neither RSS, RDF, Atom nor JSON Feed`,
    todo: "Check the address; nothing of it was read.",
  }),
  "feed/empty": (input) => ({
    what: `${input}: the feed has no entries`,
    todo: "Nothing to read; look again later.",
  }),
  "feed/teasers-only": (input, { entries, of }) => ({
    what: `${input}: ${entries} of ${of} entries hold a teaser at most, and their pages were not requested`,
    todo: "To have the page of each entry fetched, add --follow.",
  }),
  "feed/entry-without-address": (input, { entries }) => ({
    what: `${input}: ${entries} entries have neither a whole report nor an address`,
    todo: "Nothing can be read of them.",
  }),
};

/** The address that the user named, and the one that it led to. */
function led(input: string, redirected: string | number | undefined): string {
  return redirected === undefined ? input : `${input} (redirected to ${redirected})`;
}

function statusWords(status: number): string {
  if (status === 404) return " (there is no such page)";
  if (status === 410) return " (the page is gone)";
  if (status === 401 || status === 402 || status === 403) return " (it does not let this program in)";
  if (status === 429) return " (too many requests)";
  if (status === 451) return " (withheld for legal reasons)";
  return status >= 500 ? " (the server failed)" : "";
}

function statusTodo(status: number): string {
  if (status === 404 || status === 410) return "Check the address; an archive may hold the page.";
  if (status >= 500 || status === 429) return "Try again later.";
  return "Save the page in a browser and add the file.";
}
