// The knowledge that ships, for tests.
import { fileURLToPath } from "node:url";
import { knowledgeFolder } from "../src/adapters/files/knowledge-files.js";

export const knowledgeBase = [knowledgeFolder(fileURLToPath(new URL("../knowledge", import.meta.url)))];
