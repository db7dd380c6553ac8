import type { PlatformCoordinates } from "../../vocabulary/coordinates.js";

/** The coordinates that Codat's verbs take. */
export const coordinates: PlatformCoordinates = {
  connection: ["groupRef", "connectionId"],
  list: ["groupRef"],
  generate: ["groupRef", "provider"],
};
