import type { Ampersand, AmpersandOptions } from "./ampersand/platform.js";
import { SDKNodePlatformCore } from "./ampersand/core.js";
import { env, envFlag } from "./lib/env.js";
import {
  type APIPromise,
  type Client,
  type ClientError,
  type ClientOptions,
  PagedResult,
  type RequestOptions,
  type Result,
  UnsupportedOperationError,
  err,
} from "./lib/index.js";
import type { Connection, ConnectionsPage } from "./models/components/connection.js";
import {
  type ErrorOf,
  type ListVerb,
  type Platform,
  type PlatformTypes,
  type SingleVerbName,
  type Verb,
  type VerbName,
  type VerbValues,
  failed,
} from "./platform.js";

/**
 * What `new SDK(...)` and `new SDKCore(...)` take: a platform, or the key of the default one, Ampersand. The environment stands
 * in for what is not given: `CONNECTIONS_SDK_API_KEY_HEADER`, `CONNECTIONS_SDK_DEBUG`.
 */
export type SDKOptions<P extends PlatformTypes = Ampersand> =
  | (AmpersandOptions & { platform?: undefined })
  | (ClientOptions & { platform: Platform<P> });

/**
 * Whom the standalone functions ask: a platform and how to reach it. Make one and use it throughout an application; a bundle
 * holds only the functions that you import.
 *
 * @example
 * const core = new SDKCore({ apiKeyHeader: "<YOUR_API_KEY_HERE>" });
 * const res = await connectionsList(core, { projectIdOrName: "my-project" });
 */
export class SDKCore<P extends PlatformTypes = Ampersand> {
  /** @internal */
  declare readonly _platform: Platform<P> | undefined;
  /** @internal */
  declare readonly _client: Client;

  constructor(options: SDKOptions<P> = {}) {
    const { platform, ...rest } = options;
    rest.debugLogger ??= envFlag("CONNECTIONS_SDK_DEBUG") ? console : undefined;
    const client = platform === undefined ? defaultClient(rest) : platform.connect(rest);
    // Not enumerable, so that logging an SDK does not show its keys.
    Object.defineProperties(this, { _platform: { value: platform }, _client: { value: client } });
  }
}

function defaultClient(options: AmpersandOptions): Client {
  // What is given goes before what the environment says, a token before its key as well.
  const key =
    options.apiKeyHeader || options.bearer ? undefined : env("CONNECTIONS_SDK_API_KEY_HEADER");
  return new SDKNodePlatformCore(key === undefined ? options : { ...options, apiKeyHeader: key });
}

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
export function perform<P extends PlatformTypes, V extends SingleVerbName>(
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
      ? failed(unsupported(core, name))
      : verb(core?._client, request as never, options);
  return answer as VerbResult<P, V>;
}

/** Does `list` on the platform of a core. */
export function performList<P extends PlatformTypes>(
  core: SDKCore<P>,
  fallback: ListVerb<never, unknown, unknown>,
  request: unknown,
  options: RequestOptions | undefined,
): ListResult<P> {
  const verb = core?._platform === undefined ? fallback : core._platform.verbs.list;
  if (verb !== undefined) return verb(core?._client, request as never, options) as ListResult<P>; // see perform
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
  return failed(error);
}
