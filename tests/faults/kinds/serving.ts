import type { Exchange } from "../../support/raw-server.js";

/** A way to respond to a request. */
export type Serve = (exchange: Exchange) => void;

/** Sends some bytes and then nothing, so that the client waits. */
export function saying(bytes: string | Buffer): Serve {
  return ({ socket }) => void socket.write(bytes);
}

/** Sends a complete response and keeps the connection for the next request. */
export function complete(bytes: string | Buffer): Serve {
  return ({ socket, done }) => {
    done();
    socket.write(bytes);
  };
}

/** Sends some bytes and closes its side of the connection. */
export function ending(bytes: string | Buffer): Serve {
  return ({ socket }) => void socket.end(bytes);
}

/** Sends some bytes and then resets the connection. */
export function cut(bytes: string | Buffer): Serve {
  return ({ socket }) => {
    // Delayed, because the reset would discard what the client has not read yet.
    socket.write(bytes, () => setTimeout(() => socket.resetAndDestroy(), 5));
  };
}

/** Sends some bytes a few at a time, then `last`. */
export function dripping(bytes: Buffer, drop: number, last: Serve): Serve {
  return (exchange) => {
    let at = 0;
    const dripped = setInterval(() => {
      const { socket } = exchange;
      if (at < bytes.length && !socket.destroyed) {
        socket.write(bytes.subarray(at, (at += drop)));
        return;
      }
      clearInterval(dripped);
      if (!socket.destroyed) last(exchange);
    }, 1);
  };
}

/** Sends `again` repeatedly, as long as the client is connected. */
export function endless(head: string, again: Buffer): Serve {
  return ({ socket }) => {
    socket.write(head);
    const fill = (): void => {
      while (!socket.destroyed && socket.write(again));
    };
    socket.on("drain", fill);
    fill();
  };
}

/** Responds to the first request one way and to all others another way. */
export function first(once: Serve, then: Serve): Serve {
  return (exchange) => (exchange.count === 1 ? once : then)(exchange);
}

/** Never responds. */
export const silence: Serve = () => {};
