/** A user's own tests with the emulator. */
import { SDK } from "connections-sdk";
import { createEmulator } from "connections-sdk/testing";
import { setupServer } from "msw/node";

export async function list(): Promise<string[]> {
  const emulator = createEmulator();
  const server = setupServer(...emulator.handlers);
  server.listen();
  const sdk = new SDK({ apiKeyHeader: "any" });
  const { connections } = await sdk.connections.list({ projectIdOrName: "my-project" });
  server.close();
  const paths: string[] = emulator.log.map(({ path }) => path);
  return [...paths, ...connections.map(({ id }) => id)];
}
