// A thread that opens one PDF and answers with what is in it. Started, and stopped where it takes too long, by src/bin/open-pdf.ts.
import { parentPort, workerData } from "node:worker_threads";
import { unpackPdf } from "../reading/unpack/pdf.js";

export interface PdfWorkerData {
  readonly bytes: Uint8Array;
  readonly ref: string;
}

const { bytes, ref } = workerData as PdfWorkerData;
parentPort?.postMessage(await unpackPdf(bytes, ref));
