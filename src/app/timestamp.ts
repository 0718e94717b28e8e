// Use case "timestamp": an authority that the user names states when the last line of the evidence log existed, and with it all
// lines before. Its answer is checked, then kept beside the log, and the authority is remembered for the next time. What leaves
// the machine is one hash.
import type { Result } from "../base/result.js";
import { failed, ok } from "../base/result.js";
import type { LogLine } from "../model/evidence.js";
import { parseLine } from "../model/evidence.js";
import type { KeptTimestamp } from "../model/timestamp.js";
import type { Store, TimestampAuthority } from "../ports/store.js";
import type { CheckedToken, Timestamps } from "../ports/timestamps.js";
import { stampedData } from "./verify.js";

export async function timestampHead(
  store: Store,
  timestamps: Timestamps,
  /** Nulls stand for what the collection remembers; certificates are remembered for the address they were named with. */
  named: { readonly server: string | null; readonly trusted: string | null },
  collection: string,
): Promise<Result<CheckedToken & { readonly sequence: number; readonly authority: TimestampAuthority }>> {
  const { authority: remembered } = await store.settings();
  const server = named.server ?? remembered?.server ?? null;
  if (server === null) return failed("timestamp/no-server", collection);
  const trusted = named.trusted ?? (remembered?.server === server ? remembered.trusted : null);
  const head = await store.evidence.head();
  let last: LogLine | null = null;
  for await (const text of store.evidence.lines()) {
    const line = parseLine(text);
    if (line?.sequence === head.sequence) last = line;
  }
  if (last === null) return failed("evidence/log-empty", collection);
  const stamped = await timestamps.request(server, stampedData(last), trusted);
  if (!stamped.ok) return stamped;
  const { token, checked } = stamped.value;
  const { sequence, hash } = last;
  const kept: KeptTimestamp = { sequence, hash, server, token, fingerprint: checked.fingerprint, trusted };
  await store.evidence.keepTimestamp(JSON.stringify(kept));
  const authority: TimestampAuthority = { server, trusted };
  if (remembered?.server !== server || remembered.trusted !== trusted) {
    const saved = await store.saveSettings({ authority });
    if (!saved.ok) return saved;
  }
  return ok({ ...checked, sequence, authority });
}
