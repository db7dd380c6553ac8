import { type Clock, withMicroseconds } from "../clock.js";
import type { EmulatedPlatform } from "../emulated-platform.js";
import type { EmulatedRequest, EmulatedResponse } from "../messages.js";
import { matchRoute } from "../router.js";
import { authenticate } from "./auth.js";
import { createState } from "./create-state.js";
import { createProblemFactory } from "./problems.js";
import { routes } from "./routes.js";
import { signIn } from "./sign-in.js";
import { shown } from "./shown.js";
import type { AmpersandOptions, AmpersandState } from "./state.js";

/** Creates an emulated Ampersand. */
export function createAmpersand(
  options: AmpersandOptions,
  clock: Clock,
): EmulatedPlatform<AmpersandState> {
  const state = createState(options, clock);
  const problem = createProblemFactory(state, clock);
  const handle = (request: EmulatedRequest): EmulatedResponse => {
    const route = matchRoute(routes, request.method, request.path);
    if (!route) return problem(404, { detail: `There is nothing at ${request.path}.` });
    if ("allow" in route) {
      const detail = `${request.path} has no ${request.method}.`;
      return { ...problem(405, { detail }), headers: { allow: route.allow.join(", ") } };
    }
    const identity = authenticate(request.headers, options.apiKeys, clock.now());
    if ("refused" in identity) {
      const remedy = "Send a valid key as X-Api-Key, or a token as Authorization: Bearer.";
      return problem(401, { detail: identity.refused, remedy });
    }
    const { operation, path } = route;
    return operation({ state, clock, problem, access: identity.access, request, path });
  };
  return {
    vendorURL: "https://api.withampersand.com/v1",
    path: "/ampersand/v1",
    hint: "any API key",
    state,
    shown: () => shown(state),
    handle,
    error: (status, seconds) =>
      problem(status, {
        detail: "The emulator was told to fail.",
        retryable: status === 408 || status === 429 || status >= 500,
        ...(seconds !== undefined && { retryAfter: later(clock, seconds) }),
      }),
    signIn: (url, outcome) => signIn(state, clock, url, outcome),
    // The same object, because tests keep a reference to it.
    reset: () => void Object.assign(state, createState(options, clock)),
  };
}

function later(clock: Clock, seconds: number): string {
  return withMicroseconds(new Date(clock.now().getTime() + seconds * 1000));
}
