import type { APIPromise, Inspection } from "../call/promise.js";
import type { RequestOptions } from "../call/request-options.js";
import type { Result } from "../call/result.js";
import { hide } from "../errors/base.js";
import type { ClientError } from "../errors/index.js";
import type { Schema } from "../schema/types.js";
import { decodeHeaders } from "../spec/response-headers.js";
import type { Client } from "./client.js";
import type { Operation } from "./operation.js";
import type { PagedOperation, PagedResult } from "./pages.js";

/** What `$inspect()` returns beside the result, for an operation that declares response headers. */
export interface InspectionWithHeaders<out Headers> extends Inspection {
  /**
   * The declared headers of a success, decoded by their schemas. `undefined` for errors, which have
   * their own `headers`. Not shown when the inspection is logged.
   */
  readonly headers: Headers | undefined;
}

/** An `APIPromise` whose `$inspect()` returns the declared headers of the response. */
export interface APIPromiseWithHeaders<T, Headers> extends APIPromise<T> {
  $inspect(): Promise<[T, InspectionWithHeaders<Headers>]>;
}

/** A `PagedResult` whose `$inspect()` returns the declared headers of the first page. */
export interface PagedResultWithHeaders<Page, Item, Error, Headers> extends PagedResult<
  Page,
  Item,
  Error
> {
  $inspect(): Promise<[Result<Page, Error>, InspectionWithHeaders<Headers>]>;
}

/** An `Operation` that declares response headers. */
export interface OperationWithHeaders<Request, Value, Errors, Headers, Options = RequestOptions> {
  // No doc comment: editors would show it for every function instead of the function's own.
  (
    client: Client,
    request: Request,
    options?: Options,
  ): APIPromiseWithHeaders<Result<Value, Errors | ClientError>, Headers>;
}

/** A `PagedOperation` that declares response headers. */
export interface PagedOperationWithHeaders<
  Request,
  Page,
  Item,
  Errors,
  Headers,
  Options = RequestOptions,
> {
  // No doc comment: editors would show it for every function instead of the function's own.
  (
    client: Client,
    request: Request,
    options?: Options,
  ): PagedResultWithHeaders<Page, Item, Errors | ClientError, Headers>;
}

/**
 * Adds the declared headers of a success to what `$inspect()` of an operation returns.
 *
 * @param schema - The schema of an object with a member for each header.
 */
export function withHeaders(
  schema: Schema<unknown>,
  call: PagedOperation<unknown, never, never>,
): PagedOperationWithHeaders<unknown, never, never, never, never>;
export function withHeaders(
  schema: Schema<unknown>,
  call: Operation<unknown, never>,
): OperationWithHeaders<unknown, never, never, never>;
export function withHeaders(
  schema: Schema<unknown>,
  call: Operation<unknown, never>,
): OperationWithHeaders<unknown, never, never, never> {
  return (...args) => {
    const promise = call(...args);
    const inspect = promise.$inspect.bind(promise);
    const $inspect = async (): ReturnType<
      APIPromiseWithHeaders<Result<never, ClientError>, never>["$inspect"]
    > => {
      const [result, inspection] = await inspect();
      const { response } = inspection;
      const headers = result.ok && response ? decodeHeaders(schema, response.headers) : undefined;
      hide(inspection, { headers });
      return [result, inspection as InspectionWithHeaders<never>]; // with its hidden members
    };
    return Object.assign(promise, { $inspect });
  };
}
