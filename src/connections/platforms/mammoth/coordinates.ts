import type { PlatformCoordinates } from "../../vocabulary/coordinates.js";

/** The coordinates that Mammoth's verbs take. */
export const coordinates: PlatformCoordinates = {
  connection: ["projectIdOrName", "provider", "connectionId"],
  list: ["projectIdOrName", "provider"],
  generate: ["projectIdOrName", "provider"],
};
