import { APIPromise, type InspectableResult } from "../call/promise.js";
import type { RequestOptions } from "../call/request-options.js";
import type { Result } from "../call/result.js";
import {
  type CompiledOperation,
  type OperationSpec,
  compileOperation,
} from "../spec/operation-spec.js";
import type { ClientError } from "../errors/index.js";
import type { Client } from "./client.js";
import { send } from "./send.js";

/**
 * A standalone function for one operation of an API. It is data that can be called: what it does is written in its
 * {@link OperationSpec}, and one pipeline runs them all.
 *
 * Never rejects and never throws: whatever happens is in the {@link Result}. `await` gives the result,
 * `.$inspect()` the request and response with it.
 */
export interface Operation<Request, Value, Errors = never> {
  /**
   * @param client - Whom to ask and how: an SDK or its `Core`.
   * @param request - What to ask for; checked before anything is sent.
   * @param options - For this call only.
   */
  (
    client: Client,
    request: Request,
    options?: RequestOptions,
  ): APIPromise<Result<Value, Errors | ClientError>>;
}

/**
 * Makes the function of an operation. The specification is given by a function, so that an unused operation leaves no trace in
 * a bundle and a used one is built at its first call.
 */
export function operation<I, O, E = never>(
  define: () => OperationSpec<I, O, E>,
): Operation<I, O, E> {
  let compiled: CompiledOperation | undefined;
  return (client, request, options) =>
    new APIPromise(
      send(() => (compiled ??= compileOperation(define())), client, request, options) as Promise<
        InspectableResult<Result<O, E | ClientError>>
      >, // what the specification's answers promise
    );
}
