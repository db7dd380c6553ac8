import { HTTPClient } from "../../../../src/lib/index.js";
import { NodeHTTPClient } from "../../../../src/node/index.js";
import type { Settings } from "./check.js";

/** The module of a program. */
export interface Program {
  readonly run: (settings: Settings) => Promise<void>;
}

/**
 * Runs every program against a mock server and prints a line of JSON for each:
 * `node main.mjs <origin> <fetch|node>`.
 */
export async function runAll(
  programs: Readonly<Record<string, () => Promise<Program>>>,
): Promise<void> {
  const [, , origin = "", transport] = process.argv;
  const httpClient = transport === "node" ? new NodeHTTPClient() : new HTTPClient();
  const settings: Settings = {
    origin,
    httpClient,
    retryConfig: { strategy: "none" },
    timeoutMs: 5000,
  };
  for (const [name, load] of Object.entries(programs)) {
    let error: string | undefined;
    try {
      const { run } = await load();
      await run(settings);
    } catch (cause) {
      error = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
    }
    console.log(JSON.stringify({ name, error }));
  }
  process.exit();
}
