/**
 * Pagination, the same on every platform. Ampersand returns a single page. `npx tsx
 * examples/paging.ts`
 */
import { SDK } from "connections-sdk";
import { connectionsList } from "connections-sdk/funcs/connectionsList.js";
import { emulator } from "./support/emulator.js";

await using server = await emulator();

const sdk = new SDK({ apiKeyHeader: "<YOUR_API_KEY_HERE>", serverURL: server.serverURL });
const request = { projectIdOrName: "my-project" };

const first = await sdk.connections.list(request);
console.log("first page:", first.connections.length);

for await (const page of sdk.connections.list(request)) {
  console.log("page of", page.connections.length);
}

for await (const connection of sdk.connections.list(request).items()) {
  console.log("item:", connection.provider);
}

// The function returns results, and the last one may be an error. It never throws.
for await (const item of connectionsList(sdk, { projectIdOrName: "nowhere" }).items()) {
  console.log("function:", item.ok ? item.value.provider : item.error.name);
}
