// hearsay explain ID: from a value back to the characters of the captured bytes; for an incident, why its events are one.
import type { Environment } from "../../app/environment.js";
import { explain } from "../../app/explain.js";
import { printAnswer, type AnswerOptions } from "../answer.js";
import { explanationText } from "../explanation-text.js";
import type { ExitCode, Terminal } from "../terminal.js";

export async function explainVerb(
  environment: Environment,
  terminal: Terminal,
  id: string,
  options: AnswerOptions,
): Promise<ExitCode> {
  return printAnswer(environment, terminal, options, {
    ask: (store) => explain(store, id),
    text: (explanation) => explanationText(explanation, terminal),
  });
}
