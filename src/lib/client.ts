import type { Call } from "./call.js";
import { envFlag } from "./env.js";
import type { HeadersLike } from "./headers.js";
import { type HTTPClient } from "./http-client.js";
import { type Logger } from "./logger.js";
import type { Middleware } from "./middleware.js";
import { type Pipeline, pipeline } from "./pipeline.js";
import { TokenBucket } from "./token-bucket.js";
import type { RetryConfig } from "./retry-config.js";
import type { SecurityScheme } from "./security.js";
import type { Server } from "./servers.js";

/** What every SDK can be told at construction. */
export interface ClientOptions {
  /** Where the API is, instead of what its description says. Absolute, http or https. */
  serverURL?: string | undefined;
  /** Which of the servers of the description, counted from 0. Default: 0. */
  serverIdx?: number | undefined;
  /** Sends the requests, with hooks. Default: the runtime's `fetch`. */
  httpClient?: HTTPClient | undefined;
  /** When calls are repeated. Default: what cannot do its work twice, at most 3 times in all. */
  retryConfig?: RetryConfig | undefined;
  /** How long one attempt may take, its body included, in milliseconds. 0 or less: no limit. Default: 60,000. */
  timeoutMs?: number | undefined;
  /** Sent as `User-Agent`, instead of this SDK's own. */
  userAgent?: string | undefined;
  /** Is told of every request and answer, without secrets and bodies. `console` will do. */
  debugLogger?: Logger | undefined;
  /** Runs around every attempt, the first one outermost. */
  middleware?: readonly Middleware[] | undefined;
}

/** What a single call can be told, as the last argument of functions and methods. Never written to. */
export interface RequestOptions {
  /** How long one attempt may take, its body included, in milliseconds. 0 or less: no limit. */
  timeoutMs?: number | undefined;
  /** When this call is repeated. */
  retries?: RetryConfig | undefined;
  /** Statuses that this call is repeated on, as `"429"` or `"5XX"`, instead of 408, 429, 502, 503 and 504. */
  retryCodes?: readonly string[] | undefined;
  /** Where this call goes. */
  serverURL?: string | undefined;
  /** Passed on to `fetch`, except method and body. */
  fetchOptions?: Omit<RequestInit, "method" | "body"> | undefined;
  /**
   * Sent with this call; `null` takes away a header that would be sent, except the client's credentials. Wins over
   * `fetchOptions.headers`.
   */
  headers?: HeadersLike | undefined;
  /** Ends the call, waiting between attempts included. */
  signal?: AbortSignal | undefined;
  /** Sent as `Idempotency-Key`, the same on every attempt; with it POST and PATCH are repeated as well. */
  idempotencyKey?: string | undefined;
}

/** What a generated SDK tells its client about the API. */
export interface ClientConfig {
  readonly servers: readonly (Server | string)[];
  /** How to choose among them, where they have names or variables. Default: by `serverIdx`. */
  readonly select?: (
    config: ClientConfig,
    options: Readonly<Record<string, unknown>>,
  ) => string | undefined;
  /** The prefix of environment variables: `<env>_DEBUG`, `<env>_<OPTION>`. */
  readonly env?: string;
  readonly userAgent?: string;
  /** Alternatives, each of schemes that are needed together. */
  readonly security?: readonly (readonly SecurityScheme[])[];
  /** Client options that stand in for request members of the same name. */
  readonly globals?: readonly string[];
  readonly retries?: RetryConfig;
}

/** The options as the inside reads them: with the members that generated SDKs add. */
type AllOptions = ClientOptions & {
  readonly server?: string;
  readonly security?: unknown;
} & Readonly<Record<string, unknown>>;

/** What stands behind a client. */
export interface Runtime {
  readonly options: AllOptions;
  readonly config: ClientConfig;
  readonly serverURL: string | undefined;
  readonly userAgent: string | undefined;
  readonly logger: Logger | undefined;
  readonly globals: Readonly<Record<string, unknown>>;
  /** Base URLs that were checked already. */
  readonly bases: Map<string, string>;
  /** Credential callbacks that are under way, shared by calls that overlap. */
  readonly asking: Map<string, Promise<unknown>>;
  readonly bucket: TokenBucket;
  readonly run: Pipeline;
}

/** Whom to ask and how: what standalone functions take first. SDK classes are clients too. */
export class Client {
  /** @internal A plain member and not a private one, so that a function of one build (ESM) takes a client of the other (CommonJS). */
  declare readonly _runtime: Runtime;

  constructor(config: ClientConfig, options: ClientOptions) {
    // Not enumerable, so that logging an SDK does not show its keys.
    Object.defineProperty(this, "_runtime", { value: start(config, { ...options } as AllOptions) });
  }
}

/** What stands behind a client. Throws where the value is none. */
export function runtimeOf(client: Client): Runtime {
  const runtime = (client as Client | undefined)?._runtime;
  if (runtime === undefined) throw new TypeError("the first argument must be an SDK or its Core");
  return runtime;
}

function start(config: ClientConfig, options: AllOptions): Runtime {
  const globals: Record<string, unknown> = {};
  for (const name of config.globals ?? []) globals[name] = options[name];
  let run: Pipeline | undefined;
  const runtime: Runtime = {
    options,
    config,
    serverURL: options.serverURL || undefined,
    // Browsers send their own, and treat another as a reason to ask the server first.
    userAgent: "document" in globalThis ? undefined : (options.userAgent ?? config.userAgent),
    logger:
      options.debugLogger ??
      (config.env !== undefined && envFlag(`${config.env}_DEBUG`) ? console : undefined),
    globals,
    bases: new Map(),
    asking: new Map(),
    bucket: new TokenBucket(),
    // Put together at the first call: constructing a client costs nothing.
    run: (call: Call) => (run ??= pipeline(runtime))(call),
  };
  return runtime;
}
