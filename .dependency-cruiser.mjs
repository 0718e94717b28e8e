// The floors of the house, as data: a folder imports from lower floors only, rooms of one floor never import each other, and only
// adapters and bin touch the outside world. `npm test` fails where the table and the code differ, and on any cycle.

/** Floor by folder of src/. Higher may import lower. */
const FLOORS = {
  base: 0,
  model: 1,
  knowledge: 2,
  ports: 2,
  contract: 2,
  reading: 3,
  linking: 3,
  exchange: 3,
  adapters: 3,
  pipeline: 4,
  app: 5,
  cli: 6,
  server: 6,
  web: 6,
  bin: 7,
};

/** Where the table of floors alone would allow more than the house does. */
const ONLY = {
  ports: ["base", "model"],
  contract: ["base", "model"],
  linking: ["base", "model", "knowledge"],
  reading: ["base", "model", "knowledge"],
  exchange: ["base", "model", "knowledge", "contract"],
  adapters: ["base", "model", "ports", "contract"],
  app: ["base", "model", "ports", "contract", "linking", "exchange", "pipeline", "knowledge"],
  cli: ["base", "model", "app", "contract", "exchange", "ports"],
  server: ["base", "model", "app", "contract", "ports"],
  web: ["base", "model", "contract"],
};

const floors = Object.entries(FLOORS).map(([folder, floor]) => {
  const allowed = ONLY[folder] ?? Object.keys(FLOORS).filter((other) => FLOORS[other] < floor);
  return {
    name: `floor-${folder}`,
    comment: `src/${folder} imports from ${allowed.join(", ") || "nothing"} only`,
    severity: "error",
    from: { path: `^src/${folder}/` },
    to: { path: "^src/", pathNot: [folder, ...allowed].map((name) => `^src/${name}/`) },
  };
});

export default {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    ...floors,
    {
      name: "rooms-of-reading",
      comment: "a stage of reading knows no other stage: what they share is in src/model",
      severity: "error",
      from: { path: "^src/reading/([^/]+)/" },
      to: { path: "^src/reading/", pathNot: "^src/reading/$1/" },
    },
    {
      name: "outside-world",
      comment: "only adapters and bin touch the file system, the network, processes and the clock",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(adapters|bin)/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "base-is-bare",
      comment: "base imports nothing but the hash it is built on",
      severity: "error",
      from: { path: "^src/base/" },
      to: { path: "node_modules", pathNot: "node_modules/@noble/hashes" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js"] },
  },
};
