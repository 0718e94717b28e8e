// The frame around every page: skip link, header with the places to go, the main landmark, and the legend one key away.
import { useCallback, useRef } from "react";
import type { ReactNode } from "react";
import { useCollection } from "../../data/api.js";
import { navigate } from "../../data/address.js";
import { useKey } from "../../data/keys.js";
import type { Page } from "../../data/paths.js";
import { plural } from "../words/labels.js";
import { DecidedToast } from "../review/decided-toast.js";
import { Legend } from "../status/legend.js";
import { Link } from "./link.js";
import { ThemeSwitch } from "./theme-switch.js";

const ROOMS: readonly {
  readonly to: string;
  readonly label: string;
  readonly pages: readonly Page["kind"][];
}[] = [
  { to: "/", label: "Incidents", pages: ["incidents", "incident"] },
  { to: "/documents", label: "Documents", pages: ["documents", "document"] },
  { to: "/tallies", label: "Tallies", pages: ["tallies"] },
  { to: "/decisions", label: "Decisions", pages: ["decisions"] },
  { to: "/help", label: "Help", pages: ["help"] },
];

export function Shell({ page, children }: { readonly page: Page["kind"]; readonly children: ReactNode }) {
  const legend = useRef<HTMLDialogElement>(null);
  const openLegend = useCallback(() => {
    if (legend.current?.open === true) legend.current.close();
    else legend.current?.showModal();
  }, []);
  useKey("?", openLegend);
  useKey("/", focusSearch);
  return (
    <div className="shell" data-page={page}>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header className="top">
        <Link to="/" className="wordmark" aria-label="Hearsay, to the incidents">
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d="M10 1.5 18.5 10 10 18.5 1.5 10Z" />
            <circle cx="10" cy="10" r="2.2" />
          </svg>
          Hearsay
        </Link>
        <nav aria-label="Pages">
          <ul className="rooms">
            {ROOMS.map((room) => (
              <li key={room.to}>
                <Link to={room.to} aria-current={room.pages.includes(page) ? "page" : undefined}>
                  {room.label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <CollectionLine />
        <button type="button" className="quiet" onClick={openLegend} aria-keyshortcuts="?">
          Legend <kbd>?</kbd>
        </button>
        <ThemeSwitch />
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Legend ref={legend} />
      <DecidedToast />
    </div>
  );
}

function CollectionLine() {
  const { data } = useCollection();
  return (
    <p className="collection small muted" aria-label="Collection">
      {data === undefined ? null : (
        <>
          <span className="collection-name">{data.name}</span>
          {data.samples && data.name !== "samples" ? <span className="tag">samples</span> : null}
          <span className="figures">{plural(data.documents, "document")}</span>
        </>
      )}
    </p>
  );
}

/** The search box of this page, or that of the incidents. */
function focusSearch(): void {
  const box = document.querySelector<HTMLInputElement>("input[type=search]");
  if (box !== null) {
    box.focus();
    box.select();
  } else navigate("/");
}
