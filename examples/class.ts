/** The SDK as a class: methods that throw. `npx tsx examples/class.ts` */
import { SDK } from "connections-sdk";
import { emulator } from "./support/emulator.js";

await using server = await emulator();

// Without serverURL, the SDK calls the real Ampersand.
const sdk = new SDK({ apiKeyHeader: "<YOUR_API_KEY_HERE>", serverURL: server.serverURL });
const projectIdOrName = "my-project";

const { connections } = await sdk.connections.list({ projectIdOrName, groupRef: "group-123" });
for (const { id, provider, status } of connections) console.log(id, provider, status);

const created = await sdk.connections.generate({
  projectIdOrName,
  groupRef: "group-123",
  consumerRef: "consumer-456",
  provider: "apollo",
  credentials: { type: "apiKey", apiKey: "an API key of the customer" },
});
console.log("created", created.id, created.provider, created.status);

const updated = await sdk.connections.update({
  projectIdOrName,
  connectionId: created.id,
  credentials: { type: "apiKey", apiKey: "a newer key" },
});
console.log("updated", updated.id, updated.updateTime instanceof Date);

await sdk.connections.delete({ projectIdOrName, connectionId: created.id });
console.log("deleted", created.id);
