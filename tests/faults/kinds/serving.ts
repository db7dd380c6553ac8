import type { Exchange } from "../../support/raw-server.js";

/** A way to answer, for kinds to put together. */
export type Serve = (exchange: Exchange) => void;

/** Says this much, and then nothing: the client waits. */
export function saying(octets: string | Buffer): Serve {
  return ({ socket }) => void socket.write(octets);
}

/** Says all there is to say: where this is a complete answer, the connection stays for the next request. */
export function complete(octets: string | Buffer): Serve {
  return ({ socket, done }) => {
    done();
    socket.write(octets);
  };
}

/** Says this much and closes its side of the connection in good order. */
export function ending(octets: string | Buffer): Serve {
  return ({ socket }) => void socket.end(octets);
}

/** Says this much and then resets the connection. */
export function cut(octets: string | Buffer): Serve {
  return ({ socket }) => {
    // The reset would overtake what the client has not read yet.
    socket.write(octets, () => setTimeout(() => socket.resetAndDestroy(), 5));
  };
}

/** Says this in small drops, and then `last`. */
export function dripping(octets: Buffer, drop: number, last: Serve): Serve {
  return (exchange) => {
    let at = 0;
    const dripped = setInterval(() => {
      const { socket } = exchange;
      if (at < octets.length && !socket.destroyed) {
        socket.write(octets.subarray(at, (at += drop)));
        return;
      }
      clearInterval(dripped);
      if (!socket.destroyed) last(exchange);
    }, 1);
  };
}

/** Says this again and again, for as long as the client listens. */
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

/** Answers the first request one way and those that follow another. */
export function first(once: Serve, then: Serve): Serve {
  return (exchange) => (exchange.count === 1 ? once : then)(exchange);
}

/** Takes the request and never answers. */
export const silence: Serve = () => {};
