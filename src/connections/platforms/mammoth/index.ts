/**
 * `connections-sdk/mammoth`: the Mammoth Analytics SDK, and Mammoth Analytics as a platform of the
 * unified API.
 */
export * from "../../../platforms/mammoth/index.js";
export { mammoth } from "./platform.js";
export type { Mammoth, MammothOptions } from "./types.js";
