import type { Clock } from "../clock.js";
import type { EmulatedPlatform } from "../emulated-platform.js";
import type { EmulatedRequest, EmulatedResponse } from "../messages.js";
import { refusal } from "./auth.js";
import { createState } from "./create-state.js";
import { createRefuse } from "./errors.js";
import { route } from "./routes.js";
import type { CodatOptions, CodatState } from "./state.js";

/** Requests a day for each connected company, and for the client itself. */
const QUOTA = 1000;

/** Makes an emulated Codat. */
export function createCodat(options: CodatOptions, clock: Clock): EmulatedPlatform<CodatState> {
  const state = createState(options, clock);
  const refuse = createRefuse();
  let used = 0;
  const answer = (call: EmulatedRequest): EmulatedResponse => {
    const destination = route(call.method, call.path);
    if (!destination) return refuse(404, `There is nothing at ${call.path}.`);
    if ("allow" in destination) {
      const reply = refuse(405, `${call.path} has no ${call.method}.`);
      return { ...reply, headers: { allow: destination.allow.join(", ") } };
    }
    const refused = refusal(call.headers, options.apiKeys);
    if (refused !== undefined) return refuse(401, refused);
    const { operation, companyId, connectionId } = destination;
    if (!state.companies.includes(companyId))
      return refuse(404, `There is no company ${companyId}.`);
    return operation({ state, clock, refuse, call, companyId, connectionId });
  };
  const limited = (reply: EmulatedResponse): EmulatedResponse => {
    used += 1;
    return { ...reply, headers: { ...rateLimit(state, clock, used), ...reply.headers } };
  };
  return {
    vendorURL: "https://api.codat.io",
    path: "/codat",
    // The names of the values to sign in with tell nothing, and they are all there is in such a body.
    hasSecretBody: (path) => path.endsWith("/authorization"),
    state,
    handle: (call) => limited(answer(call)),
    error: (status) => limited(refuse(status, "The emulator was told to fail.")),
    reset() {
      used = 0;
      // Kept the same object, because tests hold on to it.
      Object.assign(state, createState(options, clock));
    },
  };
}

/** What every answer says of the day's quota, which begins anew at midnight UTC. */
function rateLimit(
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
