// An address that shows nothing.
import { Link } from "../parts/shell/link.js";
import { PageTitle } from "../parts/shell/page-title.js";

export function MissingPage() {
  return (
    <div className="page">
      <PageTitle title="Nothing at this address" />
      <p className="muted">The address may be mistyped, or the collection another one.</p>
      <p>
        <Link to="/">To the incidents</Link>
      </p>
    </div>
  );
}
