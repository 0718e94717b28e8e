// What --help says of each verb beside its arguments and options: summary, description, examples and exit codes.

const EXITS = `
Exit codes: 0 fine; 1 problems were reported, the rest is done; 2 wrong use; 70 a mistake of the program.`;

export const VERB_HELP = {
  hearsay: {
    summary: "",
    description:
      "Reads conflicting reports on attacks and keeps the record: what happened where and when, who says so in which words, where accounts agree and where they cannot both be true. Everything stays on this machine; addresses that you name are requested, and no others.",
    after: `
Example:
  hearsay add reports/          reads a folder into the collection in ./.hearsay
  hearsay incidents             lists what happened
  hearsay serve                 opens the workbench at http://127.0.0.1:4747
${EXITS}`,
  },
  add: {
    summary: "read reports into the collection",
    description:
      "Keeps the bytes of each report, reads them and links what they tell into incidents. Files and folders of text, HTML, NDJSON and CSV (columns id, url, outlet, title, published, text, or what --columns says; all but text optional), PDF with a text layer, mails (.eml, mbox), Telegram exports (result.json), feeds (RSS, Atom, JSON Feed) and web archives (WARC, WACZ); web addresses of pages, feeds and such files; lists of addresses (--urls). What is there already is not added twice; what an earlier version of the program read is read again. Progress, and each request that is made, on stderr. It may be stopped at any time: run it again to go on.",
    after: `
Of a feed, entries that hold a whole report are read; with --follow the page of each entry is fetched. Requests are made for
addresses that you name and for nothing else: one at a time a host, as robots.txt allows, within limits of time and size
(docs/problems.md), never to a private network unless you allow it. No script is run and no cookie is kept.

Examples:
  hearsay add reports/ more.csv
  hearsay add https://example.org/news/attack.html
  hearsay add --urls addresses.txt
  hearsay add https://example.org/feed.xml --follow
  hearsay add table.csv --columns text=body,title=headline,published=date,url=link
  hearsay add statement.pdf letters.mbox ChatExport/result.json
  hearsay add articles.ndjson --collection ~/tracker --knowledge ./my-region
${EXITS}`,
  },
  watch: {
    summary: "follow feeds and folders, and add what is new",
    description:
      "Looks at feeds, folders, files and pages again and again and adds what is new, one line on stdout for each round, until Ctrl-C. What it has seen is remembered in the collection: it may be stopped or killed at any time, and the next run goes on. Nothing is asked for twice: feeds and pages are requested conditionally, the page of an entry once for each of its versions.",
    after: `
The collection is open during a round only; other commands may add to it in between. A source that fails is tried again with
the next round.

Examples:
  hearsay watch https://example.org/feed.xml --follow
  hearsay watch inbox/ https://example.org/feed.xml --every 30m --collection ~/tracker
  hearsay watch inbox/ --once          one round, for cron
${EXITS}`,
  },
  extract: {
    summary: "print the records of reports, without a collection",
    description:
      "Reads reports, from files or web addresses as hearsay add takes them, and prints one record for each document, in the order given: what it says of itself, events with claims, tallies and loaded words, each with the words it was read from. Nothing is stored.",
    after: `
Examples:
  hearsay extract report.txt
  hearsay extract reports/ --format ndjson > records.ndjson
  hearsay extract https://example.org/page --format json
${EXITS}`,
  },
  incidents: {
    summary: "list the incidents of the collection",
    description:
      "Lists every incident of the collection: as a table, as JSON in the record format, as CSV with a line for each incident, or as GeoJSON (RFC 7946) with a point for each. With --resolve the table and the CSV show the killed and the injured as one figure: lowest (the lowest reported, as ACLED), low-best-high (as UCDP GED), majority (that of most origins, else the lowest, as GTD) or latest (of the newest reports); of each origin the latest figure counts. The record itself keeps them all.",
    after: `
Examples:
  hearsay incidents
  hearsay incidents --resolve lowest
  hearsay incidents --format geojson > incidents.geojson
${EXITS}`,
  },
  show: {
    summary: "show an incident's accounts side by side",
    description:
      "Shows one incident: a row for each attribute, a column for each independent origin of the accounts, and which attributes are agreed or disputed.",
    after: `
Example:
  hearsay show 3f2a
${EXITS}`,
  },
  tallies: {
    summary: "set claimed numbers against the record",
    description:
      'Lists every claimed number of events in the collection ("76 attacks since October"): who says so, of what, where and over which period; how many recorded incidents fall under the same rule, how many miss it narrowly, and of how many it cannot be said. JSON names them, with the reasons. No verdict: the record holds what reports told.',
    after: `
Examples:
  hearsay tallies
  hearsay tallies --format json
${EXITS}`,
  },
  decide: {
    summary: "say that incidents or events are one happening, or are not",
    description:
      "Keeps a person's decision, and links anew with it. same: the incidents or events named are one happening. not-same: the first is none of the others. split: the events named leave their incident. Decisions are appended to a log, hold against every later reading, and can be undone.",
    after: `
Examples:
  hearsay decide same 3f2a 91bc --reason "one volley, two datelines"
  hearsay decide not-same 3f2a 91bc --by "A. Editor"
  hearsay decide split 9c1d04#e2
${EXITS}`,
  },
  undo: {
    summary: "take a decision back",
    description: "Takes a decision back and links anew. The log keeps both.",
    after: `
Example:
  hearsay undo 3 --reason "the second report corrected itself"
${EXITS}`,
  },
  decisions: {
    summary: "list what was decided",
    description: "Lists the log of decisions, the newest first, with who decided, when and why.",
    after: `
Example:
  hearsay decisions
${EXITS}`,
  },
  explain: {
    summary: "walk from a value back to the captured bytes",
    description:
      "Explains what stands behind an id. For a claim (document#event#claim): its words in their place, the rules that read them, the document, and the captured bytes, whose hash is computed again. For an incident: why its events are one, as a sum of weights. Ids of documents may be shortened, or be the path or record id they came from.",
    after: `
Examples:
  hearsay explain 3f2a
  hearsay explain 9c1d04#e1#2
  hearsay explain reports/003.txt#e1
${EXITS}`,
  },
  verify: {
    summary: "check that the collection's evidence is as it was kept",
    description:
      "Hashes again every line of the evidence log, every captured byte and every WARC record, holds the database against the log, and checks the timestamps. Each difference is told with its place. Prints the hash of the last line: written down elsewhere and given back with --head, it shows lines cut off the end.",
    after: `
Examples:
  hearsay verify
  hearsay verify --head 5b0f…e2 --json
${EXITS}`,
  },
  timestamp: {
    summary: "have an authority state when the evidence existed",
    description:
      "Sends the hash of the evidence log's last line, and nothing else, to a timestamp authority that you name (RFC 3161), and keeps its signed answer. The collection remembers the authority, and asks it again only by this verb. By the chain it covers all lines before. verify checks it again.",
    after: `
Examples:
  hearsay timestamp --server https://tsa.example/tsr --ca tsa-root.pem
  hearsay timestamp
${EXITS}`,
  },
  archive: {
    summary: "write evidence as a web archive (WACZ)",
    description:
      "Writes the evidence of all documents, or of those named (documents, or incidents with all their documents), as a WACZ file that replay programs open: requests and responses as they were recorded, files as resource records. The same collection gives the same bytes.",
    after: `
Examples:
  hearsay archive -o everything.wacz
  hearsay archive 3f2a -o incident.wacz --title "The depot, 2 May"
${EXITS}`,
  },
  history: {
    summary: "list the versions of a page",
    description:
      "Lists every time that an address gave bytes, in order of time, and whether they were other bytes than before. Each version is a document of its own; diff shows how two differ.",
    after: `
Example:
  hearsay history https://tarn.example/depot
${EXITS}`,
  },
  diff: {
    summary: "show how the texts of two documents differ",
    description:
      "Shows the paragraphs in which the clean texts of two documents differ: words taken out as [-words-], words put in as {+words+}.",
    after: `
Example:
  hearsay diff 9c1d04 71ab33
${EXITS}`,
  },
  try: {
    summary: "print how one sentence is read",
    description:
      "Reads a sentence as if it were a report and prints all that was found in it, with the rules that found it: the microscope of whoever writes a rule.",
    after: `
Example:
  hearsay try "Three rockets hit the base early on Monday." --published 2021-07-06
${EXITS}`,
  },
  serve: {
    summary: "serve the workbench to a browser on this machine",
    description:
      "Serves the workbench for the collection until Ctrl-C; where there is none yet, an empty one is begun. It listens on 127.0.0.1 only, unless --host says otherwise; there is no login, so another host lets everybody who reaches it read the collection.",
    after: `
Examples:
  hearsay serve
  hearsay serve --collection ~/tracker --port 8080
${EXITS}`,
  },
  start: {
    summary: "read the bundled samples and serve them",
    description:
      "Reads the bundled samples, made-up reports on made-up incidents, into a collection of their own and serves the workbench with it until Ctrl-C. This is what npm start does.",
    after: `
Example:
  hearsay start --port 8080
${EXITS}`,
  },
} as const;
