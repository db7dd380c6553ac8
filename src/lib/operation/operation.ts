import { APIPromise, type InspectableResult } from "../call/promise.js";
import type { RequestOptions } from "../call/request-options.js";
import type { Result } from "../call/result.js";
import { type AnySpec, type CompiledOperation, compileOperation } from "../spec/operation-spec.js";
import type { ClientError } from "../errors/index.js";
import type { Client } from "./client.js";
import { send } from "./send.js";

/**
 * A standalone function for one operation of an API. It takes a client (an SDK or its `Core`), the
 * request, which is validated before anything is sent, and options for this call.
 *
 * Never rejects and never throws: `await` returns a {@link Result} with the value or the error.
 * `$inspect()` returns the request and the response too.
 */
export interface Operation<Request, Value, Errors = never> {
  // No doc comment: editors would show it for every function instead of the function's own.
  (
    client: Client,
    request: Request,
    options?: RequestOptions,
  ): APIPromise<Result<Value, Errors | ClientError>>;
}

/**
 * Creates the function of an operation. `define` is a function, so that bundlers can remove an
 * unused operation and a used one is built by its first call.
 */
export function operation(define: () => AnySpec): Operation<unknown, never> {
  let compiled: CompiledOperation | undefined;
  const compile = (): CompiledOperation => (compiled ??= compileOperation(define()));
  return (client, request, options) =>
    new APIPromise(
      // the annotation states the types, and the declared responses keep them
      send(compile, client, request, options) as Promise<
        InspectableResult<Result<never, ClientError>>
      >,
    );
}
