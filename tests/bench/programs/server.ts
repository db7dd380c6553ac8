/**
 * Serves prepared bodies on loopback, in its own process. The first two segments of a path select
 * the API and the number of objects, `/codat/100/...`; 0 means a single object. The rest is the
 * client's own. Prints its port, and exits when its input ends.
 */
import { createServer } from "node:http";
import { bodies } from "../support/bodies.js";

const made = new Map<string, Buffer>();
for (const [name, { one, list }] of Object.entries(bodies)) {
  for (const count of [0, 1, 100, 1_000, 10_000]) {
    const body = count === 0 ? one() : list(count);
    made.set(`${name}/${count}`, Buffer.from(JSON.stringify(body)));
  }
}

let requests = 0;

const server = createServer((request, response) => {
  // Every hundredth request of a path that begins with "faulty" fails, in turns by a status and by
  // a closed connection.
  const isFaulty = request.url?.startsWith("/faulty/") && ++requests % 100 === 0;
  if (isFaulty && requests % 200 === 0) return void request.socket.destroy();
  if (isFaulty) return void response.writeHead(503).end();
  const url = (request.url ?? "").replace(/^\/faulty/, "");
  const body = made.get(url.split("/").slice(1, 3).join("/"));
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
