import { type ViteUserConfig, defineConfig } from "vitest/config";
import { limits } from "./tests/support/limits.js";

/**
 * Tests that install, compile and run real packages. They take minutes: `npm run test:packages`.
 */
const packages = ["tests/package/**/*.test.ts", "generator/tests/standalone/**/*.test.ts"];
/**
 * Tests of what is built on zod. They run with the oldest version that the peer range of
 * package.json allows, and in the suite with the newest.
 */
const ofZod = [
  "tests/lib/zod/**/*.test.ts",
  "tests/connections/zod/**/*.test.ts",
  "generator/tests/zod/engines.test.ts",
];
const never = ["**/node_modules/**", "**/dist/**", "**/.tmp/**"];

const config: ViteUserConfig = defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    environment: "node",
    // Files share their workers. A fresh module graph for each file would cost more than all tests.
    pool: "threads",
    isolate: false,
    // Installing and compiling mostly wait: a worker for each core, not one fewer.
    maxWorkers: "100%",
    // Tests that start programs or compute for long have limits of their own:
    // tests/support/limits.ts.
    testTimeout: 20_000,
    hookTimeout: 20_000,
    setupFiles: ["tests/wire/recorder.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "suite",
          include: [
            "tests/**/*.test.ts",
            "generator/tests/**/*.test.ts",
            "generator/fixtures/**/*.test.ts",
          ],
          exclude: [...never, ...packages],
        },
      },
      {
        extends: true,
        resolve: { alias: [{ find: /^zod(?=$|\/)/, replacement: "zod-oldest" }] },
        test: { name: "zod-oldest", include: ofZod, exclude: never },
      },
      {
        extends: true,
        test: {
          name: "packages",
          include: packages,
          exclude: never,
          // Nearly every test starts a program.
          testTimeout: limits.processes,
          hookTimeout: limits.installing,
        },
      },
    ],
  },
});

export default config;
