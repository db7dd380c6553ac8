import { type Clock, withMicroseconds } from "../clock.js";
import type { EmulatedPlatform } from "../emulated-platform.js";
import type { EmulatedRequest, EmulatedResponse } from "../messages.js";
import { follow } from "../router.js";
import { identify } from "./auth.js";
import { createState } from "./create-state.js";
import { createRefuse } from "./problems.js";
import { routes } from "./routes.js";
import type { AmpersandOptions, AmpersandState } from "./state.js";

/** Makes an emulated Ampersand. */
export function createAmpersand(
  options: AmpersandOptions,
  clock: Clock,
): EmulatedPlatform<AmpersandState> {
  const state = createState(options, clock);
  const refuse = createRefuse(state, clock);
  const answer = (call: EmulatedRequest): EmulatedResponse => {
    const destination = follow(routes, call.method, call.path);
    if (!destination) return refuse(404, { detail: `There is nothing at ${call.path}.` });
    if ("allow" in destination) {
      const detail = `${call.path} has no ${call.method}.`;
      return { ...refuse(405, { detail }), headers: { allow: destination.allow.join(", ") } };
    }
    const identity = identify(call.headers, options.apiKeys, clock.now());
    if ("refused" in identity) {
      const remedy = "Send a valid key as X-Api-Key, or a token as Authorization: Bearer.";
      return refuse(401, { detail: identity.refused, remedy });
    }
    const { operation, path } = destination;
    return operation({ state, clock, refuse, access: identity.access, call, path });
  };
  return {
    vendorURL: "https://api.withampersand.com/v1",
    path: "/ampersand/v1",
    state,
    handle: answer,
    error: (status, seconds) =>
      refuse(status, {
        detail: "The emulator was told to fail.",
        retryable: status === 408 || status === 429 || status >= 500,
        ...(seconds !== undefined && { retryAfter: later(clock, seconds) }),
      }),
    // Kept the same object, because tests hold on to it.
    reset: () => void Object.assign(state, createState(options, clock)),
  };
}

function later(clock: Clock, seconds: number): string {
  return withMicroseconds(new Date(clock.now().getTime() + seconds * 1000));
}
