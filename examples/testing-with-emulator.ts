/**
 * The emulator in a test suite: msw responds instead of Ampersand. `npx tsx
 * examples/testing-with-emulator.ts`
 */
import assert from "node:assert/strict";
import { SDK } from "connections-sdk";
import { createEmulator } from "connections-sdk/testing";
import { setupServer } from "msw/node";

// The code under test, as an application may have it.
const sdk = new SDK({ apiKeyHeader: "any-key" });
async function brokenConnections(projectIdOrName: string): Promise<string[]> {
  const { connections } = await sdk.connections.list({ projectIdOrName });
  return connections.filter(({ status }) => status === "broken").map(({ provider }) => provider);
}

// In a test runner: beforeAll, afterEach and afterAll.
const emulator = createEmulator();
const server = setupServer(...emulator.handlers);
server.listen({ onUnhandledRequest: "error" });

// In the seed, the provider refuses the password of one connection.
assert.deepEqual(await brokenConnections("my-project"), ["greenhouse"]);

// Tests can read and change the state.
const [first] = emulator.ampersand.connections;
assert(first !== undefined);
first.status = "bad_credentials";
assert.deepEqual(await brokenConnections("my-project"), [first.provider, "greenhouse"]);

// Inject a fault, and assert on the requests that the emulator received.
emulator.reset();
emulator.fail({ status: 503, retryAfter: 0 });
await brokenConnections("my-project");
assert.deepEqual(
  emulator.log.map(({ method, path, status }) => `${method} ${path} ${status}`),
  ["GET /projects/my-project/connections 503", "GET /projects/my-project/connections 200"],
);

server.close();
console.log("All as expected.");
