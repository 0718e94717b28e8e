// The accounts in time, origin by origin: what each document reports of this incident, in the order of publication. Each can be
// chosen, for a decision about it; one that stands under several origins is chosen under all of them.
import type { IncidentView } from "../../../contract/views.js";
import { eventKey } from "../../data/decide.js";
import { documentPath } from "../../data/paths.js";
import { OriginRules } from "../matrix/origin-pane.js";
import { Link } from "../shell/link.js";
import { edtfShort } from "../words/edtf-words.js";
import { plural } from "../words/labels.js";
import { originSummary } from "../words/origin-words.js";

type Account = IncidentView["accounts"][number];

export interface Choice {
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (key: string) => void;
}

/** `choice` is null where there is one account only: nothing can be split from it. */
export function Accounts({ view, choice }: { readonly view: IncidentView; readonly choice: Choice | null }) {
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
          <div>
            <h3>
              {origin.name}
              <span className="small muted">{plural(accounts.length, "account")}</span>
            </h3>
            {origin.articles.length > 1 ? (
              <details className="origin-why">
                <summary className="small">Why one origin</summary>
                <p className="small figures">{originSummary(origin)}</p>
                <OriginRules origin={origin} />
              </details>
            ) : null}
          </div>
          <AccountList accounts={accounts} choice={choice} />
        </section>
      ))}
      {rest.length === 0 ? null : (
        <section>
          <h3>No claim of its own</h3>
          <AccountList accounts={rest} choice={choice} />
        </section>
      )}
    </div>
  );
}

function AccountList({
  accounts,
  choice,
}: {
  readonly accounts: readonly Account[];
  readonly choice: Choice | null;
}) {
  return (
    <ol data-choice={choice === null ? undefined : ""}>
      {accounts.map((account) => (
        <li key={eventKey(account)} data-chosen={choice?.chosen.has(eventKey(account)) ? "" : undefined}>
          {choice === null ? null : (
            <label className="account-choice">
              <input
                type="checkbox"
                checked={choice.chosen.has(eventKey(account))}
                onChange={() => choice.toggle(eventKey(account))}
              />
              <span className="unseen">
                Choose {account.outlet}: {account.quote}
              </span>
            </label>
          )}
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
