/**
 * `connections-sdk/ampersand`: the Ampersand SDK, and Ampersand as a platform of the unified API.
 */
export * from "../../../platforms/ampersand/index.js";
export { ampersand } from "./platform.js";
export type { Ampersand, AmpersandConnection, AmpersandOptions } from "./types.js";
