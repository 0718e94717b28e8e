import { describe, expect, it } from "vitest";
import { read, reading } from "./reading.js";

const BODY =
  "Three rockets hit the Northern Base near Kelm on Monday, the army said. Two soldiers were hurt and a hangar burned for hours.";

describe("plain text", () => {
  it("begins with the title, an empty line and the body", () => {
    const { document } = read("text", `Rockets hit the Northern Base\n${BODY}\nIt was the third attack.`);
    expect(document.title).toBe("Rockets hit the Northern Base");
    expect(document.text).toBe(`Rockets hit the Northern Base\n\n${BODY}\nIt was the third attack.`);
    expect(document.language).toBe("en");
    expect(document.published).toBeNull();
    expect(document.publishedBasis).toBeNull();
  });

  it("takes a first line that is a sentence for no title", () => {
    expect(read("text", `${BODY}\n${BODY} Again.`).document.title).toBeNull();
  });

  it("joins lines that were wrapped by hand, and keeps paragraphs", () => {
    const wrapped = `Three rockets hit the Northern Base near the town of Kelm on Monday,\nthe army said. Two soldiers were hurt and a hangar burned for hours,\naccording to people who live there.\n\nIt was the third attack.`;
    expect(read("text", wrapped).document.text).toBe(
      "Three rockets hit the Northern Base near the town of Kelm on Monday, the army said. Two soldiers were hurt and a hangar burned for hours, according to people who live there.\n\nIt was the third attack.",
    );
  });

  it("reads the day of publication, and cites it", () => {
    const { document } = read("text", `Rockets hit the Northern Base\n\nOctober 3, 2019 - 17:6\n\n${BODY}`);
    expect(document.published).toBe("2019-10-03");
    expect(document.publishedBasis).toBe("text");
    expect(document.publishedQuote!.quote).toBe("October 3, 2019");
  });

  it("reads it at the end, where the weekday settles day and month", () => {
    const { document } = read(
      "text",
      `${BODY}\nNora Vint\nThu, 09/06/2018 – 11:40\nvia Valley Post https://vp.example/2S`,
    );
    expect(document.published).toBe("2018-09-06");
    expect(document.outlet).toEqual({ name: "Valley Post", domain: "valleypost.example" });
    expect(document.dropped).toContainEqual({
      reason: "credit",
      text: "via Valley Post https://vp.example/2S",
    });
  });

  it("takes no date inside a sentence", () => {
    const text = `${BODY} The base was built on 3 May 2010 and opened in June 2011.\nOn 5 July 2016 it was hit.`;
    expect(read("text", text).document.published).toBeNull();
  });

  it("takes no date that belongs to a list or a correction at the end", () => {
    const text = Array.from({ length: 14 }, (_, index) => `${BODY} Part ${index} of it.`).join("\n\n");
    const at = (last: string): string | null => read("text", `${text}\n\n${last}`).document.published;
    expect(at("Army takes the hill – August 3, 2016")).toBeNull();
    expect(at("Friday, December 4, 2015.")).toBeNull();
    expect(at("Friday, December 4, 2015")).toBe("2015-12-04");
    expect(at("Last updated: 4 December 2015 10:15")).toBe("2015-12-04");
  });

  it("takes no date from a chronology", () => {
    const days = [3, 4, 5, 6, 7].map((day) => `${day} May 2020 Rockets fell near Kelm and two were hurt`);
    expect(read("text", [BODY, ...days].join("\n")).document.published).toBeNull();
  });

  it("settles day and month by the weekdays that the news speaks of, or not at all", () => {
    const at = (when: string): string | null =>
      read("text", `03-07-2015 Five hurt in Kelm. Five people were hurt ${when} in Kelm, the army said.`)
        .document.published;
    expect(at("on Saturday")).toBe("2015-03-07");
    expect(at("on Thursday, days after the July truce,")).toBe("2015-07-03");
    expect(at("on Thursday")).toBeNull();
  });

  it("reads no day after the capture", () => {
    const bytes = `05/07/2021\n${BODY}`;
    expect(read("text", bytes, { capturedAt: "2021-06-01T10:00:00Z" }).document.published).toBe("2021-05-07");
  });

  it("keeps embedded posts as quotations of their authors", () => {
    const { document } = read(
      "text",
      `Rockets hit the Northern Base\n${BODY}\nSirens again over #Kelm now. pic.twitter.com/abc\n— Nora Vint (@noravint) July 5, 2021\nNobody claimed it.`,
    );
    expect(document.posts).toEqual([
      {
        quote: "Sirens again over #Kelm now. pic.twitter.com/abc",
        start: document.text.indexOf("Sirens"),
        end: document.text.indexOf("\n— Nora"),
        author: "Nora Vint",
        account: "@noravint",
        posted: "2021-07-05",
      },
    ]);
  });

  it("names who published it and whose text it is", () => {
    const { document } = read(
      "text",
      `${BODY}\n\nBy News Desk\n\nPublished by Hill Radio\n\nRepublished by The Kelm Mirror`,
    );
    expect(document.outlet?.name).toBe("The Kelm Mirror");
    expect(document.agency).toEqual(["Hill Radio"]);
    expect(document.byline).toBe("News Desk");
  });

  it("credits an agency at the beginning or the end", () => {
    expect(read("text", `According to Kelm Wire, ${BODY}`).document.agency).toEqual(["Kelm Wire"]);
    expect(read("text", `${BODY} He heard it.-KELM WIRE`).document.agency).toEqual(["Kelm Wire"]);
    expect(read("text", `KELM, July 5 (Kelm Wire) - ${BODY}`).document.agency).toEqual(["Kelm Wire"]);
    const named = `By Nora Vint\n\nStaff at the scene\n\nPictures: Ola Kern\n\nKELM (Kelm Wire) – ${BODY}`;
    expect(read("text", named).document.agency).toEqual(["Kelm Wire"]);
  });

  it("drops a paragraph that stands twice", () => {
    const { document } = read("text", `Rockets hit the base\n\n${BODY}\n\n${BODY}\n\nNobody claimed it.`);
    expect(document.text).toBe(`Rockets hit the base\n\n${BODY}\n\nNobody claimed it.`);
    expect(document.dropped).toEqual([{ reason: "repeated", text: BODY }]);
  });
});

describe("rows", () => {
  it("takes title, dateline and body apart where they stand on one line", () => {
    const { document } = read("ndjson-row", {
      id: 7,
      outlet: "vpost",
      title: "Rockets hit the Northern Base - Valley Post",
      text: `Posted on July 6 2021 by Nora Vint Rockets hit the Northern Base. ${BODY}`,
    });
    expect(document.text).toBe(
      `Rockets hit the Northern Base\n\nPosted on July 6 2021 by Nora Vint\n${BODY}`,
    );
    expect(document).toMatchObject({
      title: "Rockets hit the Northern Base",
      byline: "Nora Vint",
      outlet: { name: "Valley Post", domain: "valleypost.example" },
      published: "2021-07-06",
      publishedBasis: "text",
    });
  });

  it("puts a title before a text that does not hold it", () => {
    const { document } = read("ndjson-row", {
      title: "Rockets near Kelm",
      text: `KELM WIRE Monday 5 Jul 2021 ${BODY}`,
    });
    expect(document.text).toBe(`Rockets near Kelm\n\nKELM WIRE\nMonday 5 Jul 2021\n${BODY}`);
    expect(document.agency).toEqual(["Kelm Wire"]);
  });

  it("leaves a sentence whole that begins like the title", () => {
    const { document } = read("ndjson-row", { title: "Three rockets hit", text: BODY });
    expect(document.text).toBe(`Three rockets hit\n\n${BODY}`);
  });

  it("reads a CSV record by its header, and the stated date first", () => {
    const { document } = read("csv-row", `a1,Hill Radio,2021-07-05T23:30:00Z,"${BODY} ""Again"", he said."`, {
      columns: ["id", "Outlet", "published", "TEXT"],
    });
    expect(document.published).toBe("2021-07-05");
    expect(document.publishedBasis).toBe("metadata");
    expect(document.outlet).toEqual({ name: "Hill Radio", domain: null });
    expect(document.text).toContain('"Again", he said.');
  });

  it("reads the day and the outlet from the address", () => {
    const { document } = read("ndjson-row", { url: "https://www.kelmwire.example/2021/07/06/x", text: BODY });
    expect(document.published).toBe("2021-07-06");
    expect(document.publishedBasis).toBe("url");
    expect(document.outlet).toEqual({ name: "Kelm Wire", domain: "kelmwire.example" });
  });

  it("says when a stated date cannot be read", () => {
    const { document, warnings } = read("ndjson-row", { published: "last spring", text: BODY });
    expect(document.published).toBeNull();
    expect(warnings.map(({ code }) => code)).toEqual(["text/published-unreadable"]);
  });
});

describe("problems", () => {
  const codeOf = (...input: Parameters<typeof reading>): string => {
    const result = reading(...input);
    return result.ok ? result.value.warnings.map(({ code }) => code).join() : result.problem.code;
  };
  it("text/empty", () => {
    expect(codeOf("text", "")).toBe("text/empty");
    expect(codeOf("text", " \n\u00a0\u200b\n")).toBe("text/empty");
    expect(codeOf("html", "<html><body><script>x()</script></body></html>")).toBe("text/empty");
    expect(codeOf("ndjson-row", { title: "Rockets near Kelm", text: "" })).toBe("text/empty");
  });
  it("text/binary", () => {
    expect(codeOf("text", "%PDF-1.7 x")).toBe("text/binary");
    expect(codeOf("text", Uint8Array.of(1, 2, 3, 0, 5, 0, 0, 7))).toBe("text/binary");
    expect(codeOf("html", Uint8Array.of(0x50, 0x4b, 3, 4, 20))).toBe("text/binary");
  });
  it("text/row-unreadable", () => {
    expect(codeOf("ndjson-row", '{"text": ')).toBe("text/row-unreadable");
    expect(codeOf("ndjson-row", "[1]")).toBe("text/row-unreadable");
    expect(codeOf("csv-row", "a,b")).toBe("text/row-unreadable");
  });
  it("text/column-missing", () => {
    expect(codeOf("ndjson-row", { title: "x" })).toBe("text/column-missing");
    expect(codeOf("csv-row", "a,b", { columns: ["id", "body"] })).toBe("text/column-missing");
  });
  it("text/encoding-broken", () => {
    const bytes = new TextEncoder().encode(`${BODY} “Kelm” “Vint” “Hill”`);
    const broken = new Uint8Array([...bytes, 0xe2, 0x80, 0x20, 0x41]);
    expect(codeOf("text", broken)).toBe("text/encoding-broken");
    expect(read("text", broken).document.text).toContain("\ufffd");
  });
  it("text/encoding-guessed", () => {
    const latin = Uint8Array.from(
      [...`${BODY} Attaqu\u00e9e hier, caf\u00e9 d\u00e9truit, \u00e9t\u00e9.`].map((c) => c.charCodeAt(0)),
    );
    expect(codeOf("text", latin)).toBe("text/encoding-guessed");
    expect(read("text", latin).document.text).toContain("Attaquée");
  });
});

describe("characters", () => {
  it("reads marks of byte order and UTF-16", () => {
    const wide = (text: string): number[] =>
      [...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]);
    expect(read("text", Uint8Array.from([0xff, 0xfe, ...wide(BODY)])).document.text).toBe(BODY);
    expect(read("text", Uint8Array.from(wide(BODY))).document.text).toBe(BODY);
    expect(
      read("text", Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(BODY)])).document.text,
    ).toBe(BODY);
  });
  it("takes out what hides or turns words", () => {
    expect(
      read("text", "Three\u00a0rock\u200bets \u202ehit\u202c the\u0007 cafe\u0301 in Kelm.\r\nTwo were hurt.")
        .document.text,
    ).toBe("Three rockets hit the café in Kelm.\nTwo were hurt.");
  });
});
