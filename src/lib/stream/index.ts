/** Responses that are read while they come: event streams and sequences of JSON values. */
export type { ServerSentEvent } from "./event-parser.js";
export type { EventStream, StreamError, Thrown } from "./event-stream.js";
export {
  type ResultStream,
  type StreamOperation,
  type StreamableOperation,
  streamMethod,
} from "./operations.js";
export type { EventStreamOptions } from "./items.js";
export { eventStream, jsonLines } from "./responses.js";
