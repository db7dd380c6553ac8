import type { Method } from "../spec/operation-spec.js";
import type { RequestOptions } from "./request-options.js";
import type { Result } from "./result.js";

/** What middleware knows of an operation. */
export interface OperationInfo {
  /** The operation's id in the API's document: `listConnections`. */
  readonly id: string;
  /** The HTTP method. */
  readonly method: Method;
  /** The path template: `/projects/{projectIdOrName}/connections`. */
  readonly path: string;
  /** Whether the operation is idempotent (RFC 9110 section 9.2.2). */
  readonly idempotent: boolean;
}

/** A call of an operation, before the request is validated and encoded. A plain value. */
export interface OperationCall {
  readonly operation: OperationInfo;
  /** The request as the caller passed it; for a later page, with the cursor in it. */
  readonly request: unknown;
  readonly options: RequestOptions;
  /** @internal What the SDK needs to make the call. A copy of the call carries it along. */
  readonly context: object;
}

/** Makes a call: resolves to the value, or to any error that the function can return. */
export type CallHandler = (call: OperationCall) => Promise<Result<unknown, unknown>>;

/**
 * Code around a whole call: outside of validation, retries, timeouts and decoding. Takes the next
 * handler and returns one. For a list it runs once per page.
 *
 * - It may pass on a changed copy of the call, return a result of its own without calling `next`,
 *   or call it more than once.
 * - Errors are data here: it receives `{ ok: false, error }`, as the caller of the function does.
 * - If it throws, the call ends with an `UnexpectedClientError`.
 *
 * For code around every attempt, see `Middleware`.
 *
 * @example
 * const timed: CallMiddleware = (next) => async (call) => {
 *   const started = performance.now();
 *   const result = await next(call);
 *   console.log(call.operation.id, result.ok, performance.now() - started);
 *   return result;
 * };
 */
export type CallMiddleware = (next: CallHandler) => CallHandler;
