/** Ampersand's own API, whole and in its own words: the generated platform SDK. `npx tsx examples/platform-sdk.ts` */
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

// The field mask is given by hand here. Layer 1 derives it from what you give.
const updated = await ampersand.connections.update({
  projectIdOrName,
  connectionId: first.id,
  requestBody: {
    updateMask: ["providerWorkspaceRef"],
    connection: { providerWorkspaceRef: "acme-eu" },
  },
});
console.log("workspace", updated.providerWorkspaceRef);

// Only Ampersand has this: an authorization of the provider's own kind, in several steps.
const step = await ampersand.connections.customAuthConnect({
  projectIdOrName,
  groupRef: "group-123",
  consumerRef: "consumer-456",
  provider: "netsuite",
});
console.log("next step", "redirect" in step ? "redirect" : "none");
