import type { Clock } from "../clock.js";
import type { EmulatedPlatform } from "../emulated-platform.js";
import type { EmulatedRequest, EmulatedResponse } from "../messages.js";
import { matchRoute } from "../router.js";
import { errorResponse } from "./errors.js";
import { routes } from "./routes.js";
import { createMammothState } from "./seed.js";
import { shown } from "./shown.js";
import type { MammothOptions, MammothState } from "./state.js";

/** Creates an emulated Mammoth. */
export function createMammoth(
  options: MammothOptions,
  clock: Clock,
): EmulatedPlatform<MammothState> {
  const state = createMammothState(options);
  const handle = (request: EmulatedRequest): EmulatedResponse => {
    const route = matchRoute(routes, request.method, request.path);
    if (!route) return errorResponse(404, "Not Found");
    if ("allow" in route) {
      return {
        ...errorResponse(405, "Method Not Allowed"),
        headers: { allow: route.allow.join() },
      };
    }
    if (!isAllowed(request.headers, options)) {
      return errorResponse(
        options.like === "2025" ? 401 : 403,
        "The API key or its secret is not valid.",
      );
    }
    const { operation, path } = route;
    return operation({ state, clock, options, request, path });
  };
  return {
    vendorURL: "https://app.mammoth.io/api/v2",
    path: "/mammoth/api/v2",
    hint: "any API key and secret",
    state,
    shown: () => shown(state),
    handle,
    error: (status) => errorResponse(status, "The emulator was told to fail."),
    // The same object, because tests keep a reference to it.
    reset: () => void Object.assign(state, createMammothState(options)),
  };
}

/** The key and the secret are both required. */
function isAllowed(headers: Headers, { keys }: MammothOptions): boolean {
  const apiKey = headers.get("x-api-key") ?? "";
  const apiSecret = headers.get("x-api-secret") ?? "";
  if (keys) return keys.some((pair) => pair.apiKey === apiKey && pair.apiSecret === apiSecret);
  return [apiKey, apiSecret].every((value) => value !== "" && !value.startsWith("invalid"));
}
