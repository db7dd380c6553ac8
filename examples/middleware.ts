/**
 * Middleware runs around every attempt: here a tenant header and a log line. `npx tsx
 * examples/middleware.ts`
 */
import { type Middleware, SDK } from "connections-sdk";
import { emulator } from "./support/emulator.js";

await using server = await emulator();

/** Sends the tenant as a header. */
function tenant(name: string): Middleware {
  return (next) => (call) => next({ ...call, headers: { ...call.headers, "x-tenant": name } });
}

/** Logs a line per attempt. Comes last, so that it sees the changes of the others. */
const log: Middleware = (next) => async (call) => {
  const started = performance.now();
  const result = await next(call);
  const outcome = result.ok ? `${result.value.status}` : result.error.name;
  const took = `${Math.ceil(performance.now() - started)} ms`;
  console.log(call.method, call.operationId, call.headers["x-tenant"], outcome, took);
  return result;
};

const sdk = new SDK({
  apiKeyHeader: "<YOUR_API_KEY_HERE>",
  serverURL: server.serverURL,
  middleware: [tenant("acme"), log],
});

const { connections } = await sdk.connections.list({ projectIdOrName: "my-project" });
const [first] = connections;
if (first === undefined) throw new Error("The project has no connections.");
await sdk.connections.get({ projectIdOrName: "my-project", connectionId: first.id });
