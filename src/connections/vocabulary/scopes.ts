import {
  type Client,
  type ClientError,
  PagedResult,
  type RequestOptions,
  type Result,
} from "../../lib/index.js";
import { kindOf } from "../../lib/schema/base.js";
import { type CoordinateName, NAMES } from "./coordinates.js";
import { invalidRequest } from "./invalid-request.js";
import { mapped, type PathOf, started } from "./map-result.js";
import { stringOf } from "./read.js";

/** A page of scopes. */
export interface ScopesPage<ListRequest> {
  /** Requests for `list`. Those of all pages cover what was asked for, each connection once. */
  scopes: ListRequest[];
}

/** The function of the `scopes` verb. It must never reject and never throw: use `mapScopes`. */
export type ScopesVerb<Request, ListRequest, Errors, Core = Client> = (
  client: Core,
  request: Request,
  options?: RequestOptions,
) => PagedResult<ScopesPage<ListRequest>, ListRequest, Errors | ClientError>;

/**
 * `mapPages` for the `scopes` verb: maps what a platform's function returns to requests for `list`.
 * If `call` returns a `PagedResult`, each of its pages is mapped.
 *
 * @param request - The request of the verb. Validation errors refer to it.
 * @param call - Calls the platform's function.
 * @param map - Maps a page of the platform to requests for `list`.
 * @param pathOf - Translates the paths of validation errors. Defaults to the same path.
 */
export function mapScopes<A, ListRequest, E>(
  request: unknown,
  call: () => PromiseLike<Result<A, E | ClientError>>,
  map: (value: A) => ListRequest[],
  pathOf?: PathOf,
): PagedResult<ScopesPage<ListRequest>, ListRequest, E | ClientError> {
  type Page = Result<ScopesPage<ListRequest>, E | ClientError>;
  const promise = started(() => {
    checkFilters(request);
    return call();
  }, request);
  const page = (result: Result<A, E | ClientError>): Page =>
    mapped(result, request, (value) => ({ scopes: map(value) }), pathOf);
  async function* pages(): AsyncGenerator<Page> {
    if (!(promise instanceof PagedResult)) return yield page(await promise);
    for await (const each of promise) yield page(each);
  }
  return new PagedResult(promise._map(page), pages, ({ scopes }) => scopes);
}

/** Throws if a filter is no string: it would end up in the scopes as it is. */
function checkFilters(request: unknown): void {
  for (const name of NAMES) {
    const value = (Object(request) as { readonly [N in CoordinateName]?: unknown })[name];
    if (value !== undefined && typeof value !== "string")
      throw invalidRequest(request, [name], `expected string, received ${kindOf(value)}`);
  }
}

/** The coordinates of a request: what each of its scopes filters by. */
export function filtersOf<Request extends object>(
  request: Request,
): Pick<Request, CoordinateName & keyof Request> {
  const given = NAMES.filter((name) => name in request);
  const filters = given.map((name) => [name, request[name as keyof Request]] as const);
  return Object.fromEntries(filters) as Pick<Request, CoordinateName & keyof Request>; // those only
}

/** An id, without which a scope would be left out and an audit would miss it. */
export function requiredId(id: unknown): string {
  const found = stringOf(id);
  if (found === undefined) throw new TypeError("expected an id");
  return found;
}
