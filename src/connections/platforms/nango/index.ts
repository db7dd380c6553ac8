/** `connections-sdk/nango`: the Nango SDK, and Nango as a platform of the unified API. */
export * from "../../../platforms/nango/index.js";
export { nango } from "./platform.js";
export type { NangoConnection, NangoOptions, NangoPlatform } from "./types.js";
