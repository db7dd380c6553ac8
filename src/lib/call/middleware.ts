import type { ClientError } from "../errors/index.js";
import type { TransportResponse } from "../web/transport-response.js";
import type { Call } from "./call.js";
import type { Result } from "./result.js";

/** Makes one attempt of a call: resolves to the response, its body unread, or to the error that prevented one. */
export type Handler = (call: Call) => Promise<Result<TransportResponse, ClientError>>;

/**
 * Code around every attempt. Takes the next handler and returns one: code before `next(call)` runs before the request is sent,
 * code after it once the headers of the response have arrived.
 *
 * - It runs inside retries, timeout and authentication: once per attempt, with `call.attempt` counting up, the credentials in
 *   the headers, and `call.signal` aborting the attempt.
 * - It may pass on a changed copy of the call, return without calling `next`, or call it more than once.
 * - HTTP statuses are not errors here: a 500 is `{ ok: true }` with a response of status 500.
 * - It must leave the body unread, or return a response whose body has not been read.
 * - If it throws, the call ends with an `UnexpectedClientError`.
 *
 * @example
 * const tenant: Middleware = (next) => (call) =>
 *   next({ ...call, headers: { ...call.headers, "x-tenant": "acme" } });
 */
export type Middleware = (next: Handler) => Handler;
