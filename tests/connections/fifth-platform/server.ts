/** The server of Linkhub, a platform that exists only in these tests. */
import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A connection as Linkhub sends it. */
export interface Link {
  id: string;
  account: string;
  service: string;
  state: string;
  created: string;
}

/** A running server, with what it received. */
export interface LinkhubServer extends AsyncDisposable {
  readonly url: string;
  readonly links: Link[];
  /** `GET /v1/links?account=acme`, one line a request. */
  readonly requests: string[];
}

/** How many links a page has. */
const PAGE_SIZE = 2;

/** Starts Linkhub with five links of one account and one of another. */
export async function startLinkhub(): Promise<LinkhubServer> {
  const links = ["waiting", "connected", "connected", "expired", "migrating"].map(
    (state, i): Link => ({
      id: `link-${i + 1}`,
      account: "acme",
      service: i % 2 === 0 ? "salesforce" : "hubspot",
      state,
      created: `2026-03-0${i + 1}T08:00:00Z`,
    }),
  );
  links.push({ ...links[0]!, id: "link-6", account: "globex", state: "connected" });
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const { status, body } =
      request.headers.authorization === "Bearer linkhub-key"
        ? respond(links, request.method ?? "", new URL(request.url ?? "", "http://linkhub"))
        : { status: 401, body: { code: "unauthorized", reason: "The API key is not valid." } };
    response.writeHead(status, { "content-type": "application/json" });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // a TCP server that listens
  const stop = (): Promise<void> => stopServer(server);
  return { url: `http://127.0.0.1:${port}`, links, requests, [Symbol.asyncDispose]: stop };
}

function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

interface ServedResponse {
  readonly status: number;
  readonly body?: unknown;
}

function respond(links: Link[], method: string, { pathname, searchParams }: URL): ServedResponse {
  if (pathname === "/v1/links") return { status: 200, body: pageOf(links, searchParams) };
  const index = links.findIndex(({ id }) => pathname === `/v1/links/${id}`);
  if (index < 0) return { status: 404, body: { code: "link_not_found", reason: "No such link." } };
  if (method === "GET") return { status: 200, body: links[index] };
  links.splice(index, 1);
  return { status: 204 };
}

function pageOf(links: readonly Link[], query: URLSearchParams): object {
  const matching = links.filter(
    ({ account, service }) =>
      account === query.get("account") &&
      (!query.has("service") || service === query.get("service")),
  );
  const start = Number(query.get("cursor") ?? 0);
  const end = start + PAGE_SIZE;
  return {
    links: matching.slice(start, end),
    next: end < matching.length ? String(end) : null,
  };
}
