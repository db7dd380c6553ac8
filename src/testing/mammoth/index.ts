/** The exports of `connections-sdk/testing` for the emulated Mammoth. */
export { mammothSeed } from "./seed.js";
export type {
  MammothConnection,
  MammothConnector,
  MammothJob,
  MammothOptions,
  MammothProject,
  MammothSeed,
  MammothState,
} from "./state.js";
