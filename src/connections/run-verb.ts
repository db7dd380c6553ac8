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
import { failedPromise } from "./vocabulary/map-result.js";
import type {
  ErrorOf,
  ListVerb,
  PlatformTypes,
  SingleVerbName,
  Verb,
  VerbName,
  VerbValues,
} from "./vocabulary/verbs.js";

/** What a verb's function answers. */
export type VerbResult<P extends PlatformTypes, V extends SingleVerbName> = APIPromise<
  Result<VerbValues<P["raw"]>[V], ErrorOf<P, V> | ClientError | UnsupportedOperationError>
>;

/** What `connectionsList` answers. */
export type ListResult<P extends PlatformTypes> = PagedResult<
  ConnectionsPage<P["raw"]>,
  Connection<P["raw"]>,
  ErrorOf<P, "list"> | ClientError | UnsupportedOperationError
>;

/**
 * Does a verb on the platform of a core. `fallback` is how the default platform does it: given by each function itself, so that
 * a bundle holds no verb of it but those that are used.
 */
export function runVerb<P extends PlatformTypes, V extends SingleVerbName>(
  core: SDKCore<P>,
  name: V,
  fallback: Verb<never, unknown, unknown> | undefined,
  request: unknown,
  options: RequestOptions | undefined,
): VerbResult<P, V> {
  const verb = core?._platform === undefined ? fallback : core._platform.verbs[name];
  // What the request and the answer are is known to the platform's types, which RequestOf and VerbResult read.
  const answer =
    verb === undefined
      ? failedPromise(unsupported(core, name))
      : verb(core?._client as never, request as never, options);
  return answer as VerbResult<P, V>;
}

/** Does `list` on the platform of a core. */
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

/** Does something that only Ampersand has: what the deprecated aliases stand for. */
export function onAmpersand<T, E>(
  core: SDKCore,
  name: string,
  ask: (client: Client) => APIPromise<Result<T, E>>,
): APIPromise<Result<T, E | UnsupportedOperationError>> {
  const platform = core?._platform?.name ?? "ampersand";
  if (platform === "ampersand") return ask(core?._client);
  const error = new UnsupportedOperationError(
    platform,
    name,
    "it is an older name of Ampersand's; use sdk.connections",
  );
  return failedPromise(error);
}
