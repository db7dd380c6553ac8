import type { ClientError } from "../errors.js";
import type { Reply } from "../web/reply.js";
import type { Call } from "./call.js";
import type { Result } from "./result.js";

/** Does one attempt of a call: answers with the reply, its body unread, or with the error that kept it from coming. */
export type Handler = (call: Call) => Promise<Result<Reply, ClientError>>;

/**
 * Code around every attempt. Takes the next handler and returns one: what stands before `next(call)` runs before the
 * request is sent, what stands after it when headers have arrived.
 *
 * - It runs inside retries, deadline and signing: once for each attempt, with `call.attempt` counting, the credentials
 *   in the headers, and `call.signal` ending the attempt.
 * - It may hand on a changed copy of the call, answer without calling `next`, or call it more than once.
 * - HTTP statuses are no errors here: a 500 is `{ ok: true }` with a reply of status 500.
 * - It must leave the body unread, or answer with a reply whose body is not read yet.
 * - What it throws becomes an `UnexpectedClientError`.
 *
 * @example
 * const tenant: Middleware = (next) => (call) =>
 *   next({ ...call, headers: { ...call.headers, "x-tenant": "acme" } });
 */
export type Middleware = (next: Handler) => Handler;
