// What Hearsay is and is not, the legend and the keys; and a switch for single-key commands.
import { useState } from "react";
import { useCollection } from "../data/api.js";
import { keysAreOn, switchKeys } from "../data/keys.js";
import { KeyList, StatusMeanings } from "../parts/status/legend.js";
import { PageTitle } from "../parts/shell/page-title.js";

export function HelpPage() {
  const [on, setOn] = useState(keysAreOn);
  const { data } = useCollection();
  return (
    <div className="page help">
      <PageTitle title="Help" />
      <section>
        <h2>What this is</h2>
        <p>
          A record of what was published about attacks: what happened where and when, who says so in which
          words, who repeats whom, where accounts agree and where they cannot both be true. Every value has
          its words: choose it, and they stand beside it, in the article.
        </p>
        <p>
          It never says who is right, and it scores no outlet. Copies, translations and stories from one
          agency, official or monitor are one origin, however many articles carry them. What no report tells
          stays unknown.
        </p>
        <p>
          It works without a network. Nothing is sent anywhere: this page talks to the program on this machine
          and to nobody else.
        </p>
      </section>
      <section>
        <h2>Statuses</h2>
        <StatusMeanings />
      </section>
      <section>
        <h2>Keys</h2>
        <KeyList />
        <label className="facet-value keys-switch">
          <input
            type="checkbox"
            checked={on}
            onChange={(event) => {
              setOn(event.target.checked);
              switchKeys(event.target.checked);
            }}
          />
          <span>Commands of a single key (/, ?, m, s and u)</span>
        </label>
      </section>
      <section>
        <h2>Adding reports</h2>
        <pre className="command">
          <code>npx hearsay add PATH...</code>
        </pre>
        <p className="muted">
          Text, HTML, CSV or NDJSON, files or folders. What is there already is not added twice.
        </p>
      </section>
      {data === undefined ? null : <p className="small muted">Hearsay {data.version}</p>}
    </div>
  );
}
