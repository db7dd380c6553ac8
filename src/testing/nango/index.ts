/** The exports of `connections-sdk/testing` for the emulated Nango. */
export { nangoSeed } from "./seed.js";
export type {
  NangoAuthMode,
  NangoConnectSession,
  NangoIntegration,
  NangoOptions,
  NangoScope,
  NangoState,
  NangoStoredConnection,
  NangoSeedConnection,
  NangoSeed,
} from "./state.js";
export type { NangoWireCredentials, NangoWireEndUser, NangoWireProblem } from "./wire.js";
