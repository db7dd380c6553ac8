/** Responses that are read while they come: events, sequences of JSON values, and bytes. */
export type { ServerSentEvent } from "./event-parser.js";
export type { EventStream, StreamError, Thrown } from "./event-stream.js";
export {
  type ResultStream,
  type StreamOperation,
  type StreamableOperation,
  type StreamableOperationWithHeaders,
  streamMethod,
  streamMethodWithHeaders,
} from "./operations.js";
export { streamAccept } from "./accept.js";
export { type ByteStream, byteStream } from "./byte-stream.js";
export type { EventStreamOptions } from "./items.js";
export { eventStream, jsonLines } from "./responses.js";
