// Written by connections-sdk-generator. Change the document or the generator, not this file.
export { CodatPlatform } from "./sdk/sdk.js";
export { CodatPlatformCore, type SDKOptions } from "./core.js";
export { codat, type Codat, type CodatOptions } from "./platform.js";
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
