/** Retries, deadlines, abort and idempotency keys. `npx tsx examples/retries-and-timeouts.ts` */
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
  timeoutMs: 10_000, // of one attempt
  middleware: [attempts],
});
const request = { projectIdOrName: "my-project" };
const told = (error: unknown): void => console.log(error instanceof Error ? error.name : error);

console.log("A GET is repeated:");
await server.fail({ status: 503, retryAfter: 0, times: 2 });
await sdk.connections.list(request);

const make = { ...request, groupRef: "g", consumerRef: "c", provider: "hackerNews" };
console.log("A POST that may have been done is not:");
await server.fail({ status: 502 });
await sdk.connections.generate(make).catch(told);

console.log("With an idempotency key it is:");
await server.fail({ status: 502 });
const { id } = await sdk.connections.generate(make, { idempotencyKey: crypto.randomUUID() });
await sdk.connections.delete({ ...request, connectionId: id });

console.log("A deadline of one attempt, and no second one:");
await server.fail({ delayMs: 300 });
await sdk.connections.list(request, { timeoutMs: 50, retries: { strategy: "none" } }).catch(told);

console.log("A signal ends the call as a whole, pauses included:");
await server.fail({ status: 503, retryAfter: 30 });
await sdk.connections.list(request, { signal: AbortSignal.timeout(100) }).catch(told);
