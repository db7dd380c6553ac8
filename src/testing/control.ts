import type { Emulator } from "./emulator.js";
import type { HandledRequest } from "./handle-request.js";
import { readFaults } from "./read-fault.js";

/**
 * The control routes of the loopback server, for tests in other processes and other languages:
 *
 * - `POST /__emulator/faults`: a fault, or a list of them, as JSON (a `path` is a text); 204, or 400 with what is wrong
 * - `GET /__emulator/log`: the log as JSON
 * - `POST /__emulator/reset`: back to the beginning; 204
 *
 * Answers `undefined` for requests to anything else.
 */
export function control(emulator: Emulator, request: Request): Promise<HandledRequest> | undefined {
  const { pathname } = new URL(request.url);
  if (!pathname.startsWith("/__emulator/")) return undefined;
  return carryOut(emulator, request, pathname).then((response) => ({ response }));
}

async function carryOut(emulator: Emulator, request: Request, path: string): Promise<Response> {
  switch (`${request.method} ${path}`) {
    case "POST /__emulator/faults":
      return addFaults(emulator, await request.text());
    case "POST /__emulator/reset":
      emulator.reset();
      return new Response(null, { status: 204 });
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
