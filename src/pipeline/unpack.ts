// Captures that hold their report in a container (a message of a channel, a mail, a PDF), opened; all others are read as they stand.
// Mails and PDF are opened by libraries that promise, so their records are promised too. Leaves alone: what the reports say.
import type { Result } from "../base/result.js";
import type { Capture } from "../model/document.js";
import type { Unpacked } from "../model/unpacked.js";
import { unpackTelegram } from "../reading/unpack/telegram.js";

/** Opens a PDF: in this thread, or where it can be stopped. */
export type UnpackPdf = (bytes: Uint8Array, ref: string) => Promise<Result<Unpacked>>;

/** Null where the capture is read as it stands. */
export function unpack(
  { form, ref }: Capture,
  bytes: Uint8Array,
  pdf: UnpackPdf,
): Result<Unpacked> | Promise<Result<Unpacked>> | null {
  switch (form) {
    case "telegram-message":
      return unpackTelegram(bytes, ref);
    case "mail":
      return import("../reading/unpack/mail.js").then(({ unpackMail }) => unpackMail(bytes, ref));
    case "pdf":
      return pdf(bytes, ref);
    default:
      return null;
  }
}
