import type { ClientError } from "../errors/index.js";
import type { TransportResponse } from "../web/transport-response.js";
import type { Call } from "./call.js";
import type { Result } from "./result.js";

/**
 * Makes one attempt of a call. Resolves to the response with its body unread, or to the error that
 * prevented one.
 */
export type Handler = (call: Call) => Promise<Result<TransportResponse, ClientError>>;

/**
 * Wraps every attempt of every call. Takes the next handler and returns a handler: code before
 * `next(call)` runs before the request is sent, code after it when the response headers have
 * arrived.
 *
 * - It runs once per attempt, inside retries, timeout and authentication: `call.attempt` counts up,
 *   the credentials are in the headers, and `call.signal` aborts the attempt.
 * - It may pass a changed copy of the call to `next`, call `next` more than once, or not at all.
 * - HTTP statuses are not errors here: a 500 is `{ ok: true }` with a response of status 500.
 * - It must leave the body unread, or return a response whose body is unread.
 * - If it throws, the call ends with an `UnexpectedClientError`.
 *
 * @example
 * const tenant: Middleware = (next) => (call) =>
 *   next({ ...call, headers: { ...call.headers, "x-tenant": "acme" } });
 */
export type Middleware = (next: Handler) => Handler;
