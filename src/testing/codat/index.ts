/** The exports of `connections-sdk/testing` for the emulated Codat. */
export { codatSeed } from "./seed.js";
export type {
  CodatIntegration,
  CodatOptions,
  CodatSeed,
  CodatSeedConnection,
  CodatState,
  CodatStoredConnection,
} from "./state.js";
