import type { Middleware } from "../call/middleware.js";
import type { RetryConfig } from "../spec/retry-config.js";
import type { SecurityScheme } from "../spec/security.js";
import type { HTTPClient } from "../transport/http-client.js";
import type { Logger } from "../transport/logger.js";
import { envFlag } from "../web/env.js";
import { TokenBucket } from "./token-bucket.js";

/** What every SDK can be told at construction. */
export interface ClientOptions {
  /** Where the API is, instead of what its description says. Absolute, http or https. */
  serverURL?: string | undefined;
  /**
   * Whether credentials may go unencrypted to a `serverURL` of `http:` on another machine. Default: false; such a call is an
   * `InvalidRequestError`, and nothing is sent.
   */
  allowHTTP?: boolean | undefined;
  /** Which of the servers of the description, counted from 0. Default: 0. */
  serverIdx?: number | undefined;
  /** Sends the requests, with hooks. Default: the runtime's `fetch`. */
  httpClient?: HTTPClient | undefined;
  /** When calls are repeated. Default: what cannot do its work twice, at most 3 times in all. */
  retryConfig?: RetryConfig | undefined;
  /** How long one attempt may take, its body included, in milliseconds. 0 or less: no limit. Default: 60,000. */
  timeoutMs?: number | undefined;
  /**
   * The largest body of a success, in bytes as they come out of compression. A larger one is a `ResponseValidationError`, and the
   * rest of it is not read. 0 or less: no limit. Default: 0. Of an error a megabyte is read, whatever is said here.
   */
  maxResponseBytes?: number | undefined;
  /** Sent as `User-Agent`, instead of this SDK's own. */
  userAgent?: string | undefined;
  /** Is told of every request and answer, without secrets and bodies. `console` will do. */
  debugLogger?: Logger | undefined;
  /** Runs around every attempt, the first one outermost. */
  middleware?: readonly Middleware[] | undefined;
}

/** A part of a server's URL that an option of the client gives. OpenAPI 3.1, section 4.8.6. */
export interface ServerVariable {
  readonly default: string;
  /** The only values that it may have. Default: any that stay in their part of the URL. */
  readonly values?: readonly string[];
}

/** A server that the API's description names. */
export interface Server {
  /** May hold `{variables}`. */
  readonly url: string;
  /** A name to choose it by, where the description has one. */
  readonly id?: string;
  readonly variables?: Readonly<Record<string, ServerVariable>>;
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

/** What a client knows: what it was told, and what its calls share. */
export interface Settings {
  readonly options: AllOptions;
  readonly config: ClientConfig;
  readonly userAgent: string | undefined;
  readonly logger: Logger | undefined;
  /** Base URLs that were checked already. */
  readonly bases: Map<string, string>;
  /** The same for those that credentials are sent to and that a user has put in the place of the description's. */
  readonly guardedBases: Map<string, string>;
  /** Credential callbacks that are under way, shared by calls that overlap. */
  readonly pendingCredentials: Map<string, Promise<unknown>>;
  readonly bucket: TokenBucket;
}

/** Puts together what a client knows. */
export function createSettings(config: ClientConfig, given: ClientOptions): Settings {
  const options = { ...given } as AllOptions; // generated SDKs have more members
  return {
    options,
    config,
    // Browsers send their own, and treat another as a reason to ask the server first.
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
