import { type ViteUserConfig, defineConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ["tests/**/*.test.ts", "generator/tests/**/*.test.ts", "generator/fixtures/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**", "**/.tmp/**"],
    environment: "node",
    // Files share their workers: the suite starts many small servers, and a fresh module graph per file costs more than all of them.
    pool: "threads",
    isolate: false,
    // Installing and compiling mostly wait: a worker for each core, not one fewer.
    maxWorkers: "100%",
    testTimeout: 20_000,
  },
});

export default config;
