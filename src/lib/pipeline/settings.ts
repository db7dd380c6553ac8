import type { CallMiddleware } from "../call/call-middleware.js";
import type { Middleware } from "../call/middleware.js";
import type { OnResponseIssues, ResponseValidation } from "../call/response-validation.js";
import type { RetryConfig } from "../spec/retry-config.js";
import type { SecurityScheme } from "../spec/security.js";
import type { Logger } from "../transport/logger.js";
import type { Transport } from "../transport/transport.js";
import { envFlag } from "../web/env.js";
import { TokenBucket } from "./token-bucket.js";

/** Options of a client. */
export interface ClientOptions {
  /** Base URL of the API, http or https. Defaults to the server of the API's document. */
  serverURL?: string | undefined;
  /**
   * Allows sending credentials unencrypted to an `http:` `serverURL` on another machine. Defaults
   * to `false`: such a call ends with an `InvalidRequestError`, and nothing is sent.
   */
  allowHTTP?: boolean | undefined;
  /** Index of the server in the API's document. Defaults to 0. */
  serverIdx?: number | undefined;
  /**
   * Sends the requests: an `HTTPClient`, which can have hooks, or a transport of your own. Defaults
   * to the runtime's `fetch`.
   */
  httpClient?: Transport | undefined;
  /** When and how to retry. Defaults to 3 attempts of calls that are safe to retry. */
  retryConfig?: RetryConfig | undefined;
  /**
   * Timeout for each attempt in milliseconds, including the response body. Defaults to 60,000.
   * Set 0 to disable.
   */
  timeoutMs?: number | undefined;
  /**
   * Maximum size of a successful response body in bytes, after decompression. A larger one ends the
   * call with a `ResponseValidationError`. Defaults to 67,108,864 (64 MiB). Set 0 to disable. Error
   * bodies are always truncated to about 1 MB.
   */
  maxResponseBytes?: number | undefined;
  /**
   * How to treat a 2xx response that does not fit its schema. `lenient` decodes what fits and keeps
   * the rest as it came, `strict` ends the call with a `ResponseValidationError`. Defaults to
   * `lenient`.
   */
  responseValidation?: ResponseValidation | undefined;
  /**
   * Receives the issues of each response that was kept although parts of it do not fit, for your
   * logs or metrics. What it throws is ignored.
   */
  onResponseIssues?: OnResponseIssues | undefined;
  /** The `User-Agent` header. Defaults to the SDK's name and version. Browsers send their own. */
  userAgent?: string | undefined;
  /** Logs requests and responses, without bodies. Credentials are redacted. Can be `console`. */
  debugLogger?: Logger | undefined;
  /**
   * Middleware to run around every call: outside of retries, once per page of a list. The first one
   * is the outermost.
   */
  callMiddleware?: readonly CallMiddleware[] | undefined;
  /** Middleware to run around every attempt. The first one is the outermost. */
  middleware?: readonly Middleware[] | undefined;
}

/**
 * A variable in a server's URL, set by the client option of the same name (OpenAPI 3.1
 * section 4.8.6).
 */
export interface ServerVariable {
  /** The value if the option is not set. Without it, the option is required. */
  readonly default?: string;
  /**
   * The allowed values. Without them, any value that stays in its part of the URL is allowed; at
   * the start of the URL any http or https URL.
   */
  readonly values?: readonly string[];
}

/** A server that the document declares. */
export interface Server {
  /** The URL, which may contain `{variables}`. */
  readonly url: string;
  /** The name to select it by, if the document has one. */
  readonly id?: string;
  /** The variables in the URL by name. */
  readonly variables?: Readonly<Record<string, ServerVariable>>;
}

/** The configuration that a generated SDK passes to its client. */
export interface ClientConfig {
  /** The servers that the document declares, in its order. */
  readonly servers: readonly (Server | string)[];
  /** Selects a server, if they have names or variables. Defaults to a selection by `serverIdx`. */
  readonly select?: (
    config: ClientConfig,
    options: Readonly<Record<string, unknown>>,
  ) => string | undefined;
  /** The prefix of environment variables: `<env>_DEBUG`, `<env>_<OPTION>`. */
  readonly env?: string;
  /** The default of the `userAgent` option. */
  readonly userAgent?: string;
  /** Alternative credentials, each a list of schemes that are required together. */
  readonly security?: readonly (readonly SecurityScheme[])[];
  /** Client options that are the defaults of request members of the same name. */
  readonly globals?: readonly string[];
  /** The default of the `retryConfig` option, as the document declares it. */
  readonly retries?: RetryConfig;
}

/** The options of a client, including those that generated SDKs add. */
type AllOptions = ClientOptions & {
  readonly server?: string;
  readonly security?: unknown;
} & Readonly<Record<string, unknown>>;

/** The options of a client, and the state that its calls share. */
export interface Settings {
  readonly options: AllOptions;
  readonly config: ClientConfig;
  readonly userAgent: string | undefined;
  readonly logger: Logger | undefined;
  /** Validated base URLs. */
  readonly bases: Map<string, string>;
  /** Validated base URLs that replace the document's and that credentials are sent to. */
  readonly guardedBases: Map<string, string>;
  /** Promises of credential callbacks, how many attempts wait for each, and when sharing ends. */
  readonly pendingCredentials: Map<
    unknown,
    { promise: Promise<unknown>; waiting: number; until: number }
  >;
  readonly bucket: TokenBucket;
}

/** Creates the settings of a client. Copies the options, so that later changes have no effect. */
export function createSettings(config: ClientConfig, clientOptions: ClientOptions): Settings {
  const options = { ...clientOptions } as AllOptions; // generated SDKs have more members
  return {
    options,
    config,
    // Browsers send their own, and another one would require a CORS preflight.
    userAgent: "document" in globalThis ? undefined : (options.userAgent ?? config.userAgent),
    logger:
      options.debugLogger ??
      (config.env !== undefined && envFlag(`${config.env}_DEBUG`) ? console : undefined),
    bases: new Map(),
    guardedBases: new Map(),
    pendingCredentials: new Map(),
    bucket: new TokenBucket(),
  };
}
