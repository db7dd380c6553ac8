import type { Clock } from "../clock.js";
import type { EmulatedPlatform } from "../emulated-platform.js";
import type { EmulatedRequest, EmulatedResponse } from "../messages.js";
import { follow } from "../router.js";
import { refuse } from "./refuse.js";
import { routes } from "./routes.js";
import { createMammothState } from "./seed.js";
import type { MammothOptions, MammothState } from "./state.js";

/** Makes an emulated Mammoth. */
export function createMammoth(
  options: MammothOptions,
  clock: Clock,
): EmulatedPlatform<MammothState> {
  const state = createMammothState(options);
  const answer = (call: EmulatedRequest): EmulatedResponse => {
    const destination = follow(routes, call.method, call.path);
    if (!destination) return refuse(404, "Not Found");
    if ("allow" in destination) {
      return { ...refuse(405, "Method Not Allowed"), headers: { allow: destination.allow.join() } };
    }
    if (!isAllowed(call.headers, options)) {
      return refuse(options.like === "2025" ? 401 : 403, "The API key or its secret is not valid.");
    }
    const { operation, path } = destination;
    return operation({ state, clock, options, call, path });
  };
  return {
    vendorURL: "https://app.mammoth.io/api/v2",
    path: "/mammoth/api/v2",
    state,
    handle: answer,
    error: (status) => refuse(status, "The emulator was told to fail."),
    // Kept the same object, because tests hold on to it.
    reset: () => void Object.assign(state, createMammothState(options)),
  };
}

/** Key and secret are needed together. */
function isAllowed(headers: Headers, { keys }: MammothOptions): boolean {
  const apiKey = headers.get("x-api-key") ?? "";
  const apiSecret = headers.get("x-api-secret") ?? "";
  if (keys) return keys.some((pair) => pair.apiKey === apiKey && pair.apiSecret === apiSecret);
  return [apiKey, apiSecret].every((text) => text !== "" && !text.startsWith("invalid"));
}
