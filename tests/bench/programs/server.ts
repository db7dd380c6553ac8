/**
 * Answers ready-made bodies on loopback, in a process of its own. The first two parts of a path say which: the API and the number of
 * objects, `/codat/100/...`, where 0 means one alone. What follows is the client's own. Prints its port, ends with its input.
 */
import { createServer } from "node:http";
import { bodies } from "../support/bodies.js";

const made = new Map<string, Buffer>();
for (const [name, { one, list }] of Object.entries(bodies)) {
  for (const count of [0, 1, 100, 1_000]) {
    const body = count === 0 ? one() : list(count);
    made.set(`${name}/${count}`, Buffer.from(JSON.stringify(body)));
  }
}

const server = createServer((request, response) => {
  const body = made.get((request.url ?? "").split("/").slice(1, 3).join("/"));
  response.writeHead(body === undefined ? 404 : 200, {
    "content-type": "application/json",
    "content-length": body?.length ?? 0,
  });
  response.end(body);
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  console.log(typeof address === "object" ? address?.port : address);
});
process.stdin.resume().on("end", () => process.exit());
