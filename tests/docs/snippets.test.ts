/** Every TypeScript example of every page, generated pages included, compiles strictly and runs. */
import { execFile } from "node:child_process";
import { createEmulator, type Seed, withPlaceholders } from "connections-sdk/testing";
import { setupServer } from "msw/node";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { writeSnippets } from "./snippets.js";
import { limits } from "../support/limits.js";

const snippets = writeSnippets();

const emulator = createEmulator({
  ampersand: { seed: documented(), providers: { "<value>": "none" } },
});
const server = setupServer(...emulator.handlers);

/** What pages call `<id>` signs in with OAuth here, so that it can be authorized again. */
function documented(): Seed {
  const { projects, connections } = withPlaceholders();
  return {
    projects,
    connections: connections.map((connection) =>
      connection.id === "<id>" ? Object.assign(connection, { provider: "salesforce" }) : connection,
    ),
  };
}

beforeEach(() => {
  vi.stubEnv("SDKNODEPLATFORM_API_KEY_HEADER", "any key");
  vi.stubEnv("CONNECTIONS_SDK_API_KEY_HEADER", "any key");
  vi.stubEnv("CODATPLATFORM_AUTH_HEADER", `Basic ${btoa("any key")}`);
  vi.stubEnv("NANGO_API_KEY", "4fa3e7f0-9d1c-4c0f-8a2b-6d5e4c3b2a19");
  vi.stubEnv("MAMMOTHANALYTICS_API_KEY", "any key");
  vi.stubEnv("MAMMOTHANALYTICS_API_SECRET", "any secret");
  for (const method of ["log", "error", "warn", "group", "groupEnd"] as const) {
    vi.spyOn(console, method).mockImplementation(() => {});
  }
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  server.close();
  emulator.reset();
});

/**
 * Answers in place of the vendor, but for examples that do so themselves, and for servers that they
 * start.
 */
function intercept(text: string): void {
  if (text.includes("setupServer(")) return;
  server.listen({
    onUnhandledRequest({ url }, print) {
      if (new URL(url).hostname !== "127.0.0.1") print.error();
    },
  });
}

test("the README, the guides and the generated pages have examples", () => {
  const pages = new Set(snippets.map(({ at }) => at.replace(/:\d+$/, "")));
  expect([...pages]).toEqual(
    expect.arrayContaining([
      "README.md",
      "docs/sdks/connections/README.md",
      "docs/testing.md",
      "docs/cookbook.md",
      "docs/ampersand/sdks/connections/README.md",
    ]),
  );
});

test("every example compiles", { timeout: limits.processes }, async () => {
  const tsc = [
    "node_modules/typescript7/bin/tsc",
    "--noEmit",
    "--pretty",
    "false",
    "-p",
    ".tmp/docs",
  ];
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, tsc, (_, stdout, stderr) => resolve(stdout + stderr));
  });
  expect(output).toBe("");
});

const runnable = snippets.filter(({ runs }) => runs);

test.for(runnable.map((snippet) => [snippet.at, snippet] as const))(
  "%s runs",
  async ([, { file, text }]) => {
    intercept(text);
    await import(/* @vite-ignore */ file);
  },
);
