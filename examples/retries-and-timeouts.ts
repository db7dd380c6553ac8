/**
 * Retries, timeouts, abort signals and idempotency keys. `npx tsx examples/retries-and-timeouts.ts`
 */
import { type Middleware, SDK } from "connections-sdk";
import { emulator } from "./support/emulator.js";

await using server = await emulator();

const attempts: Middleware = (next) => async (call) => {
  const result = await next(call);
  const outcome = result.ok ? result.value.status : result.error.name;
  console.log(`  ${call.operationId}, attempt ${call.attempt}: ${outcome}`);
  return result;
};
const sdk = new SDK({
  apiKeyHeader: "<YOUR_API_KEY_HERE>",
  serverURL: server.serverURL,
  retryConfig: { strategy: "backoff", backoff: { initialInterval: 50 }, maxAttempts: 3 },
  timeoutMs: 10_000, // per attempt
  middleware: [attempts],
});
const request = { projectIdOrName: "my-project" };
const logName = (error: unknown): void => console.log(error instanceof Error ? error.name : error);

console.log("A GET is retried:");
await server.fail({ status: 503, retryAfter: 0, times: 2 });
await sdk.connections.list(request);

const newConnection = {
  ...request,
  groupRef: "g",
  consumerRef: "c",
  provider: "apollo",
  credentials: { type: "apiKey", apiKey: "any key" },
} as const;
console.log("A POST that may have taken effect is not retried:");
await server.fail({ status: 502 });
await sdk.connections.generate(newConnection).catch(logName);

console.log("With an idempotency key it is retried:");
await server.fail({ status: 502 });
const { id } = await sdk.connections.generate(newConnection, {
  idempotencyKey: crypto.randomUUID(),
});
await sdk.connections.delete({ ...request, connectionId: id });

console.log("A timeout of a single attempt:");
await server.fail({ delayMs: 300 });
await sdk.connections
  .list(request, { timeoutMs: 50, retries: { strategy: "none" } })
  .catch(logName);

console.log("A signal ends the whole call, delays included:");
await server.fail({ status: 503, retryAfter: 30 });
await sdk.connections.list(request, { signal: AbortSignal.timeout(100) }).catch(logName);
