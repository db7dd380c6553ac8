/**
 * One typed SDK for your customers' connections to third-party services, on any of the supported
 * integration platforms. Start with {@link SDK}, or with {@link SDKCore} and the functions of
 * `connections-sdk/funcs/*`.
 */
export { ampersand } from "./platforms/ampersand/platform.js";
export type { Ampersand, AmpersandOptions } from "./platforms/ampersand/types.js";
export { SDKCore, type SDKOptions } from "./core.js";
export {
  APIError,
  APIProblem,
  APIPromise,
  type BackoffStrategy,
  type Call,
  type CallHandler,
  type CallMiddleware,
  type ClientError,
  type ClientOptions,
  ConnectionError,
  type Credential,
  type ErrorKind,
  type Fetcher,
  HTTPClient,
  type Handler,
  type Inspection,
  InvalidRequestError,
  type Issue,
  type Logger,
  type Middleware,
  type OperationCall,
  PagedPromise,
  PagedResult,
  type PromiseWithResponse,
  type RateLimit,
  type Transport,
  type TransportResponse,
  RequestAbortedError,
  type RequestOptions,
  RequestTimeoutError,
  ResponseValidationError,
  type Result,
  type RetryConfig,
  SDKError,
  SDKValidationError,
  UnexpectedClientError,
  UnsupportedOperationError,
  type WithResponse,
} from "../lib/index.js";
export {
  type Connection,
  ConnectionData,
  type ConnectionHealth,
  type ConnectionParty,
  type ConnectionState,
  ConnectionStatus,
  type ConnectionsPage,
  type CoordinateName,
  type Coordinates,
  type Credentials,
  HealthReason,
  type SignIn,
  type SignInSession,
} from "./models/components/index.js";
export type { ScopesPage } from "./vocabulary/scopes.js";
export type { Tenant } from "./vocabulary/tenant.js";
export type { Platform } from "./vocabulary/platform.js";
export type { PlatformTypes } from "./vocabulary/verbs.js";
export { Connections } from "./sdk/connections.js";
export type { AnyCore, AnySDK } from "./any-sdk.js";
export type * from "./vocabulary/any-platform.js";
export type { WaitOptions, WaitRequest } from "./vocabulary/wait-for.js";
export { SDK } from "./sdk/sdk.js";
