import type { Emulator } from "./emulator.js";
import type { HandledRequest } from "./handle-request.js";
import { signIn, signInPage } from "./sign-in-page.js";
import { readFaults } from "./read-fault.js";

/**
 * Handles the control requests of the loopback server, for tests in other processes and languages:
 *
 * - `POST /__emulator/faults`: injects a fault, or a list of them, from JSON (`path` is a string).
 *   Responds with 204, or with 400 and the reason.
 * - `GET /__emulator/log`: returns the log as JSON.
 * - `GET /__emulator/sign-in?url=URL&return=URL`: a page on which you play the customer who signs
 *   in at the `authorizationUrl`, and go on to the second URL. `POST` does the same at once, with
 *   the `outcome` `allow` or `deny` in the query.
 * - `POST /__emulator/reset`: resets the emulator. Responds with 204.
 *
 * Returns `undefined` for all other requests.
 */
export function handleControl(
  emulator: Emulator,
  request: Request,
): Promise<HandledRequest> | undefined {
  const { pathname } = new URL(request.url);
  if (!pathname.startsWith("/__emulator/")) return undefined;
  return runControl(emulator, request, pathname).then((response) => ({ response }));
}

async function runControl(emulator: Emulator, request: Request, path: string): Promise<Response> {
  switch (`${request.method} ${path}`) {
    case "POST /__emulator/faults":
      return addFaults(emulator, await request.text());
    case "POST /__emulator/reset":
      emulator.reset();
      return new Response(null, { status: 204 });
    case "GET /__emulator/sign-in":
      return signInPage(new URL(request.url));
    case "POST /__emulator/sign-in":
      return signIn(emulator, new URL(request.url));
    case "GET /__emulator/log":
      return Response.json(emulator.log);
    default:
      return new Response(`There is no ${request.method} ${path}.\n`, { status: 404 });
  }
}

function addFaults(emulator: Emulator, body: string): Response {
  const faults = readFaults(body);
  if (typeof faults === "string") return new Response(`${faults}\n`, { status: 400 });
  for (const fault of faults) emulator.fail(fault);
  return new Response(null, { status: 204 });
}
