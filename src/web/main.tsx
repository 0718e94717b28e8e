// The browser's entry: styles, data client, the page that the address names.
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startAddress, useAddress } from "./data/address.js";
import { client } from "./data/api.js";
import { pageOf } from "./data/paths.js";
import type { Page } from "./data/paths.js";
import { DecisionsPage } from "./pages/decisions-page.js";
import { DocumentPage } from "./pages/document-page.js";
import { DocumentsPage } from "./pages/documents-page.js";
import { HelpPage } from "./pages/help-page.js";
import { IncidentPage } from "./pages/incident-page.js";
import { IncidentsPage } from "./pages/incidents-page.js";
import { MissingPage } from "./pages/missing-page.js";
import { TalliesPage } from "./pages/tallies-page.js";
import { Shell } from "./parts/shell/shell.js";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/states.css";
import "./styles/list.css";
import "./styles/timeline.css";
import "./styles/map.css";
import "./styles/incident.css";
import "./styles/matrix.css";
import "./styles/reader.css";
import "./styles/tables.css";
import "./styles/tallies.css";
import "./styles/review.css";
import "./styles/print.css";

function Workbench() {
  const { path } = useAddress();
  const page = pageOf(path);
  return (
    <Shell page={page.kind}>
      <PageFor key={path} page={page} />
    </Shell>
  );
}

function PageFor({ page }: { readonly page: Page }) {
  switch (page.kind) {
    case "incidents":
      return <IncidentsPage />;
    case "incident":
      return <IncidentPage id={page.id} />;
    case "documents":
      return <DocumentsPage />;
    case "document":
      return <DocumentPage id={page.id} />;
    case "tallies":
      return <TalliesPage />;
    case "decisions":
      return <DecisionsPage />;
    case "help":
      return <HelpPage />;
    case "missing":
      return <MissingPage />;
  }
}

const root = document.getElementById("workbench");
if (root !== null) {
  startAddress();
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Workbench />
      </QueryClientProvider>
    </StrictMode>,
  );
}
