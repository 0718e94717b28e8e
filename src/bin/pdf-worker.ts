// A thread that opens PDF, one after the other, and answers with what is in each. Started, and stopped where one takes too long, by
// src/bin/open-pdf.ts. Of a damaged file pdf.js leaves promises behind that fail with nobody to hear it; what it answers counts.
import { parentPort } from "node:worker_threads";
import { unpackPdf } from "../reading/unpack/pdf.js";

export interface PdfTask {
  readonly bytes: Uint8Array;
  readonly ref: string;
}

process.on("unhandledRejection", () => {});
parentPort?.on("message", ({ bytes, ref }: PdfTask) => {
  void unpackPdf(bytes, ref).then((answer) => parentPort?.postMessage(answer));
});
