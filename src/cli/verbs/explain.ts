// hearsay explain ID: from a value back to the characters of the captured bytes; for an incident, why its events are one.
import type { Environment } from "../../app/environment.js";
import { explain } from "../../app/explain.js";
import { openCollection } from "../../app/open-collection.js";
import { explanationText } from "../explanation-text.js";
import { problemReport } from "../report-problem.js";
import type { ExitCode, Terminal } from "../terminal.js";

export async function explainVerb(
  environment: Environment,
  terminal: Terminal,
  id: string,
  options: { readonly collection: string; readonly json?: boolean },
): Promise<ExitCode> {
  const report = problemReport(terminal);
  const onProblem: Parameters<typeof openCollection>[2]["onProblem"] = (problem, kind) =>
    report[kind](problem);
  const store = await openCollection(environment, options.collection, { onProblem });
  if (!store.ok) {
    report.problem(store.problem);
    return report.exitCode();
  }
  const explanation = await explain(store.value, id);
  await store.value.close();
  if (!explanation.ok) report.problem(explanation.problem);
  else if (options.json === true) await terminal.out(`${JSON.stringify(explanation.value, null, 2)}\n`);
  else await terminal.out(explanationText(explanation.value, terminal));
  return report.exitCode();
}
