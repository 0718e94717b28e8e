// ZIP files for tests, by yazl.
import { ZipFile } from "yazl";

export async function zipped(
  entries: Readonly<Record<string, Uint8Array | string>>,
  compress: (name: string) => boolean = () => false,
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(entries)) {
    zip.addBuffer(Buffer.from(content), name, { compress: compress(name) });
  }
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
