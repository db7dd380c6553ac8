/** A transport for Node that uses undici's dispatchers, and saving responses as files. */
export { SaveError, type SaveOptions, type SavedFile, saveTo } from "../lib/node/index.js";
export type { Dispatcher } from "./dispatcher.js";
export { NodeHTTPClient, type NodeHTTPClientOptions } from "./node-http-client.js";
