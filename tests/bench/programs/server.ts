/** Answers ready-made bodies on loopback, in a process of its own. Prints its port, ends with its input. */
import { createServer } from "node:http";
import { connectionList, oneConnection } from "../support/connections.js";

const bodies = new Map<string, Buffer>([["connections/c", Buffer.from(oneConnection())]]);
for (const size of [1, 100, 1_000])
  bodies.set(`p${size}/connections`, Buffer.from(connectionList(size)));

const server = createServer((request, response) => {
  const path = (request.url ?? "").replace(/\?.*$/, "");
  const body = bodies.get(path.split("/").slice(-2).join("/"));
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
