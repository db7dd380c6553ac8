import type { Clock } from "../clock.js";
import type { EmulatedPlatform } from "../emulated-platform.js";
import type { EmulatedRequest, EmulatedResponse } from "../messages.js";
import { authError } from "./auth.js";
import { createState } from "./create-state.js";
import { createErrorFactory } from "./errors.js";
import { matchRoute } from "./routes.js";
import { signIn } from "./sign-in.js";
import { shown } from "./shown.js";
import type { CodatOptions, CodatState } from "./state.js";

/** The requests per day for each connected company, and for the client itself. */
const QUOTA = 1000;

/** Creates an emulated Codat. */
export function createCodat(options: CodatOptions, clock: Clock): EmulatedPlatform<CodatState> {
  const state = createState(options, clock);
  const errorResponse = createErrorFactory();
  let used = 0;
  const respond = (request: EmulatedRequest): EmulatedResponse => {
    const route = matchRoute(request.method, request.path);
    if (!route) return errorResponse(404, `There is nothing at ${request.path}.`);
    if ("allow" in route) {
      const notAllowed = errorResponse(405, `${request.path} has no ${request.method}.`);
      return { ...notAllowed, headers: { allow: route.allow.join(", ") } };
    }
    const denied = authError(request.headers, options.apiKeys);
    if (denied !== undefined) return errorResponse(401, denied);
    const { operation, companyId = "", connectionId } = route;
    if (route.companyId !== undefined && !state.companies.includes(companyId))
      return errorResponse(404, `There is no company ${companyId}.`);
    return operation({ state, clock, errorResponse, request, companyId, connectionId });
  };
  const withRateLimit = (response: EmulatedResponse): EmulatedResponse => {
    used += 1;
    return {
      ...response,
      headers: { ...rateLimitHeaders(state, clock, used), ...response.headers },
    };
  };
  return {
    vendorURL: "https://api.codat.io",
    path: "/codat",
    hint: '"Basic " and any API key in base64',
    // Such a body contains only credentials, and their names do not show that they are secret.
    hasSecretBody: (path) => path.endsWith("/authorization"),
    state,
    shown: () => shown(state),
    handle: (request) => withRateLimit(respond(request)),
    error: (status) => withRateLimit(errorResponse(status, "The emulator was told to fail.")),
    signIn: (url, outcome) => signIn(state, url, outcome),
    reset() {
      used = 0;
      // The same object, because tests keep a reference to it.
      Object.assign(state, createState(options, clock));
    },
  };
}

/** The headers of every response about the daily quota, which resets at midnight UTC. */
function rateLimitHeaders(
  { connections }: CodatState,
  clock: Clock,
  used: number,
): Record<string, string> {
  const companies = new Set(connections.map(({ companyId }) => companyId)).size;
  const limit = QUOTA * (1 + companies);
  const midnight = new Date(clock.now());
  midnight.setUTCHours(24, 0, 0, 0);
  return {
    "x-rate-limit-limit": String(limit),
    "x-rate-limit-remaining": String(Math.max(0, limit - used)),
    "x-rate-limit-reset": midnight.toISOString(),
  };
}
