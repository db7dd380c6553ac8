import type { PlatformCoordinates } from "../../vocabulary/coordinates.js";

/** The coordinates that Ampersand's verbs take. */
export const coordinates: PlatformCoordinates = {
  connection: ["projectIdOrName", "connectionId"],
  list: ["projectIdOrName", "groupRef", "consumerRef", "provider"],
  generate: ["projectIdOrName", "groupRef", "consumerRef", "provider"],
};
