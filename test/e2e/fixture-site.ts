// The fixture server on a free port, for the time of a test file.
import type { Server } from "node:http";
import { fixtureServer } from "../web/fixture-server.js";
import type { FixtureOptions } from "../web/fixture-server.js";

export interface Site {
  readonly base: string;
  readonly stop: () => Promise<void>;
}

export async function startFixtures(options: FixtureOptions, port = 0): Promise<Site> {
  const server: Server = fixtureServer(options);
  await new Promise<void>((settle) => server.listen(port, "127.0.0.1", settle));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the fixture server has no port");
  return {
    base: `http://127.0.0.1:${address.port}`,
    stop: () =>
      new Promise((settle) => {
        server.close(() => settle());
        server.closeAllConnections();
      }),
  };
}
