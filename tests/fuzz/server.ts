import { type Socket, createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { type Delivery, mutated, pieces } from "./mutations.js";
import { type Recording, good } from "./recordings.js";

/** A server for one call: changed bytes first, then good responses. */
export interface FuzzServer {
  readonly url: string;
  /** The method and path of every request. */
  readonly requests: readonly string[];
  /** Ends all connections, and waits for the client to close its side. Returns how many stay. */
  readonly close: (patience: number) => Promise<number>;
}

/** Starts a server on a port of its own, so that no connection is shared with another call. */
export async function serveOnce(recording: Recording, delivery: Delivery): Promise<FuzzServer> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true, allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    // The client has closed its side.
    socket.on("end", () => socket.destroy());
    onRequest(socket, (request) => {
      requests.push(request);
      if (requests.length === 1) void deliver(socket, recording, delivery);
      else socket.write(good[recording.call]);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // of a TCP server
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    async close(patience) {
      server.close();
      for (const socket of sockets) socket.end();
      for (const until = Date.now() + patience; sockets.size > 0 && Date.now() < until;)
        await new Promise((resolve) => setTimeout(resolve, 2));
      const { size } = sockets;
      for (const socket of sockets) socket.destroy();
      return size;
    },
  };
}

/** Calls `visit` for each complete request. Bodies have a `content-length`, as the SDK's do. */
function onRequest(socket: Socket, visit: (request: string) => void): void {
  let text = "";
  socket.on("data", (chunk: Buffer) => {
    text += chunk.toString("latin1");
    for (let end = text.indexOf("\r\n\r\n"); end >= 0; end = text.indexOf("\r\n\r\n")) {
      const length = Number(/\r\ncontent-length: *(\d+)/i.exec(text.slice(0, end))?.[1] ?? 0);
      if (text.length < end + 4 + length) return;
      const [request = ""] = text.split(" HTTP/", 1);
      text = text.slice(end + 4 + length);
      visit(request);
    }
  });
}

async function deliver(socket: Socket, { bytes }: Recording, delivery: Delivery): Promise<void> {
  const { mutations, splits, isSlow, ending } = delivery;
  for (const piece of pieces(mutated(bytes, mutations), splits)) {
    if (socket.destroyed) return;
    await new Promise((resolve) => socket.write(piece, resolve));
    await new Promise((resolve) => (isSlow ? setTimeout(resolve, 1) : setImmediate(resolve)));
  }
  // Node cannot reset a connection that it is ending.
  if (socket.writableEnded) return;
  if (ending === "end") socket.end();
  if (ending === "reset") socket.resetAndDestroy();
}
