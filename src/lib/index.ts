/** The runtime core of generated SDKs and the unified API. It is independent of any API. */
export type {
  CallHandler,
  CallMiddleware,
  OperationCall,
  OperationInfo,
} from "./call/call-middleware.js";
export type { Call } from "./call/call.js";
export type { Handler, Middleware } from "./call/middleware.js";
export { APIPromise, type InspectedRequest, type Inspection } from "./call/promise.js";
export type { RequestOptions } from "./call/request-options.js";
export type {
  IssuesContext,
  OnResponseIssues,
  ResponseValidation,
} from "./call/response-validation.js";
export { type Result, err, ok } from "./call/result.js";
export {
  type ResponseSpec,
  type ResponseStatus,
  bytes,
  empty,
  json,
  jsonError,
  apiError,
  problemError,
  text,
} from "./spec/responses.js";
export {
  type BodyEncoder,
  type SentBody,
  bytesBody,
  formBody,
  jsonBody,
  memberBody,
  textBody,
} from "./spec/bodies.js";
export type { BodySender } from "./spec/body-sender.js";
export { type BodyChoice, bodyByContentType } from "./spec/body-choice.js";
export { type ContentTypeOptions, acceptOption, byContentType } from "./spec/content-types.js";
export { headersInResult } from "./spec/response-headers.js";
export {
  DEFAULT_EXPONENT,
  DEFAULT_INITIAL_INTERVAL_MS,
  DEFAULT_MAX_ATTEMPTS,
  DEFAULT_MAX_ELAPSED_TIME_MS,
  DEFAULT_MAX_INTERVAL_MS,
  DEFAULT_MAX_RESPONSE_BYTES,
  DEFAULT_RETRY_CODES,
  DEFAULT_TIMEOUT_MS,
} from "./spec/defaults.js";
export { getBody } from "./spec/get-body.js";
export type { HeadersLike } from "./spec/headers.js";
export { type Pager, byCursor, byOffset, byPage, byUrl } from "./spec/pagers.js";
export {
  type Parameter,
  cookie,
  header,
  path,
  plainCookie,
  query,
  querystring,
} from "./spec/parameters.js";
export { multipartBody } from "./spec/multipart.js";
export { type Part, rejectFiles } from "./spec/parts.js";
export type { BackoffStrategy, RetryConfig } from "./spec/retry-config.js";
export {
  type BasicCredential,
  type Credential,
  type SecurityScheme,
  apiKeyCookie,
  apiKeyHeader,
  apiKeyQuery,
  basic,
  bearer,
  httpScheme,
} from "./spec/security.js";
export type { Method, OperationSpec } from "./spec/operation-spec.js";
export {
  type Escape,
  type Style,
  deepObject,
  form,
  formContent,
  formJoined,
  jsonValue,
  label,
  labelExploded,
  matrix,
  matrixExploded,
  pipeDelimited,
  reserved,
  simple,
  simpleExploded,
  simpleJSON,
  spaceDelimited,
  tabDelimited,
} from "./spec/styles.js";
export {
  APIError,
  APIProblem,
  type ClientError,
  type ErrorKind,
  type RateLimit,
  ConnectionError,
  type ErrorResponse,
  InvalidRequestError,
  type Problem,
  RequestAbortedError,
  RequestTimeoutError,
  ResponseValidationError,
  SDKError,
  SDKValidationError,
  TypedError,
  type TypedErrorClass,
  UnexpectedClientError,
  UnsupportedOperationError,
} from "./errors/index.js";
export { Client } from "./operation/client.js";
export { type MethodPromise, PagedMethodPromise, method, pagedMethod } from "./operation/method.js";
export {
  type MethodPromiseWithHeaders,
  type PagedMethodPromiseWithHeaders,
  type WithHeaders,
  methodWithHeaders,
  pagedMethodWithHeaders,
} from "./operation/method-with-headers.js";
export { type Operation, operation } from "./operation/operation.js";
export { type PagedOperation, PagedResult, pagedOperation } from "./operation/pages.js";
export {
  type APIPromiseWithHeaders,
  type InspectionWithHeaders,
  type OperationWithHeaders,
  type PagedOperationWithHeaders,
  type PagedResultWithHeaders,
  withHeaders,
} from "./operation/with-headers.js";
export { type OperationWithSecurity, secured, withSecurity } from "./operation/with-security.js";
export type { OperationWithOptions, PagedOperationWithOptions } from "./operation/with-options.js";
export {
  PagedPromise,
  type PromiseWithResponse,
  type WithResponse,
  unwrap,
  unwrapPages,
} from "./operation/unwrap.js";
export {
  type ServerSentEvent,
  streamAccept,
  type ByteStream,
  type EventStream,
  type StreamError,
  type Thrown,
  type EventStreamOptions,
  byteStream,
  eventStream,
  jsonLines,
  type ResultStream,
  type StreamOperation,
  type StreamableOperation,
  type StreamableOperationWithHeaders,
  streamMethod,
  streamMethodWithHeaders,
} from "./stream/index.js";
export { type IdempotencyKey, idempotencyKey } from "./spec/idempotency-key.js";
export { Resource } from "./operation/resource.js";
export { selectServerWithVariables } from "./pipeline/server-variables.js";
export { selectServer } from "./pipeline/servers.js";
export type { ClientConfig, ClientOptions, Server } from "./pipeline/settings.js";
export type { Issue, Schema } from "./schema/types.js";
export {
  type BeforeRequestHook,
  HTTPClient,
  type HTTPClientOptions,
  type RequestErrorHook,
  type ResponseHook,
} from "./transport/http-client.js";
export type { Fetcher, FetcherInit } from "./transport/fetcher.js";
export type { Logger } from "./transport/logger.js";
export type { AttemptController, Transport } from "./transport/transport.js";
export type { Upload, UploadContent } from "./web/upload.js";
export type { TransportResponse, ResponseHeaders } from "./web/transport-response.js";
