/**
 * A small application whose customers connect services, on two platforms. Start it with `npx tsx
 * examples/web/server.ts`, and open the URL that it prints.
 */
import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pathToFileURL } from "node:url";
import { RequestTimeoutError, SDKError } from "connections-sdk";
import * as actions from "./actions.js";
import { type Vendors, vendors } from "./emulator.js";
import { page } from "./page.js";
import { type Platforms, platformsOn } from "./platforms.js";

/** Starts the application on a port, a free one by default. */
export async function start(external: Vendors, port = 0): Promise<{ url: string; server: Server }> {
  const platforms = platformsOn(external);
  // In your application: the session of the person who is signed in.
  const visitor: actions.Visitor = { groupRef: "group-123", consumerRef: "consumer-456" };
  const server = createServer((request, response) => {
    void handle({ external, platforms, visitor }, request, response).catch((error: unknown) => {
      console.error(error instanceof Error ? error.name : error); // messages can contain ids
      redirect(response, `/?message=${messageOf(error)}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const { port: own } = server.address() as AddressInfo; // it listens
  return { url: `http://127.0.0.1:${own}`, server };
}

interface App {
  readonly external: Vendors;
  readonly platforms: Platforms;
  readonly visitor: actions.Visitor;
}

async function handle(
  { external, platforms, visitor }: App,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const origin = `http://${request.headers.host}`;
  const { pathname, searchParams } = new URL(request.url ?? "/", origin);
  const signInAt = (url: string): void =>
    redirect(response, external.signInURL(url, `${origin}/returned`));
  switch (`${request.method} ${pathname}`) {
    case "GET /": {
      const key = searchParams.get("message") ?? "";
      const message = Object.hasOwn(MESSAGES, key) ? MESSAGES[key as keyof typeof MESSAGES] : "";
      const html = page(platforms, await actions.list(platforms, visitor), message);
      return void response.setHeader("content-type", "text/html; charset=utf-8").end(html);
    }
    case "POST /connect":
      return signInAt(await actions.connect(platforms, visitor, await target(request, origin)));
    case "POST /reconnect":
      return signInAt(await actions.reconnect(platforms, visitor, await target(request, origin)));
    case "POST /disconnect":
      await actions.disconnect(platforms, visitor, await target(request, origin));
      return redirect(response, "/?message=disconnected");
    case "GET /returned": {
      const controller = new AbortController();
      response.on("close", () => controller.abort()); // somebody who leaves is not waited for
      const connection = await actions.returned(platforms, visitor, controller.signal);
      return redirect(response, `/?message=${connection?.status === "active" ? "connected" : ""}`);
    }
    default:
      response.writeHead(404).end();
  }
}

/** What the page says. A message from the URL is a name of one of these, and never text. */
const MESSAGES = {
  connected: "The service is connected.",
  disconnected: "The service is disconnected.",
  waiting: "You have not finished signing in. Try again.",
  gone: "There is no such connection.",
  failed: "That did not work. Try again later.",
};

function messageOf(error: unknown): keyof typeof MESSAGES {
  if (error instanceof RequestTimeoutError) return "waiting";
  return error instanceof SDKError && error.kind === "notFound" ? "gone" : "failed";
}

/** The target of a form: what a button stands for. Another site cannot send one. */
async function target<T>(request: IncomingMessage, origin: string): Promise<T> {
  if (request.headers.origin !== origin) throw new TypeError("The form is of another site");
  let body = "";
  for await (const chunk of request) if ((body += String(chunk)).length > 10_000) break;
  return JSON.parse(new URLSearchParams(body).get("target") ?? "null") as T; // the SDK checks it
}

function redirect(response: ServerResponse, location: string): void {
  if (!response.headersSent) response.writeHead(303, { location }).end();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { url } = await start(await vendors(), Number(process.env["PORT"] ?? 0));
  console.log(`Open ${url}`);
}
