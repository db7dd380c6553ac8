/**
 * What users import, as modules to bundle. They resolve to the sources as well as to the installed
 * package.
 */

const core = `export { SDKNodePlatformCore } from "connections-sdk/ampersand/core.js";`;

/** One standalone function of a platform SDK, with its core. */
export const platformFunction: string = `${core}
export { connectionsList } from "connections-sdk/ampersand/funcs/connectionsList.js";`;

/** One standalone function with the transport for Node. */
export const platformFunctionOnNode: string = `${platformFunction}
export { NodeHTTPClient } from "connections-sdk/node";`;

/** Two standalone functions with their core. */
export const twoPlatformFunctions: string = `${platformFunction}
export { connectionsGet } from "connections-sdk/ampersand/funcs/connectionsGet.js";`;

/** One standalone function of the root SDK, with its core. */
export const rootFunction = `export { SDKCore } from "connections-sdk/core.js";
export { connectionsList } from "connections-sdk/funcs/connectionsList.js";`;

/** The root SDK: every verb, on the default platform. */
export const rootSDK = `export { SDK } from "connections-sdk";`;

/** The values of an open enum, and no code. */
export const oneEnum = `export { ConnectionStatus } from "connections-sdk/ampersand/models/components";`;

/** One error class, for use with `instanceof`. */
export const oneErrorClass = `export { APIError } from "connections-sdk";`;

/** One model of a platform as a schema of zod, with zod. */
export const oneZodSchema = `export { ConnectionWire } from "connections-sdk/ampersand/zod";`;

/** A connection of the unified API as JSON, as a schema of zod. */
export const zodConnectionData = `export { ConnectionDataWire } from "connections-sdk/zod";`;
