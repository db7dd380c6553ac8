// Written by connections-sdk-generator. Change the document or the generator, not this file.
export { MammothAnalytics } from "./sdk/sdk.js";
export { MammothAnalyticsCore, type SDKOptions } from "./core.js";
export { mammoth, type Mammoth, type MammothOptions } from "./platform.js";
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
