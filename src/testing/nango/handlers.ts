import type { Clock } from "../clock.js";
import type { EmulatedPlatform } from "../emulated-platform.js";
import type { EmulatedRequest, EmulatedResponse } from "../messages.js";
import { identify } from "./auth.js";
import { refusalOf } from "./context.js";
import { createState } from "./create-state.js";
import { failure, refuse } from "./errors.js";
import { route } from "./routes.js";
import type { NangoOptions, NangoState } from "./state.js";

/** Makes an emulated Nango. */
export function createNango(options: NangoOptions, clock: Clock): EmulatedPlatform<NangoState> {
  const state = createState(options);
  const answer = (call: EmulatedRequest): EmulatedResponse => {
    const destination = route(call.method, call.path);
    if (!destination) return nowhere(call);
    const identity = identify(call.headers, options);
    if ("refused" in identity) return refuse(401, identity.refused, { payload: {} });
    const { operation, connectionId } = destination;
    const context = { state, clock, allows: identity.allows, call, connectionId };
    const reply = refusalOf(context, operation) ?? operation.answer(context);
    return { ...reply, headers: limits(clock) };
  };
  return {
    vendorURL: "https://api.nango.dev",
    path: "/nango",
    state,
    handle: answer,
    error: (status) => failure(status),
    // Kept the same object, because tests hold on to it.
    reset: () => void Object.assign(state, createState(options)),
  };
}

/** The dashboard answers what the API does not know, so a mistyped path is a 200 with a page. */
function nowhere({ method }: EmulatedRequest): EmulatedResponse {
  if (method !== "GET") return refuse(404, "not_found", { message: "Nothing lives here." });
  return {
    status: 200,
    type: "text/html; charset=utf-8",
    body: "<!doctype html><title>Nango</title>",
  };
}

/** What every authenticated answer says about the rate limit. */
function limits(clock: Clock): Record<string, string> {
  return {
    "x-ratelimit-limit": "200",
    "x-ratelimit-remaining": "199",
    "x-ratelimit-reset": String(Math.floor(clock.now().getTime() / 1000) + 60),
  };
}
