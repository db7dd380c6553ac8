import {
  APIPromise,
  type ClientError,
  PagedResult,
  type Result,
  SDKValidationError,
  UnexpectedClientError,
  err,
  ok,
} from "../../lib/index.js";
import type { Connection, ConnectionsPage } from "./connection.js";
import type { Coordinates } from "./coordinates.js";
import { hideRaw } from "./hide-raw.js";
import { invalidRequest } from "./invalid-request.js";
import { failedPromise, neverRejects, ownError } from "./promises.js";

/**
 * Translates a path in the platform's own request, as validation errors have it, into a path in the
 * request of the verb.
 */
export type PathOf = (path: readonly (string | number)[]) => readonly (string | number)[];

const samePath: PathOf = (path) => path;

/**
 * Calls a function of the platform's own client and maps its value to the value of the verb. The
 * function may return any promise of a `Result`; if it is an `APIPromise`, `$inspect` shows its
 * request and response.
 *
 * Never rejects. If `call` throws while it reads the request, or its promise rejects, the result is
 * that error. If `map` throws, the result is an `UnexpectedClientError`.
 *
 * @param request - The request of the verb. Validation errors refer to it.
 * @param call - Calls the platform's function.
 * @param map - Maps the platform's value to the value of the verb.
 * @param pathOf - Translates the paths of validation errors. Defaults to the same path.
 * @example
 * export const get: VerbOf<Acme, "get"> = (client, request) =>
 *   mapResult(request, () => client.getLink(request.connectionId), connectionOf, pathOf);
 */
export function mapResult<A, B, E>(
  request: unknown,
  call: () => PromiseLike<Result<A, E | ClientError>>,
  map: (value: A) => B,
  pathOf: PathOf = samePath,
): APIPromise<Result<B, E | ClientError>> {
  const promise = started(call, request);
  return new APIPromise(promise._map((result) => mapped(result, request, map, pathOf)));
}

/**
 * {@link mapResult} for a list. If `call` returns a `PagedResult`, from a paged function of this
 * SDK or from `paginate`, each of its pages is mapped. Any other promise is a list of one page.
 *
 * @param request - The request of the verb. Validation errors refer to it.
 * @param call - Calls the platform's function.
 * @param map - Maps a page of the platform to a page of connections. `index` counts the pages from
 * 0.
 * @param pathOf - Translates the paths of validation errors. Defaults to the same path.
 */
export function mapPages<A, Raw, E, Place = Coordinates>(
  request: unknown,
  call: () => PromiseLike<Result<A, E | ClientError>>,
  map: (value: A, index: number) => ConnectionsPage<Raw, Place>,
  pathOf: PathOf = samePath,
): PagedResult<ConnectionsPage<Raw, Place>, Connection<Raw, Place>, E | ClientError> {
  const promise = started(call, request);
  const page = (
    result: Result<A, E | ClientError>,
    index: number,
  ): Result<ConnectionsPage<Raw, Place>, E | ClientError> =>
    mapped(result, request, (value) => map(value, index), pathOf);
  const first = promise._map((result) => page(result, 0));
  async function* pages(): AsyncGenerator<Result<ConnectionsPage<Raw, Place>, E | ClientError>> {
    if (!(promise instanceof PagedResult)) return yield (await first).result;
    let index = 0;
    for await (const each of promise) yield page(each, index++);
  }
  return new PagedResult(first, pages, ({ connections }) => connections);
}

/** A `map` for {@link mapResult} in verbs that return nothing, whatever the platform sends. */
export function asVoid(): void {}

/**
 * Starts a call. It reads the request before anything has checked it, and that can throw for
 * anything that JavaScript can pass.
 */
export function started<A, E>(
  call: () => PromiseLike<Result<A, E>>,
  request: unknown,
): APIPromise<Result<A, E | ClientError>> {
  try {
    return neverRejects(call());
  } catch (cause) {
    return failedPromise(ownError(cause) ?? unreadable(request, cause));
  }
}

/** The error for a request that cannot be read. */
export function unreadable(request: unknown, cause: unknown): SDKValidationError {
  const message = "expected an object with the members that the operation takes";
  return invalidRequest(request, [], message, { cause });
}

/** The result of a call as the verb returns it. Never throws. */
export function mapped<A, B, E>(
  result: Result<A, E | ClientError>,
  request: unknown,
  map: (value: A) => B,
  pathOf: PathOf = samePath,
): Result<B, E | ClientError> {
  try {
    if (result.ok) {
      const value = map(result.value);
      hideRaw(value);
      return ok(value);
    }
    const { error } = result;
    if (!(error instanceof SDKValidationError)) return result;
    const issues = error.issues.map(({ code, path, message }) => ({
      code,
      path: pathOf(path),
      message,
    }));
    return err(new SDKValidationError(issues, request));
  } catch (cause) {
    const message = "The platform's response cannot be mapped to the unified API";
    return err(new UnexpectedClientError(message, { cause }));
  }
}
