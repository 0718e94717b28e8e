// Builds the workbench from src/web into dist/web. Everything is an own file of the same origin: the server's
// Content-Security-Policy allows no inline script, no inline style and no other host.
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// eslint-disable-next-line import/no-default-export -- Vite reads the default export.
export default defineConfig({
  root: "src/web",
  base: "/",
  plugins: [react()],
  build: {
    outDir: "../../dist/web",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { port: 4748, proxy: { "/api": "http://127.0.0.1:4747" } },
});
