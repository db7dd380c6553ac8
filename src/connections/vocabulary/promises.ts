import {
  APIPromise,
  type ClientError,
  PagedResult,
  type Result,
  SDKError,
  UnexpectedClientError,
  err,
} from "../../lib/index.js";
import type { InspectableResult } from "../../lib/call/promise.js";
import { isA, messageOf } from "../../lib/errors/base.js";

/** The promise of a call that fails before a request is sent. */
export function failedPromise<E>(error: E): APIPromise<{ ok: false; error: E }> {
  return new APIPromise(Promise.resolve({ result: err(error) }));
}

/** The pages of a list that fails before a request is sent. */
export function failedPages<E>(error: E): PagedResult<never, never, E> {
  const result = err(error);
  async function* pages(): AsyncGenerator<typeof result> {
    yield result;
  }
  return new PagedResult(Promise.resolve({ result }), pages, () => []);
}

/**
 * Turns any promise of a result into an `APIPromise` that never rejects. An `APIPromise` is
 * returned as it is, so that `$inspect` keeps the request and response.
 */
export function neverRejects<A, E>(
  promise: PromiseLike<Result<A, E>>,
): APIPromise<Result<A, E | ClientError>> {
  if (promise instanceof APIPromise) return promise;
  return new APIPromise<Result<A, E | ClientError>>(
    Promise.resolve(promise).then(
      (result) => ({ result }),
      (cause: unknown) => ({ result: err(clientErrorOf(cause)) }),
    ),
  );
}

/** What was thrown, if it is an error of this SDK. */
export function ownError(cause: unknown): ClientError | undefined {
  // the compiler cannot know what was thrown
  return isA(cause, SDKError) ? (cause as ClientError) : undefined;
}

/** The error for whatever a platform's client threw. */
export function clientErrorOf(cause: unknown): ClientError {
  return (
    ownError(cause) ?? new UnexpectedClientError(`Unexpected error: ${messageOf(cause)}`, { cause })
  );
}

/** The result of a promise with the request and response that led to it. */
export function inspectable<T>(promise: APIPromise<T>): Promise<InspectableResult<T>> {
  return promise._map((result) => result);
}

/**
 * Makes a second call if the first one succeeds. `$inspect` shows the request and response of the
 * last call.
 */
export function andThen<A, B, E, F>(
  first: APIPromise<Result<A, E>>,
  second: (value: A) => APIPromise<Result<B, F>>,
): APIPromise<Result<B, E | F>> {
  type Last = InspectableResult<Result<B, E | F>>;
  const last = inspectable(first).then((settled): Last | Promise<Last> => {
    const { result } = settled;
    return result.ok ? inspectable(second(result.value)) : { ...settled, result };
  });
  return new APIPromise(last);
}
