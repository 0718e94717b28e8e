// What was left out of the clean text, with the reason, folded: nothing is thrown away unseen.
import type { Dropped } from "../../../model/document.js";
import { codeWords, plural } from "../words/labels.js";

export function DroppedText({ dropped }: { readonly dropped: readonly Dropped[] }) {
  if (dropped.length === 0) return null;
  return (
    <details className="dropped">
      <summary>{plural(dropped.length, "passage")} left out as boilerplate</summary>
      <dl className="small">
        {dropped.map((passage, index) => (
          <div key={index}>
            <dt>{codeWords(passage.reason)}</dt>
            <dd>{passage.text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
