// Captured bytes in files: captures/ab/abcdef…, named by their SHA-256, never changed. A file is written beside, synced,
// and moved into place, so that it is there whole or not at all; it is there before the row that names it is committed.
import { createHash } from "node:crypto";
import { mkdir, open, readFile, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { CapturedDocument } from "../../ports/capture-source.js";

export interface CaptureFolder {
  /** Returns once all bytes, and the folders' entries for them, are on the disk. */
  write(documents: readonly CapturedDocument[]): Promise<void>;
  /** Null where there is no such file, or its bytes are no longer those of its name. */
  read(captureId: string): Promise<Uint8Array | null>;
  /** SHA-256 in hexadecimal of what stands there, streamed; null where nothing does. */
  hash(captureId: string): Promise<string | null>;
  /** Removes what a killed process left half-written. */
  clearUnfinished(): Promise<void>;
}

/** Files written at a time: syncing waits for the disk, not for the processor. */
const AT_ONCE = 16;

export function captureFolder(folder: string): CaptureFolder {
  const unfinished = join(folder, "unfinished");
  const known = new Set<string>();

  async function ensureFolder(path: string): Promise<void> {
    if (known.has(path)) return;
    const first = await mkdir(path, { recursive: true });
    if (first !== undefined) {
      for (let made = path; made.length >= first.length; made = dirname(made))
        await syncFolder(dirname(made));
    }
    known.add(path);
  }

  async function writeOne({ capture, bytes }: CapturedDocument): Promise<void> {
    const path = captureFile(folder, capture.id);
    const beside = join(unfinished, capture.id.slice(capture.id.indexOf(":") + 1));
    const file = await open(beside, "w");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  }

  return {
    async write(documents) {
      await ensureFolder(unfinished);
      const folders = [...new Set(documents.map(({ capture }) => dirname(captureFile(folder, capture.id))))];
      for (const path of folders) await ensureFolder(path);
      for (let at = 0; at < documents.length; at += AT_ONCE) {
        await Promise.all(documents.slice(at, at + AT_ONCE).map(writeOne));
      }
      for (let at = 0; at < folders.length; at += AT_ONCE) {
        await Promise.all(folders.slice(at, at + AT_ONCE).map(syncFolder));
      }
    },
    async read(captureId) {
      try {
        const bytes = await readFile(captureFile(folder, captureId));
        const hash = createHash("sha256").update(bytes).digest("hex");
        return `sha256:${hash}` === captureId ? new Uint8Array(bytes) : null;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
        throw error;
      }
    },
    async hash(captureId) {
      const hash = createHash("sha256");
      try {
        const file = await open(captureFile(folder, captureId), "r");
        try {
          const part = Buffer.allocUnsafe(64 * 1024);
          for (;;) {
            const { bytesRead } = await file.read(part, 0, part.length);
            if (bytesRead === 0) break;
            hash.update(part.subarray(0, bytesRead));
          }
        } finally {
          await file.close();
        }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
        throw error;
      }
      return hash.digest("hex");
    },
    async clearUnfinished() {
      for (const name of await readdir(unfinished).catch(() => []))
        await rm(join(unfinished, name), { force: true });
    },
  };
}

/** `captureFile("c", "sha256:abcd…")` is c/ab/abcd…. */
function captureFile(folder: string, captureId: string): string {
  const hash = /^sha256:([0-9a-f]{64})$/u.exec(captureId)?.[1];
  if (hash === undefined) throw new Error(`not a capture id: ${captureId}`);
  return join(folder, hash.slice(0, 2), hash);
}

/** A new name in a folder survives a loss of power only once the folder itself is synced; Windows has no such call. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
