/** `connections-sdk/codat`: the Codat SDK, and Codat as a platform of the unified API. */
export * from "../../../platforms/codat/index.js";
export { codat } from "./platform.js";
export type { Codat, CodatConnection, CodatOptions } from "./types.js";
