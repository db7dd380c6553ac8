// Written by connections-sdk-generator. Change the document or the generator, not this file.
export { Nango } from "./sdk/sdk.js";
export { NangoCore, type SDKOptions } from "./core.js";
export { nango, type NangoPlatform, type NangoOptions } from "./platform.js";
export {
  APIError,
  APIProblem,
  type APIPromise,
  type BasicCredential,
  type ClientError,
  type ClientOptions,
  ConnectionError,
  type Credential,
  type Fetcher,
  HTTPClient,
  type Handler,
  InvalidRequestError,
  type Logger,
  type Middleware,
  type Operation,
  type PagedOperation,
  PagedPromise,
  PagedResult,
  RequestAbortedError,
  type RequestOptions,
  RequestTimeoutError,
  ResponseValidationError,
  type Result,
  type RetryConfig,
  SDKError,
  SDKValidationError,
  UnexpectedClientError,
  unwrap,
} from "../lib/index.js";
