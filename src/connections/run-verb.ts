import type { SDKCore } from "./core.js";
import {
  type APIPromise,
  type Client,
  type ClientError,
  PagedResult,
  type RequestOptions,
  type Result,
  UnsupportedOperationError,
  err,
} from "../lib/index.js";
import type { Connection, ConnectionsPage } from "./vocabulary/connection.js";
import { failedPromise } from "./vocabulary/promises.js";
import type {
  ErrorOf,
  ListVerb,
  PlatformTypes,
  SingleVerbName,
  Verb,
  VerbName,
  VerbValues,
} from "./vocabulary/verbs.js";

/** What the standalone function of a verb returns. */
export type VerbResult<P extends PlatformTypes, V extends SingleVerbName> = APIPromise<
  Result<VerbValues<P["raw"]>[V], ErrorOf<P, V> | ClientError | UnsupportedOperationError>
>;

/** What `connectionsList` returns. */
export type ListResult<P extends PlatformTypes> = PagedResult<
  ConnectionsPage<P["raw"]>,
  Connection<P["raw"]>,
  ErrorOf<P, "list"> | ClientError | UnsupportedOperationError
>;

/**
 * Runs a verb on the platform of a core.
 *
 * @param fallback - The verb of the default platform. Each function passes its own, so that a
 * bundle contains only those it uses.
 */
export function runVerb<P extends PlatformTypes, V extends SingleVerbName>(
  core: SDKCore<P>,
  name: V,
  fallback: Verb<never, unknown, unknown> | undefined,
  request: unknown,
  options: RequestOptions | undefined,
): VerbResult<P, V> {
  const verb = core?._platform === undefined ? fallback : core._platform.verbs[name];
  const promise =
    verb === undefined
      ? failedPromise(unsupported(core, name))
      : verb(core?._client as never, request as never, options); // checked by RequestOf
  return promise as VerbResult<P, V>; // of the types that definePlatform checked
}

/** Runs `list` on the platform of a core. */
export function runList<P extends PlatformTypes>(
  core: SDKCore<P>,
  fallback: ListVerb<never, unknown, unknown>,
  request: unknown,
  options: RequestOptions | undefined,
): ListResult<P> {
  const verb = core?._platform === undefined ? fallback : core._platform.verbs.list;
  if (verb !== undefined)
    return verb(core?._client as never, request as never, options) as ListResult<P>; // see runVerb
  const result = err(unsupported(core, "list"));
  async function* pages(): AsyncGenerator<typeof result> {
    yield result;
  }
  return new PagedResult(Promise.resolve({ result }), pages, () => []) as ListResult<P>;
}

function unsupported(core: SDKCore<PlatformTypes>, name: VerbName): UnsupportedOperationError {
  return new UnsupportedOperationError(core?._platform?.name ?? "ampersand", name);
}

/** Runs an operation that only Ampersand has: the deprecated aliases. */
export function onAmpersand<T, E>(
  core: SDKCore,
  name: string,
  run: (client: Client) => APIPromise<Result<T, E>>,
): APIPromise<Result<T, E | UnsupportedOperationError>> {
  const platform = core?._platform?.name ?? "ampersand";
  if (platform === "ampersand") return run(core?._client as Client); // Ampersand's client is one
  const error = new UnsupportedOperationError(
    platform,
    name,
    "it is a deprecated Ampersand method; use sdk.connections",
  );
  return failedPromise(error);
}
