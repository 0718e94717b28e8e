// Unit tests: everything under test/ but the end-to-end tests, which need a browser (vitest.e2e.config.ts).
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    exclude: ["test/e2e/**", "node_modules/**"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: {
      provider: "v8",
      include: ["src/**"],
      exclude: ["src/web/**", "src/bin/**", "**/*.d.ts"],
      reporter: ["text-summary"],
    },
  },
});
