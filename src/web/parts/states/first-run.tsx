// An empty collection: what this is, the one command that fills it, and what this page will show then.

export function FirstRun() {
  return (
    <section className="first-run">
      <h2>No reports yet</h2>
      <p className="lead">
        Hearsay reads news reports on attacks and keeps a record of who says what, in which words: where the
        accounts agree, where they cannot both be true, and who repeats whom. It never says who is right.
      </p>
      <p>Add reports of your own: text, HTML, CSV or NDJSON, files or whole folders.</p>
      <pre className="command">
        <code>npx hearsay add PATH...</code>
      </pre>
      <p className="muted">This page fills by itself when the command is done. It will show:</p>
      <ul className="plain-list">
        <li>every incident as one line, with how many articles and independent origins tell of it;</li>
        <li>when they happened, on a timeline, and where, on a map, as exactly as the reports say;</li>
        <li>what is in dispute, and behind each value the words of the report that gives it.</li>
      </ul>
      <p className="muted">
        Everything stays on this machine. Nothing is sent anywhere. Or look at the samples first:{" "}
        <code>npm start</code>
      </p>
    </section>
  );
}
