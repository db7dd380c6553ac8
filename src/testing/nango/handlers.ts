import type { Clock } from "../clock.js";
import type { EmulatedPlatform } from "../emulated-platform.js";
import type { EmulatedRequest, EmulatedResponse } from "../messages.js";
import { authenticate } from "./auth.js";
import { requestError } from "./context.js";
import { createState } from "./create-state.js";
import { injectedError, errorResponse } from "./errors.js";
import { matchRoute } from "./routes.js";
import { signIn } from "./sign-in.js";
import type { NangoOptions, NangoState } from "./state.js";

/** Creates an emulated Nango. */
export function createNango(options: NangoOptions, clock: Clock): EmulatedPlatform<NangoState> {
  const state = createState(options);
  const handle = (request: EmulatedRequest): EmulatedResponse => {
    const route = matchRoute(request.method, request.path);
    if (!route) return unknownPath(request);
    const identity = authenticate(request.headers, options);
    if ("refused" in identity) return errorResponse(401, identity.refused, { payload: {} });
    const { operation, connectionId } = route;
    const context = { state, clock, allows: identity.allows, request, connectionId };
    const response = requestError(context, operation) ?? operation.handle(context);
    return { ...response, headers: rateLimitHeaders(clock) };
  };
  return {
    vendorURL: "https://api.nango.dev",
    path: "/nango",
    hint: "any UUID as API key",
    state,
    handle,
    error: (status) => injectedError(status),
    signIn: (url, outcome) => signIn(state, clock, url, outcome),
    // The same object, because tests keep a reference to it.
    reset: () => void Object.assign(state, createState(options)),
  };
}

/**
 * Nango serves its dashboard at paths that the API does not have, so a mistyped path is a 200 with
 * a page.
 */
function unknownPath({ method }: EmulatedRequest): EmulatedResponse {
  if (method !== "GET") return errorResponse(404, "not_found", { message: "Nothing lives here." });
  return {
    status: 200,
    type: "text/html; charset=utf-8",
    body: "<!doctype html><title>Nango</title>",
  };
}

/** The headers of every authenticated response about the rate limit. */
function rateLimitHeaders(clock: Clock): Record<string, string> {
  return {
    "x-ratelimit-limit": "200",
    "x-ratelimit-remaining": "199",
    "x-ratelimit-reset": String(Math.floor(clock.now().getTime() / 1000) + 60),
  };
}
