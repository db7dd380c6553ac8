/**
 * Reads the response beside the data: status, headers, attempts and time, or the raw response with
 * its body unread. `npx tsx examples/responses.ts`
 */
import { SDK } from "connections-sdk";
import { SDKNodePlatform } from "connections-sdk/ampersand";
import { SDKCore } from "connections-sdk/core.js";
import { connectionsList } from "connections-sdk/funcs/connectionsList.js";
import { emulator } from "./support/emulator.js";

await using server = await emulator();
const options = { apiKeyHeader: "<YOUR_API_KEY_HERE>", serverURL: server.serverURL };
const request = { projectIdOrName: "my-project" };

// Of a method.
const told = await new SDK(options).connections.list(request).withResponse();
console.log(told.data.connections.length, "connections,", told.response?.status);

// Of a function.
const [res, inspection] = await connectionsList(new SDKCore(options), request).$inspect();
console.log(res.ok, inspection.attempts, "attempt in", Math.ceil(inspection.durationMs), "ms");

// The raw response of a platform SDK, for a body that you read yourself.
const response = await new SDKNodePlatform(options).connections.list(request).asResponse();
console.log(response.headers.get("content-type"), (await response.text()).length > 2);
