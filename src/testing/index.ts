/**
 * `connections-sdk/testing`: the platforms' connections APIs, emulated, for tests of applications that use them.
 *
 * {@link createEmulator} gives handlers for msw, {@link serve} a real HTTP server on this machine. Needs the package
 * `msw` beside this one.
 */
export { createEmulator, type Emulator, type EmulatorOptions } from "./emulator.js";
export { serve, type ServeOptions, type ServedEmulator } from "./serve.js";
export type { Exchange } from "./exchange.js";
export type { Cut, Fault } from "./faults.js";
export type { LogEntry } from "./log.js";
export type { PlatformName } from "./platform.js";
export type { AuthScheme } from "./ampersand/providers.js";
export { defaultSeed, withPlaceholders, type Seed, type SeedConnection } from "./ampersand/seed.js";
export type {
  AmpersandOptions,
  AmpersandState,
  CompleteRequest,
  Project,
  Session,
  StoredConnection,
} from "./ampersand/state.js";
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
} from "./ampersand/wire.js";
export { codatSeed } from "./codat/seed.js";
export type {
  CodatIntegration,
  CodatOptions,
  CodatSeed,
  CodatSeedConnection,
  CodatState,
  CodatStoredConnection,
} from "./codat/state.js";
export { mammothSeed } from "./mammoth/seed.js";
export type {
  MammothConnection,
  MammothConnector,
  MammothJob,
  MammothOptions,
  MammothProject,
  MammothSeed,
  MammothState,
} from "./mammoth/state.js";
export { nangoSeed, type NangoSeed, type NangoSeedConnection } from "./nango/seed.js";
export type {
  NangoAuthMode,
  NangoIntegration,
  NangoOptions,
  NangoScope,
  NangoState,
  NangoStoredConnection,
} from "./nango/state.js";
export type { NangoWireCredentials, NangoWireEndUser, NangoWireProblem } from "./nango/wire.js";
