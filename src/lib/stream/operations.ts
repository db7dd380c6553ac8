import { APIPromise } from "../call/promise.js";
import type { RequestOptions } from "../call/request-options.js";
import { type Result, ok } from "../call/result.js";
import type { ClientError } from "../errors/index.js";
import type { Client } from "../operation/client.js";
import { type MethodPromise, method } from "../operation/method.js";
import type { MethodPromiseWithHeaders } from "../operation/method-with-headers.js";
import type { APIPromiseWithHeaders } from "../operation/with-headers.js";
import { type EventStream, type StreamError, type Thrown, throwing } from "./event-stream.js";

/** The stream of a standalone function: a result for each item. */
export type ResultStream<Item> = EventStream<Result<Item, StreamError>>;

/** An `Operation` whose value is a stream, or that of another media type of the response. */
export interface StreamOperation<
  Request,
  Item,
  Errors = never,
  Other = never,
  Options = RequestOptions,
> {
  // No doc comment: editors would show it for every function instead of the function's own.
  (
    client: Client,
    request: Request,
    options?: Options,
  ): APIPromise<Result<ResultStream<Item> | Other, Errors | ClientError>>;
}

/**
 * A `StreamOperation` whose request says which of the two it wants.
 *
 * @typeParam Streamed - What the request has if it asks for the stream: `{ stream: true }`.
 * @typeParam Whole - What it has if it does not: `{ stream?: false }`.
 */
export interface StreamableOperation<
  Request,
  Item,
  Errors,
  Other,
  Streamed,
  Whole,
  Options = RequestOptions,
> {
  // No doc comments: see above.
  (
    client: Client,
    request: Request & Streamed,
    options?: Options,
  ): APIPromise<Result<ResultStream<Item>, Errors | ClientError>>;
  (
    client: Client,
    request: Request & Whole,
    options?: Options,
  ): APIPromise<Result<Other, Errors | ClientError>>;
  (
    client: Client,
    request: Request,
    options?: Options,
  ): APIPromise<Result<ResultStream<Item> | Other, Errors | ClientError>>;
}

/** A `StreamableOperation` that declares response headers. */
export interface StreamableOperationWithHeaders<
  Request,
  Item,
  Errors,
  Other,
  Streamed,
  Whole,
  Headers,
  Options = RequestOptions,
> {
  // No doc comments: see above.
  (
    client: Client,
    request: Request & Streamed,
    options?: Options,
  ): APIPromiseWithHeaders<Result<ResultStream<Item>, Errors | ClientError>, Headers>;
  (
    client: Client,
    request: Request & Whole,
    options?: Options,
  ): APIPromiseWithHeaders<Result<Other, Errors | ClientError>, Headers>;
  (
    client: Client,
    request: Request,
    options?: Options,
  ): APIPromiseWithHeaders<Result<ResultStream<Item> | Other, Errors | ClientError>, Headers>;
}

/** The `streamMethod` of an operation that declares response headers. */
export const streamMethodWithHeaders: <Request, Options, Value, Headers>(
  call: (
    client: Client,
    request: Request,
    options?: Options,
  ) => APIPromiseWithHeaders<Result<Value, unknown>, Headers>,
  client: Client,
  request: Request,
  options: Options | undefined,
  // The same function: its promise passes on what `$inspect()` returns.
) => MethodPromiseWithHeaders<Thrown<Value>, Headers> = streamMethod as never;

/** Calls a standalone function as a method of a client, whose stream throws its error. */
export function streamMethod<Request, Options, Value>(
  call: (client: Client, request: Request, options?: Options) => APIPromise<Result<Value, unknown>>,
  client: Client,
  request: Request,
  options: Options | undefined,
): MethodPromise<Thrown<Value>> {
  return method(
    (own, of: Request, settings?: Options) => {
      const promise = call(own, of, settings);
      const thrown = new APIPromise(
        promise._map((result) => (result.ok ? ok(throwing(result.value)) : result)),
      );
      // With what the function adds to it.
      const $inspect = async (): ReturnType<(typeof thrown)["$inspect"]> => [
        await thrown,
        (await promise.$inspect())[1],
      ];
      return Object.assign(thrown, { $inspect });
    },
    client,
    request,
    options,
  );
}
