/**
 * Every error has a literal `name`, so the compiler checks that the switch is exhaustive. `npx tsx
 * examples/errors.ts`
 */
import { SDKCore } from "connections-sdk/core.js";
import { connectionsList } from "connections-sdk/funcs/connectionsList.js";
import { emulator } from "./support/emulator.js";

await using server = await emulator();

const core = new SDKCore({ apiKeyHeader: "<YOUR_API_KEY_HERE>", serverURL: server.serverURL });

async function explain(projectIdOrName: string): Promise<string> {
  const res = await connectionsList(core, { projectIdOrName }, { retries: { strategy: "none" } });
  if (res.ok) return `${res.value.connections.length} connections`;

  const { error } = res;
  switch (error.name) {
    case "ListConnectionsInputValidationProblem": // a declared error with typed members
      return `${error.statusCode}: ${error.issues?.[0]?.detail}`;
    case "APIProblem": // an undeclared RFC 9457 problem
      return `${error.statusCode} ${error.title}`;
    case "APIError": // any other error response
      return `${error.statusCode} as ${error.contentType}`;
    case "SDKValidationError": // the request is invalid; nothing was sent
    case "ResponseValidationError": // the response is invalid
      return error.pretty();
    case "RequestTimeoutError":
    case "RequestAbortedError":
    case "ConnectionError":
    case "InvalidRequestError":
    case "UnexpectedClientError":
    case "UnsupportedOperationError":
      return error.message;
    default:
      return error satisfies never;
  }
}

console.log("fine:      ", await explain("my-project"));
console.log("typed:     ", await explain("nowhere"));
console.log("validation:", await explain(""));
await server.fail({ status: 500 });
console.log("problem:   ", await explain("my-project"));
await server.fail({ status: 500, body: "<h1>Oh no</h1>", contentType: "text/html" });
console.log("other:     ", await explain("my-project"));
await server.fail({ reset: "before" });
console.log("broken:    ", await explain("my-project"));
