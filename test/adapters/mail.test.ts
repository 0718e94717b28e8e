// Newsletters as .eml files and in an mbox: each message a document of whom it is from.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CAPTURE_LIMITS, fileCaptures } from "../../src/adapters/files/capture-files.js";
import type { CaptureItem } from "../../src/ports/capture-source.js";
import type { Document } from "../../src/model/document.js";
import { readText } from "../../src/reading/text/read-text.js";
import { unpackMail } from "../../src/reading/unpack/mail.js";
import { outletTable } from "../reading/text/outlet-table.js";
import { bytesOf, knowledge } from "../reading/text/reading.js";
import { scratchFolder } from "../scratch.js";

const root = scratchFolder();
let names = 0;

async function capture(name: string, content: string, limits = CAPTURE_LIMITS): Promise<CaptureItem[]> {
  const folder = join(root, `f${names++}`);
  mkdirSync(folder);
  writeFileSync(join(folder, name), content);
  const items: CaptureItem[] = [];
  for await (const item of fileCaptures(async function* () {}, limits).documents([join(folder, name)], null))
    items.push(item);
  return items;
}

/** The document in a mail, and the codes of its warnings. */
async function read(
  item: CaptureItem | undefined,
): Promise<Document & { readonly warned: readonly string[] }> {
  if (item?.kind !== "document") throw new Error("no document");
  expect(item.capture.form).toBe("mail");
  const opened = await unpackMail(item.bytes, item.capture.ref);
  if (!opened.ok) throw new Error(opened.problem.code);
  const result = readText(item.capture, opened.value, knowledge, outletTable);
  if (!result.ok) throw new Error(result.problem.code);
  return { ...result.value.document, warned: result.value.warnings.map(({ code }) => code) };
}

const HEADER =
  'Message-ID: <77@tarn.example>\r\nFrom: "Tarn Courier" <news@mail.tarn.example>\r\nSubject: =?utf-8?q?Depot_hit_in_T=C3=A1rn?=\r\n' +
  "Date: Fri, 02 May 2031 01:30:00 +0300\r\nMIME-Version: 1.0\r\n";
const BODY = "Three rockets fell on the depot in Tarn. Nobody was hurt.";
const ALTERNATIVE =
  `${HEADER}Content-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n` +
  "--a\r\nContent-Type: text/plain\r\n\r\nSee the page.\r\n" +
  `--a\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><script>x()</script><p>Three rockets fell on the =\r\ndepot in T=C3=A1rn.</p><p>Nobody was hurt.</p></body></html>\r\n--a--\r\n` +
  "--m\r\nContent-Type: application/zip\r\nContent-Disposition: attachment; filename=a.zip\r\n\r\nPK\r\n--m--\r\n";

describe("a mail", () => {
  it("is read by its HTML part, with what its header says", async () => {
    const [item] = await capture("letter.eml", ALTERNATIVE);
    expect(await read(item)).toMatchObject({
      title: "Depot hit in T\u00e1rn",
      text: "Depot hit in T\u00e1rn\n\nThree rockets fell on the depot in T\u00e1rn.\n\nNobody was hurt.",
      outlet: { name: "Tarn Courier", domain: "mail.tarn.example" },
      published: "2031-05-02",
      publishedBasis: "metadata",
      url: null,
      warned: ["mail/attachments"],
    });
    expect(item).toMatchObject({ capture: { ref: expect.stringMatching(/letter\.eml$/u) } });
    expect(item?.kind === "document" && Buffer.from(item.bytes).toString()).toBe(ALTERNATIVE);
  });

  it("without HTML is read by its text, known by its content", async () => {
    const mail = `${HEADER}Archived-At: <https://tarn.example/77>\r\nContent-Type: text/plain\r\n\r\n${BODY}\r\n`;
    const [item] = await capture("noname", mail);
    expect(await read(item)).toMatchObject({
      url: "https://tarn.example/77",
      text: `Depot hit in T\u00e1rn\n\n${BODY}`,
    });
  });

  it("is not seen in a memo that a person wrote", async () => {
    const [item] = await capture("memo.txt", `From: A. Merrow\nSubject: the depot\n\n${BODY}`);
    expect(item).toMatchObject({ capture: { form: "text" } });
  });

  it("mail/unreadable", async () => {
    expect(await unpackMail(bytesOf("just words"), "a.eml")).toMatchObject({
      problem: { code: "mail/unreadable" },
    });
    let nested = "Content-Type: text/plain\r\n\r\nend\r\n";
    for (let i = 0; i < 60; i++)
      nested = `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n${nested}\r\n--b${i}--\r\n`;
    expect(await unpackMail(bytesOf(`From: a@b.example\r\n${nested}`), "a.eml")).toMatchObject({
      problem: { code: "mail/unreadable" },
    });
  });

  it("in a mail is read with it, to three of them", async () => {
    let mail = `From: a@b.example\r\nSubject: inner\r\n\r\n${BODY}\r\n`;
    const around = (inner: string): string =>
      `From: c@d.example\r\nSubject: outer\r\nContent-Type: message/rfc822\r\n\r\n${inner}`;
    mail = around(around(mail));
    const [item] = await capture("a.eml", mail);
    expect((await read(item)).text).toContain(BODY);
    for (let i = 0; i < 40; i++) mail = around(mail);
    const deep = await unpackMail(bytesOf(mail), "a.eml");
    expect(deep.ok ? deep.value.content.length : deep.problem.code).toBeDefined();
  });
});

describe("an mbox", () => {
  const mbox =
    `From news@tarn.example Fri May  2 01:30:00 2031\n${HEADER.replaceAll("\r\n", "\n")}\n${BODY}\n>From Tarn they were seen.\n>>From afar.\n\n` +
    `From here on no header stands.\n\nFrom b@kelm.example Sat May  3 01:30:00 2031\nFrom: Kelm Post <b@kelm.example>\nSubject: Quiet\n\nA quiet day.\n`;

  it("is parted at its From lines, with the bytes of each message as they stand", async () => {
    const items = await capture("letters", mbox);
    expect(
      items.map((item) => (item.kind === "document" ? item.capture.ref.replace(/^.*\//u, "") : item)),
    ).toEqual(["mid:77@tarn.example", "letters#2"]);
    expect(
      items.map((item) => (item.kind === "document" ? Buffer.from(item.bytes).toString() : "")).join(""),
    ).toBe(mbox);
    const first = await read(items[0]);
    expect(first.text).toContain("hurt.\nFrom Tarn they were seen.\n>From afar.");
    expect(first.text).toContain("From here on no header stands.");
    expect(await read(items[1])).toMatchObject({ title: "Quiet", outlet: { name: "Kelm Post" } });
  });

  it("does not care where the file is cut into chunks", async () => {
    const one = (i: number): string =>
      `From a@b.example Fri May  2 01:30:00 2031\nMessage-ID: <${i}@b.example>\nFrom: a@b.example\n\n${"word ".repeat((i * 37) % 900)}\n${i % 50 === 0 ? "y".repeat(200_000) : ""}\n\n`;
    const mails = Array.from({ length: 600 }, (_, i) => one(i));
    const items = await capture("a.mbox", mails.join(""));
    expect(
      items.map((item) => (item.kind === "document" ? Buffer.from(item.bytes).toString() : item)),
    ).toEqual(mails);
  });

  it("loses one message above the limit and no other", async () => {
    const items = await capture("a.mbox", mbox, { ...CAPTURE_LIMITS, document: 250 });
    expect(items).toMatchObject([{ problem: { code: "input/too-large" } }, { kind: "document" }]);
  });
});
