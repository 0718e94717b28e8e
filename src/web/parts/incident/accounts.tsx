// The accounts in time, origin by origin: what each document reports of this incident, in the order of publication.
import type { IncidentView } from "../../../contract/views.js";
import { documentPath } from "../../data/paths.js";
import { Link } from "../shell/link.js";
import { edtfShort } from "../words/edtf-words.js";
import { plural } from "../words/labels.js";

type Account = IncidentView["accounts"][number];

export function Accounts({ view }: { readonly view: IncidentView }) {
  const groups = view.origins
    .map((origin) => ({
      origin,
      accounts: inTime(view.accounts.filter((account) => account.origins.includes(origin.id))),
    }))
    .filter((group) => group.accounts.length > 0);
  const rest = inTime(view.accounts.filter((account) => account.origins.length === 0));
  return (
    <div className="accounts">
      {groups.map(({ origin, accounts }) => (
        <section key={origin.id}>
          <h3>
            {origin.name}
            <span className="small muted">{plural(accounts.length, "account")}</span>
          </h3>
          <AccountList accounts={accounts} />
        </section>
      ))}
      {rest.length === 0 ? null : (
        <section>
          <h3>No claim of its own</h3>
          <AccountList accounts={rest} />
        </section>
      )}
    </div>
  );
}

function AccountList({ accounts }: { readonly accounts: readonly Account[] }) {
  return (
    <ol>
      {accounts.map((account) => (
        <li key={`${account.document} ${account.event}`}>
          <span className="figures small muted account-date">
            {account.published === null ? "undated" : edtfShort(account.published)}
          </span>
          <div>
            <p className="small">
              <b>{account.outlet}</b>{" "}
              <span className="muted">
                {account.title}
                {account.focus === "background" ? " · recalled as background" : ""}
              </span>
            </p>
            <p className="serif account-quote">
              <Link to={documentPath(account.document, account)}>{account.quote}</Link>
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** By publication, the undated last; order of equal dates as given. */
function inTime(accounts: readonly Account[]): Account[] {
  const key = (account: Account): string => account.published ?? "9999";
  return [...accounts].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
