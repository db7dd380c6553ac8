import type { PlatformCoordinates } from "../../vocabulary/coordinates.js";

/** The coordinates that Nango's verbs take. */
export const coordinates: PlatformCoordinates = {
  connection: ["provider", "connectionId"],
  list: ["groupRef", "consumerRef", "provider"],
  generate: ["groupRef", "consumerRef", "provider", "connectionId"],
  update: ["groupRef", "consumerRef", "provider", "connectionId"],
};
