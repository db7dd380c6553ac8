import type { Call } from "../call/call.js";
import type { Settings } from "./settings.js";

/** A limit of a call: the call's option, the client's or the usual one. `Infinity` for none. */
export function limitOf(
  { options }: Call,
  settings: Settings,
  name: "timeoutMs" | "maxResponseBytes",
  usual: number,
): number {
  const limit = options[name] ?? settings.options[name] ?? usual;
  return limit > 0 ? limit : Infinity;
}
