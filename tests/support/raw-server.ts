import { STATUS_CODES } from "node:http";
import { type AddressInfo, type Server, type Socket, createServer } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { selfSigned } from "./certificate.js";

/** A request as it was received, and the means to respond to it. */
export interface Exchange {
  /** 1 for the first request of this server. */
  readonly count: number;
  readonly method: string;
  /** The path and the query. */
  readonly url: string;
  /** Header values by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The connection, for sending arbitrary bytes. */
  readonly socket: Socket;
  /**
   * Sends a complete response and keeps the connection for the next request. Adds `content-length`.
   */
  respond(status: number, headers?: Readonly<Record<string, string>>, body?: string | Buffer): void;
  /** Marks the exchange as complete, if the response was not sent by `respond`. */
  done(): void;
}

/** A server that can send arbitrary bytes. */
export interface RawServer {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** The requests so far. */
  readonly seen: Exchange[];
  /** The number of open connections with an incomplete exchange. */
  readonly busy: () => number;
  /** The number of connections that are kept for the next request. */
  readonly idle: () => number;
  /** The number of connections that were never used. */
  readonly unused: () => number;
  readonly close: () => void;
}

/** How a server behaves. */
export interface Behaviour {
  /** Called for each complete request. */
  readonly serve?: ((exchange: Exchange) => void) | undefined;
  /** Called for each connection, before anything is read from it. */
  readonly connect?: ((socket: Socket) => void) | undefined;
  readonly tls?: boolean | undefined;
}

let certificate: ReturnType<typeof selfSigned> | undefined;

/** Starts a server on the loopback interface. */
export async function startServer({ serve, connect, tls }: Behaviour): Promise<RawServer> {
  const seen: Exchange[] = [];
  const held = new Map<Socket, "unused" | "busy" | "idle">();
  const all = new Set<Socket>();
  const take = (socket: Socket): void => {
    all.add(socket);
    held.set(socket, "unused");
    socket.once("data", () => held.has(socket) && held.set(socket, "busy"));
    // A client that has closed its side has released the connection, whatever is still sent to it.
    const gone = (): void => void held.delete(socket);
    socket.on("error", gone).on("end", gone).on("close", gone);
    if (connect !== undefined) {
      connect(socket);
      socket.resume();
      return;
    }
    requests(socket, (request) => {
      if (held.has(socket)) held.set(socket, "busy");
      const done = (): void => {
        if (held.has(socket)) held.set(socket, "idle");
      };
      const exchange: Exchange = {
        ...request,
        count: seen.length + 1,
        socket,
        done,
        respond(status, headers, body) {
          done();
          socket.write(wire(status, headers, body));
        },
      };
      seen.push(exchange);
      serve?.(exchange);
    });
  };
  const server: Server = tls
    ? createTlsServer((certificate ??= selfSigned())).on("tlsClientError", () => {})
    : createServer({ allowHalfOpen: true });
  server.on(tls ? "secureConnection" : "connection", take);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const count = (state: string) => (): number =>
    [...held.values()].filter((held) => held === state).length;
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // not a pipe
    seen,
    busy: count("busy"),
    idle: count("idle"),
    unused: count("unused"),
    close() {
      server.close();
      for (const socket of all) socket.destroy();
    },
  };
}

/** The bytes of a response. */
export function wire(
  status: number,
  headers: Readonly<Record<string, string>> = {},
  body: string | Buffer = "",
): Buffer {
  const bytes = Buffer.from(body);
  const lines = Object.entries({ ...headers, "content-length": String(bytes.length) });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  return Buffer.concat([Buffer.from(`${statusLine(status)}${head}\r\n`, "latin1"), bytes]);
}

/** `HTTP/1.1 404 Not Found`, with the line break. */
export function statusLine(status: number): string {
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? "Odd"}\r\n`;
}

type Request = Pick<Exchange, "method" | "url" | "headers" | "body">;

/**
 * Splits the bytes of a connection into requests. Bodies have a `content-length`, as the SDK's do.
 */
function requests(socket: Socket, visit: (request: Request) => void): void {
  let text = "";
  socket.on("data", (chunk: Buffer) => {
    text += chunk.toString("latin1");
    for (let end = text.indexOf("\r\n\r\n"); end >= 0; end = text.indexOf("\r\n\r\n")) {
      const [first = "", ...lines] = text.slice(0, end).split("\r\n");
      const headers = Object.fromEntries(
        lines.map((line) => {
          const [name = ""] = line.split(":", 1);
          return [name.toLowerCase(), line.slice(name.length + 1).trim()];
        }),
      );
      const from = end + 4;
      const to = from + Number(headers["content-length"] ?? 0);
      if (text.length < to) return;
      const [method = "", url = ""] = first.split(" ");
      const body = Buffer.from(text.slice(from, to), "latin1").toString();
      text = text.slice(to);
      visit({ method, url, headers, body });
    }
  });
}
