/**
 * The models of the unified API as schemas of zod: connections and sign-ins as JSON, credentials,
 * and the requests of every platform, to validate what your own users send. The SDK validates its
 * requests by itself.
 */
export * from "./ampersand.js";
export * from "./codat.js";
export * from "./connection-data.js";
export * from "./credentials.js";
export * from "./mammoth.js";
export * from "./nango.js";
export { override } from "../../lib/zod/json-schema.js";
