/** A transport for Node that uses undici's dispatchers. */
export type { Dispatcher } from "./dispatcher.js";
export { NodeHTTPClient, type NodeHTTPClientOptions } from "./node-http-client.js";
