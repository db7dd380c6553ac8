/** A generated SDK with code of its owner in it. `npx tsx examples/custom-code.ts` */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
// The owner's code is in sdk/hooks/registration.ts, in the regions of sdk/sdk/dogs.ts and
// sdk/models/components/dogs.ts, and in sdk/index.extras.ts.
import { Kennel, isNamed } from "../generator/fixtures/custom-code/sdk/index.js";

let requests = 0;
const server = createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) body += chunk;
  console.log(request.method, request.url, "-", request.headers["x-call"]);
  // The first request fails, to show that hooks run for each attempt.
  response.statusCode = ++requests === 1 ? 503 : 200;
  response.setHeader("content-type", "application/json");
  response.end(body || '{"id":"rex"}');
});
await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));

const sdk = new Kennel({
  login: "<YOUR_TOKEN_HERE>",
  serverURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  retryConfig: { strategy: "backoff", backoff: { initialInterval: 1 } },
});

const dog = await sdk.dogs.baptize("rex", "Rex");
console.log(dog, isNamed(dog) ? "has a name" : "has no name");

server.close();
server.closeAllConnections();
