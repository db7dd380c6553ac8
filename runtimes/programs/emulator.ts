/**
 * Runs the emulator in the runtime itself: serves it, calls it, injects faults, resets and closes
 * it.
 */
import process from "node:process";
import { SDK } from "connections-sdk";
import { serve } from "connections-sdk/testing";

/** Runs without another emulator. */
export async function program(): Promise<string[]> {
  const server = await serve();
  const { emulator } = server;
  const serverURL = server.serverURL("ampersand");
  const sdk = new SDK({ apiKeyHeader: "any key", serverURL });
  const project = { projectIdOrName: "my-project" };
  const names = async (options?: object): Promise<string> =>
    sdk.connections.list(project, { retries: { strategy: "none" }, ...options }).then(
      ({ connections }) => `${connections.length} connections`,
      (error: unknown) => (error instanceof Error ? error.name : String(error)),
    );

  const seen = [await names()];
  for (const fault of [
    { status: 500 },
    { reset: "before", times: 2 },
    { reset: "body" },
    { truncate: true },
    { malformed: true },
  ] as const) {
    emulator.fail(fault);
    seen.push(await names());
    emulator.reset();
  }
  emulator.fail({ delayMs: 60_000 });
  seen.push(await names({ timeoutMs: 50 }));
  const received = emulator.log.length;
  await server.close();
  seen.push(await names(), `${received} in the log`);
  const expected = [
    "5 connections",
    "APIProblem",
    "ConnectionError",
    "ConnectionError",
    "ConnectionError",
    "ResponseValidationError",
    "RequestTimeoutError",
    "ConnectionError",
    "1 in the log",
  ];
  if (seen.join() !== expected.join())
    throw new Error(`expected ${expected.join()}, received ${seen.join()}`);
  // msw opens a BroadcastChannel when it is imported. Only Deno waits for it.
  if ("Deno" in globalThis) setTimeout(() => process.exit());
  return seen;
}
