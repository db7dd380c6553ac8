import type { Emulator } from "./emulator.js";
import type { HandledRequest } from "./handle-request.js";
import { parseJson } from "./messages.js";
import { pageFiles } from "./page/files.js";
import { keyOf, pageState } from "./page/state.js";
import type { EmulatedPlatforms } from "./platforms.js";
import { readFaults } from "./read-fault.js";
import { signIn, signInPage } from "./sign-in-page.js";
import { mayControl } from "./trust.js";

/** What the control requests read and change. */
export interface Controlled {
  readonly emulator: Emulator;
  readonly platforms: EmulatedPlatforms;
}

/**
 * Handles the control requests of the loopback server, for tests in other processes and languages:
 *
 * - `GET /`: a page that shows what the emulator does, and can change it.
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
  controlled: Controlled,
  request: Request,
): Promise<HandledRequest> | undefined {
  const { pathname } = new URL(request.url);
  const isPage = pathname === "/" && ["GET", "HEAD"].includes(request.method);
  if (!isPage && !pathname.startsWith("/__emulator/")) return undefined;
  return runControl(controlled, request, pathname).then((response) => ({ response }));
}

async function runControl(
  controlled: Controlled,
  request: Request,
  path: string,
): Promise<Response> {
  const { emulator, platforms } = controlled;
  const url = new URL(request.url);
  if (!mayControl(request.headers, url.hostname))
    return refused(
      "Pages of other origins cannot control it. Programs use its address, or the host that it was given.",
      403,
    );
  switch (`${request.method} ${path}`) {
    case "HEAD /":
    case "GET /":
      return pageFile("page.html");
    case "GET /__emulator/page.css":
      return pageFile("page.css");
    case "GET /__emulator/page.js":
      return pageFile("page.js");
    case "GET /__emulator/state":
      return Response.json(
        pageState(platforms, emulator.log, Number(url.searchParams.get("from") ?? 0)),
      );
    case "POST /__emulator/status":
      return setStatus(controlled, await request.text());
    case "POST /__emulator/faults":
      return addFaults(emulator, await request.text());
    case "POST /__emulator/reset":
      emulator.reset();
      return done();
    case "GET /__emulator/sign-in":
      return signInPage(url);
    case "POST /__emulator/sign-in":
      return url.search === ""
        ? signInByKey(controlled, await request.text())
        : signIn(emulator, url);
    case "GET /__emulator/log":
      return Response.json(emulator.log);
    default:
      return refused(`There is no ${request.method} ${path}.`, 404);
  }
}

function done(): Response {
  return new Response(null, { status: 204 });
}

function refused(reason: string, status = 400): Response {
  return new Response(`${reason}\n`, { status });
}

/** A file of the page, which may only load what this server serves. */
function pageFile(name: keyof typeof pageFiles): Response {
  const { type, content } = pageFiles[name];
  return new Response(content, {
    headers: {
      "content-type": type,
      "content-security-policy":
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
  });
}

function addFaults(emulator: Emulator, body: string): Response {
  const faults = readFaults(body);
  if (typeof faults === "string") return refused(faults);
  for (const fault of faults) emulator.fail(fault);
  return done();
}

/** Changes the status of a connection: `{ platform, id, status }`. */
function setStatus({ platforms }: Controlled, body: string): Response {
  const { platform, id = "", status = "" } = membersOf(body);
  const shown = Object.entries(platforms)
    .find(([name]) => name === platform)?.[1]
    .shown();
  return shown?.setStatus(id, status)
    ? done()
    : refused("There is no such connection, or it cannot have this status.");
}

/** Plays a customer of the page, whose URL it does not know: `{ platform, key, outcome }`. */
function signInByKey({ emulator, platforms }: Controlled, body: string): Response {
  const { key, outcome } = membersOf(body);
  const signIns = Object.values(platforms).flatMap((platform) => platform.shown().signIns);
  const found = signIns.find(({ url }) => keyOf(url) === key);
  if (!found) return refused("There is no such sign-in, or it is over.");
  if (outcome !== "allow" && outcome !== "deny") return refused("outcome must be allow or deny.");
  emulator.signIn(found.url, outcome);
  return done();
}

/** The strings of a JSON object. */
function membersOf(body: string): Readonly<Record<string, string | undefined>> {
  const value = parseJson(body);
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter(([, member]) => typeof member === "string"),
  );
}
