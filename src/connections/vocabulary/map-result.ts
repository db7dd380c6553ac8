import {
  APIPromise,
  type ClientError,
  type ClientOptions,
  PagedResult,
  type Result,
  SDKValidationError,
  UnexpectedClientError,
  err,
  ok,
} from "../../lib/index.js";
import type { Connection, ConnectionsPage } from "./connection.js";

/** Translates the path of an issue in a platform's own request into the path in the request of the verb. */
export type PathOf = (path: readonly (string | number)[]) => readonly (string | number)[];

const samePath: PathOf = (path) => path;

/**
 * Calls one of a platform's own functions and maps its value into the vocabulary. Never rejects: what `call` throws becomes an
 * `SDKValidationError`, what `map` throws an `UnexpectedClientError`.
 *
 * @param request - The request of the verb, for errors that name what is wrong with it.
 * @param call - Calls the platform's function.
 * @param map - Makes the value of the verb.
 * @param pathOf - Where validation errors of the platform's request belong in the request of the verb. Defaults to the same path.
 */
export function mapResult<A, B, E>(
  request: unknown,
  call: () => APIPromise<Result<A, E | ClientError>>,
  map: (value: A) => B,
  pathOf: PathOf = samePath,
): APIPromise<Result<B, E | ClientError>> {
  const promise = guarded(call, request);
  return new APIPromise(promise._map((result) => mapped(result, request, map, pathOf)));
}

/** {@link mapResult} for a list: in the pages that the platform returns, or in one page if it returns everything at once. */
export function mapPages<A, Raw, E>(
  request: unknown,
  call: () => APIPromise<Result<A, E | ClientError>>,
  map: (value: A) => ConnectionsPage<Raw>,
  pathOf: PathOf = samePath,
): PagedResult<ConnectionsPage<Raw>, Connection<Raw>, E | ClientError> {
  const promise = guarded(call, request);
  const page = (
    result: Result<A, E | ClientError>,
  ): Result<ConnectionsPage<Raw>, E | ClientError> => mapped(result, request, map, pathOf);
  const first = promise._map(page);
  async function* pages(): AsyncGenerator<Result<ConnectionsPage<Raw>, E | ClientError>> {
    if (!(promise instanceof PagedResult)) return yield (await first).result;
    for await (const each of promise) yield page(each);
  }
  return new PagedResult(first, pages, ({ connections }) => connections);
}

/** The promise of a verb that fails before anything is sent. */
export function failedPromise<E>(error: E): APIPromise<{ ok: false; error: E }> {
  return new APIPromise(Promise.resolve({ result: err(error) }));
}

/** Maps every value to `undefined`: the `map` of verbs that return nothing, whatever the platform sends. */
export function asVoid(): void {}

/** Requests are read before they are checked, and reading may fail for anything that JavaScript can pass. */
function guarded<A, E>(
  call: () => APIPromise<Result<A, E>>,
  request: unknown,
): APIPromise<Result<A, E | ClientError>> {
  try {
    return call();
  } catch (cause) {
    return failedPromise(cause instanceof SDKValidationError ? cause : unreadable(request, cause));
  }
}

function unreadable(request: unknown, cause: unknown): SDKValidationError {
  const message = "expected an object with the members that the operation takes";
  return invalidRequest(request, [], message, { cause });
}

/**
 * The error of a request that a verb finds invalid itself; throw it in the `call` of {@link mapResult}.
 *
 * @param request - The request as it was passed.
 * @param path - The member that is invalid; empty for the request as a whole.
 * @param message - What was expected: `expected a connector key, such as "postgres"`.
 */
export function invalidRequest(
  request: unknown,
  path: readonly string[],
  message: string,
  options?: { readonly cause: unknown },
): SDKValidationError {
  return new SDKValidationError([{ code: "invalid_value", path, message }], request, options);
}

/** A platform's own options over those that were passed to the SDK beside it. `undefined` counts as absent. */
export function mergeOptions<T extends ClientOptions>(shared: ClientOptions, own: T): T {
  const given = Object.entries(own).filter(([, value]) => value !== undefined);
  return { ...shared, ...Object.fromEntries(given) } as T; // every option is optional
}

function mapped<A, B, E>(
  result: Result<A, E | ClientError>,
  request: unknown,
  map: (value: A) => B,
  pathOf: PathOf,
): Result<B, E | ClientError> {
  if (result.ok) {
    try {
      return ok(map(result.value));
    } catch (cause) {
      const message = "The platform's response cannot be mapped to the unified API";
      return err(new UnexpectedClientError(message, { cause }));
    }
  }
  const { error } = result;
  if (!(error instanceof SDKValidationError)) return result;
  const issues = error.issues.map(({ code, path, message }) => ({
    code,
    path: pathOf(path),
    message,
  }));
  return err(new SDKValidationError(issues, request));
}
