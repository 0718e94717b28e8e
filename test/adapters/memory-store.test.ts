import { memoryStore } from "../../src/adapters/memory/memory-store.js";
import { storeContract } from "../contracts/store.js";

storeContract("the store in memory", async () => memoryStore());
