/** The hooks of an HTTPClient, as in other generated SDKs. `npx tsx examples/hooks.ts` */
import { HTTPClient, SDK } from "connections-sdk";
import { emulator } from "./support/emulator.js";

await using server = await emulator();

const httpClient = new HTTPClient({
  // Any function with the signature of fetch: a proxy agent, a cache, a recorder.
  fetcher: (input, init) => fetch(input, init),
});

httpClient.addHook("beforeRequest", (request) => {
  request.headers.set("x-request-id", "my-request-1");
});
httpClient.addHook("response", (response, request) => {
  console.log(response.status, request.headers.get("x-request-id"), new URL(request.url).pathname);
});
httpClient.addHook("requestError", (error) => {
  console.log("no response:", error instanceof Error ? error.name : error);
});

const sdk = new SDK({
  apiKeyHeader: "<YOUR_API_KEY_HERE>",
  serverURL: server.serverURL,
  httpClient,
  retryConfig: { strategy: "none" },
});
const request = { projectIdOrName: "my-project" };

await sdk.connections.list(request);

await server.fail({ reset: "before" });
await sdk.connections.list(request).catch((error) => console.log(`${error}`));
