/**
 * The generated platform SDK: all of Ampersand's own API, with its own names. `npx tsx
 * examples/platform-sdk.ts`
 */
import { SDKNodePlatform } from "connections-sdk/ampersand";
import { emulator } from "./support/emulator.js";

await using server = await emulator();

const ampersand = new SDKNodePlatform({
  apiKeyHeader: "<YOUR_API_KEY_HERE>",
  serverURL: server.serverURL,
});
const projectIdOrName = "my-project";

const [first] = await ampersand.connections.list({ projectIdOrName, provider: "salesforce" });
if (first === undefined) throw new Error("The project has no Salesforce connection.");
console.log(first.id, first.status, first.group.groupName, first.createTime);

// Here you pass the update mask. The unified API derives it from the members that you pass.
const updated = await ampersand.connections.update({
  projectIdOrName,
  connectionId: first.id,
  requestBody: {
    updateMask: ["providerWorkspaceRef"],
    connection: { providerWorkspaceRef: "acme-eu" },
  },
});
console.log("workspace", updated.providerWorkspaceRef);

// Only Ampersand has this operation: a custom authorization in several steps.
const step = await ampersand.connections.customAuthConnect({
  projectIdOrName,
  groupRef: "group-123",
  consumerRef: "consumer-456",
  provider: "netsuite",
});
console.log("next step", "redirect" in step ? "redirect" : "none");
