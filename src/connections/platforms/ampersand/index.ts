/**
 * `connections-sdk/ampersand`: the Ampersand SDK, and Ampersand as a platform of the unified API.
 */
export * from "../../../platforms/ampersand/index.js";
export { ampersand } from "./platform.js";
export type { Ampersand, AmpersandOptions } from "./types.js";
