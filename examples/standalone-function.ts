/**
 * Standalone functions: a bundle contains only those that you import. `npx tsx
 * examples/standalone-function.ts`
 */
import { SDKCore } from "connections-sdk/core.js";
import { connectionsGet } from "connections-sdk/funcs/connectionsGet.js";
import { connectionsList } from "connections-sdk/funcs/connectionsList.js";
import { emulator } from "./support/emulator.js";

await using server = await emulator();

const core = new SDKCore({ apiKeyHeader: "<YOUR_API_KEY_HERE>", serverURL: server.serverURL });
const projectIdOrName = "my-project";

// A function never throws and never rejects. An error is in the result.
const list = await connectionsList(core, { projectIdOrName, provider: "salesforce" });
if (!list.ok) throw list.error;

const [first] = list.value.connections;
if (first === undefined) throw new Error("The project has no Salesforce connection.");

// `$inspect` also returns the request and response, without credentials.
const [one, { request, response }] = await connectionsGet(core, {
  projectIdOrName,
  connectionId: first.id,
}).$inspect();
if (!one.ok) throw one.error;

console.log(one.value.provider, one.value.status, "of", one.value.group?.name);
console.log(request?.method, response?.status, "key sent as", request?.headers["x-api-key"]);
// `raw` is the platform's own object, with its own types.
console.log("scheme", one.value.raw.authScheme);
