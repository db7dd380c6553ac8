/** The exports of `connections-sdk/testing` for the emulated Ampersand. */
export type { AuthScheme } from "./providers.js";
export { defaultSeed, withPlaceholders } from "./seed.js";
export type {
  AmpersandOptions,
  AmpersandState,
  CompleteRequest,
  Project,
  Session,
  StoredConnection,
  Seed,
  SeedConnection,
} from "./state.js";
export type {
  Credentials,
  WireConnection,
  WireConnectionRequest,
  WireConsumer,
  WireGroup,
  WireProviderApp,
  WireProviderMetadata,
  WireToken,
  WireTokens,
} from "./wire.js";
