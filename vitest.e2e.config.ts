// End-to-end tests: the built program in a real browser. `npx vite build` and the program's own build come first.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/e2e/**/*.test.ts"],
    // A page is asked until it answers: what takes longer on a busy machine is not a failure.
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 90_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
