/** Calls that fail with the key in everything that their errors contain. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { SDK } from "../../../src/connections/index.js";
import {
  Client,
  type ClientOptions,
  apiKeyQuery,
  json,
  operation,
  unwrap,
} from "../../../src/lib/typed.js";
import { object, string } from "../../../src/lib/typed.js";
import { NodeHTTPClient } from "../../../src/node/index.js";
import { unusedURL } from "../../support/server.js";

export const KEY = "c4nary0fTheKey";

/** Makes each of the calls; their promises reject. */
export type Failures = Readonly<Record<string, () => Promise<unknown>>>;

const get = operation<void, { id: string }>(() => ({
  id: "get",
  method: "GET",
  path: "/",
  responses: [
    json(
      200,
      object<{ id: string }>(() => ({ id: string })),
    ),
  ],
}));

/** Starts a server that repeats the key. It ends with the process. */
export async function failures(): Promise<Failures> {
  const server = createServer(({ url }, response) => {
    const status = url?.startsWith("/odd") ? 200 : 422;
    const type = status === 200 ? "application/json" : "application/problem+json";
    response.writeHead(status, { "content-type": type, "x-echo": KEY, connection: "close" });
    const body = { title: "Wrong", detail: `was ${KEY}`, asked: url, echo: [KEY] };
    response.end(JSON.stringify(status === 200 ? [body] : body));
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  server.unref();
  const serverURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // of a TCP server
  // The key is in the URL, which responses keep.
  const inQuery = (options: ClientOptions): (() => Promise<unknown>) => {
    const config = { servers: [serverURL], security: [[apiKeyQuery("it", "me")]] };
    // like generated cores
    const client = new Client(config, { it: KEY, ...once, ...options } as never);
    return () => unwrap(get(client));
  };
  const sdk = new SDK({ apiKeyHeader: KEY, serverURL, ...once });
  return {
    "a method": () => sdk.connections.get({ projectIdOrName: "p", connectionId: "c" }),
    // JavaScript allows it
    "an invalid request": () => sdk.connections.generate({ provider: [KEY] } as never),
    "by fetch": inQuery({}),
    "by Node's transport": inQuery({ httpClient: new NodeHTTPClient() }),
    "an invalid response": inQuery({
      serverURL: `${serverURL}/odd`,
      responseValidation: "strict",
    }),
    "no server": inQuery({ serverURL: await unusedURL() }),
  };
}

const once = { retryConfig: { strategy: "none" } } as const;
