import type { Clock } from "../clock.js";
import type { EmulatedPlatform } from "../emulated-platform.js";
import type { EmulatedRequest, EmulatedResponse } from "../messages.js";
import { authenticate } from "./auth.js";
import { checkScope } from "./context.js";
import { createState } from "./create-state.js";
import { Refused, brokenResponse, injectedError, unauthorizedResponse } from "./errors.js";
import { checkContentType, readBody } from "./read-body.js";
import { type RouteMatch, matchRoute } from "./routes.js";
import { signIn } from "./sign-in.js";
import { shown } from "./shown.js";
import type { NangoOptions, NangoState } from "./state.js";

/** Creates an emulated Nango. */
export function createNango(options: NangoOptions, clock: Clock): EmulatedPlatform<NangoState> {
  const state = createState(options);
  const handle = (request: EmulatedRequest): EmulatedResponse => {
    const route = matchRoute(request.method, request.path);
    if (!route) return unknownPath(request);
    const response = respond(request, route);
    return request.method === "HEAD" ? withoutBody(response) : response;
  };
  /** The checks before an operation, in the order of the server's. */
  const respond = (request: EmulatedRequest, route: RouteMatch): EmulatedResponse =>
    refusing(() => {
      const body = readBody(request);
      checkContentType(request);
      const connectionId = decoded(route.encodedId);
      if (connectionId === undefined) return brokenResponse();
      const identity = authenticate(request.headers, options);
      if ("refused" in identity) return unauthorizedResponse(identity.refused);
      const context = { state, clock, allows: identity.allows, request, body, connectionId };
      const response = refusing(() => {
        checkScope(context, route.operation);
        return route.operation.handle(context);
      });
      return { ...response, headers: rateLimitHeaders(clock) };
    });
  return {
    vendorURL: "https://api.nango.dev",
    path: "/nango",
    hint: "any UUID as API key",
    state,
    shown: () => shown(state),
    handle,
    error: (status) => injectedError(status),
    signIn: (url, outcome) => signIn(state, clock, url, outcome),
    // The same object, because tests keep a reference to it.
    reset: () => void Object.assign(state, createState(options)),
  };
}

/** The response of a handler, or the one of its refusal. */
function refusing(handle: () => EmulatedResponse): EmulatedResponse {
  try {
    return handle();
  } catch (error) {
    if (error instanceof Refused) return error.response;
    throw error;
  }
}

function withoutBody({ status, type, headers = {} }: EmulatedResponse): EmulatedResponse {
  return { status, headers, ...(type !== undefined && { type }) };
}

function decoded(id: string): string | undefined {
  try {
    return decodeURIComponent(id);
  } catch {
    return undefined;
  }
}

/**
 * Nango serves its dashboard at paths that the API does not have, so a mistyped path is a 200 with
 * a page.
 */
function unknownPath({ method, path }: EmulatedRequest): EmulatedResponse {
  const type = "text/html; charset=utf-8";
  if (method === "GET" || method === "HEAD") {
    return { status: 200, type, body: "<!doctype html><title>Nango</title>" };
  }
  const text = `Cannot ${method} ${path.replaceAll("<", "&lt;")}`;
  return { status: 404, type, body: errorPage(text) };
}

/** The page of Express, which the server is built with, for a route that it does not have. */
function errorPage(text: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Error</title>
</head>
<body>
<pre>${text}</pre>
</body>
</html>
`;
}

/** The headers of every authenticated response about the rate limit. */
function rateLimitHeaders(clock: Clock): Record<string, string> {
  return {
    "x-ratelimit-limit": "200",
    "x-ratelimit-remaining": "199",
    "x-ratelimit-reset": String(Math.floor(clock.now().getTime() / 1000) + 60),
  };
}
