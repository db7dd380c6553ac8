import type { ClientConfig, ClientOptions } from "../pipeline/settings.js";
import type { RetryConfig } from "../spec/retry-config.js";

/** A value, or a promise of it. */
export type Awaitable<T> = T | Promise<T>;

/**
 * What hooks know of a call. All hooks of a call receive the same object, for every attempt, so you
 * can keep state of your own on it.
 */
export interface CallHookContext<Options = ClientOptions> {
  /** The operation's id in the API's document: `listPets`. */
  operationID: string;
  /** The OAuth 2.0 scopes that the operation requires; `null` if it requires none. */
  oAuth2Scopes: string[] | null;
  /** The base URL of the call, without a trailing slash. */
  baseURL: string;
  /** When and how the call is retried. */
  retryConfig: RetryConfig;
  /** The number of the current attempt, starting at 1. */
  attempt: number;
  /** The options of the client. Hidden when the context is logged: it holds the credentials. */
  readonly options: Options;
}

/** The parts of a request before it becomes a `Request`. */
export interface RequestInput {
  /** The complete URL, including the query. */
  url: URL;
  /** Method, headers, body and the like. */
  options?: RequestInit | undefined;
}

/**
 * Code that runs at fixed points of the life of a client and its calls. All members are optional.
 *
 * The members that take a context run once per attempt, within the attempt's timeout, with the
 * credentials in the request. A hook may throw or return an `Error` to end the call: an error of
 * this SDK is returned as it is, any other as the `cause` of an `UnexpectedClientError`.
 */
export interface CallHook<Options = ClientOptions> {
  /**
   * Runs when a client is created. Receives a copy of its options and returns those to use, for
   * example with another `serverURL` or `httpClient`. Must be synchronous. If it throws, every call
   * of the client ends with an `UnexpectedClientError`.
   */
  sdkInit?(options: Options): Options | void;
  /** Runs before the `Request` is created. Returns its parts, to change the URL for example. */
  beforeCreateRequest?(
    context: CallHookContext<Options>,
    input: RequestInput,
  ): Awaitable<RequestInput>;
  /**
   * Runs before the request is sent. May change its headers, or return another request, whose body
   * is then read into memory.
   */
  beforeRequest?(
    context: CallHookContext<Options>,
    request: Request,
  ): Awaitable<Request | Error | void>;
  /**
   * Runs after a response with a status below 400, its body unread. May return another response.
   * Must read the body from a `clone()` only.
   */
  afterSuccess?(
    context: CallHookContext<Options>,
    response: Response,
  ): Awaitable<Response | Error | void>;
  /**
   * Runs after a response with a status of 400 or more, or after an error without a response. May
   * return a response, which the call continues with, or an error.
   *
   * @param response - The response; `null` if there is none.
   * @param error - The error; `null` if there is a response.
   */
  afterError?(
    context: CallHookContext<Options>,
    response: Response | null,
    error: unknown,
  ): Awaitable<Response | Error | ErrorOutcome | void>;
}

/** What an `afterError` hook makes of a failure. An error takes precedence over a response. */
export interface ErrorOutcome {
  readonly response?: Response | null;
  readonly error?: unknown;
}

/** Hooks for a client: changes the options that it is created with. */
export type ConnectHooks<Options = ClientOptions> = (
  options: Options,
  config: ClientConfig,
) => Options;

/** The scopes that operations require, by operation id. */
export type OperationScopes = Readonly<Record<string, readonly string[]>>;
