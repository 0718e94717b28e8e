// hearsay timestamp [--server URL]: an authority states when the last line of the evidence log existed. Without an address it is
// the one that the collection remembers.
import type { Environment } from "../../app/environment.js";
import { timestampHead } from "../../app/timestamp.js";
import { problemReport } from "../report-problem.js";
import type { ExitCode, Terminal } from "../terminal.js";
import { printable } from "../terminal.js";

export async function timestampVerb(
  environment: Environment,
  terminal: Terminal,
  options: { readonly collection: string; readonly server?: string; readonly ca?: string },
): Promise<ExitCode> {
  const report = problemReport(terminal);
  const trusted = options.ca === undefined ? null : await environment.readText(options.ca);
  if (trusted !== null && !trusted.ok) {
    report.problem(trusted.problem);
    return report.exitCode();
  }
  const store = await environment.openStore(options.collection, "write");
  if (!store.ok) {
    report.problem(store.problem);
    return report.exitCode();
  }
  const timestamps = await environment.openTimestamps();
  const named = { server: options.server ?? null, trusted: trusted === null ? null : trusted.value };
  const stamped = await timestampHead(store.value, timestamps, named, options.collection);
  await store.value.close();
  if (!stamped.ok) report.problem(stamped.problem);
  else {
    const { at, signer, fingerprint, sequence, authority } = stamped.value;
    const trust =
      authority.trusted === null ? "; trusted by nobody but itself: name its authority with --ca" : "";
    await terminal.out(
      printable(
        `line ${sequence} and those before it existed at ${at}, says ${signer} (certificate ${fingerprint}${trust})\n`,
      ),
    );
  }
  return report.exitCode();
}
