import type { SDKCore } from "./core.js";
import {
  type APIPromise,
  type Client,
  type ClientError,
  type PagedResult,
  type RequestOptions,
  type Result,
  UnsupportedOperationError,
  err,
  ok,
} from "../lib/index.js";
import { coordinates } from "./platforms/ampersand/coordinates.js";
import type { Connection, ConnectionsPage } from "./vocabulary/connection.js";
import { checkCoordinates } from "./vocabulary/coordinates.js";
import { unreadable } from "./vocabulary/map-result.js";
import type { Platform } from "./vocabulary/platform.js";
import { failedPages, failedPromise, ownError } from "./vocabulary/promises.js";
import type { ScopesPage, ScopesVerb } from "./vocabulary/scopes.js";
import type {
  ErrorOf,
  ListVerb,
  PlaceOf,
  PlatformTypes,
  RequestOf,
  SingleVerbName,
  Verb,
  VerbName,
  VerbValues,
} from "./vocabulary/verbs.js";

/** What the standalone function of a verb returns. */
export type VerbResult<
  P extends PlatformTypes,
  V extends SingleVerbName,
  Value = VerbValues<P["raw"], PlaceOf<P>>[V],
> = APIPromise<Result<Value, ErrorOf<P, V> | ClientError | UnsupportedOperationError>>;

/** What `connectionsList` returns. */
export type ListResult<P extends PlatformTypes> = PagedResult<
  ConnectionsPage<P["raw"], PlaceOf<P>>,
  Connection<P["raw"], PlaceOf<P>>,
  ErrorOf<P, "list"> | ClientError | UnsupportedOperationError
>;

/** What `connectionsScopes` returns. */
export type ScopesResult<P extends PlatformTypes> = PagedResult<
  ScopesPage<RequestOf<P, "list">>,
  RequestOf<P, "list">,
  ErrorOf<P, "scopes"> | ClientError | UnsupportedOperationError
>;

/**
 * Runs a verb on the platform of a core.
 *
 * @param fallback - The verb of the default platform. Each function passes its own, so that a
 * bundle contains only those it uses.
 */
export function runVerb<
  P extends PlatformTypes,
  V extends SingleVerbName,
  Value = VerbValues<P["raw"], PlaceOf<P>>[V],
>(
  core: SDKCore<P>,
  name: V,
  fallback: Verb<never, unknown, unknown> | undefined,
  request: unknown,
  options: RequestOptions | undefined,
): VerbResult<P, V, Value> {
  const verb = core?._platform === undefined ? fallback : core._platform.verbs[name];
  const ready = prepared(core, name, verb, request);
  const promise = ready.ok
    ? ready.value.verb(core?._client as never, ready.value.request, options)
    : failedPromise(ready.error);
  return promise as VerbResult<P, V, Value>; // of the types that definePlatform checked
}

/**
 * Finds a connection on the platform of a core, without using its credentials if the platform can.
 * The value is `undefined` if there is none, or the error says so.
 */
export function runFind<P extends PlatformTypes>(
  core: SDKCore<P>,
  fallback: Verb<never, unknown, unknown>,
  request: unknown,
  options: RequestOptions | undefined,
): VerbResult<P, "get", Connection<P["raw"], PlaceOf<P>> | undefined> {
  const platform = core?._platform;
  const verb = platform === undefined ? fallback : (platform.find ?? platform.verbs.get);
  const ready = prepared(core, "get", verb as typeof fallback | undefined, request);
  const promise = ready.ok
    ? ready.value.verb(core?._client as never, ready.value.request, options)
    : failedPromise(ready.error);
  return promise as never; // see runVerb
}

/** Runs `list` on the platform of a core. */
export function runList<P extends PlatformTypes>(
  core: SDKCore<P>,
  fallback: ListVerb<never, unknown, unknown>,
  request: unknown,
  options: RequestOptions | undefined,
): ListResult<P> {
  const verb = core?._platform === undefined ? fallback : core._platform.verbs.list;
  const ready = prepared(core, "list", verb, request);
  const pages = ready.ok
    ? ready.value.verb(core?._client as never, ready.value.request, options)
    : failedPages(ready.error);
  return pages as ListResult<P>; // see runVerb
}

/** Runs `scopes` on the platform of a core. It takes the filters of `list`. */
export function runScopes<P extends PlatformTypes>(
  core: SDKCore<P>,
  fallback: ScopesVerb<never, unknown, unknown>,
  request: unknown,
  options: RequestOptions | undefined,
): ScopesResult<P> {
  const { name, coordinates, verbs } = core?._platform ?? { ...defaultPlatform, verbs: undefined };
  const verb = verbs === undefined ? fallback : verbs.scopes;
  if (verb === undefined) return failedPages(new UnsupportedOperationError(name, "scopes"));
  const takes = coordinates?.list && { connection: coordinates.list };
  try {
    const checked = checkCoordinates(name, takes, "scopes", request);
    return verb(core?._client as never, checked as never, options) as never; // see runVerb
  } catch (cause) {
    return failedPages(ownError(cause) ?? unreadable(request, cause));
  }
}

/** A verb that the platform has, and a request for it whose coordinates are checked. */
function prepared<F>(
  core: SDKCore<PlatformTypes>,
  name: VerbName,
  verb: F,
  request: unknown,
): Result<
  { readonly verb: NonNullable<F>; readonly request: never },
  ClientError | UnsupportedOperationError
> {
  const { name: platform, coordinates } = core?._platform ?? defaultPlatform;
  if (verb === undefined || verb === null)
    return err(new UnsupportedOperationError(platform, name));
  try {
    const checked = checkCoordinates(platform, coordinates, name, request);
    return ok({ verb, request: checked as never }); // RequestOf checks its type
  } catch (cause) {
    return err(ownError(cause) ?? unreadable(request, cause));
  }
}

/** What is known of the default platform without its verbs. */
const defaultPlatform: Pick<Platform, "name" | "coordinates"> = { name: "ampersand", coordinates };

/** Runs an operation that only Ampersand has: the deprecated aliases. */
export function onAmpersand<T, E>(
  core: SDKCore,
  name: string,
  run: (client: Client) => APIPromise<Result<T, E>>,
): APIPromise<Result<T, E | UnsupportedOperationError>> {
  const platform = core?._platform?.name ?? defaultPlatform.name;
  // A client for one customer could read those of others with it.
  if (platform === "ampersand" && !core?._platform?.tenant) {
    const client = core?._client as Client; // Ampersand's is one
    return run(client);
  }
  const error = new UnsupportedOperationError(
    platform,
    name,
    "it is a deprecated Ampersand method; use sdk.connections",
  );
  return failedPromise(error);
}
