/** The runtime core: what generated code and the layers above are made of. Knows no API. */
export type { Call } from "./call/call.js";
export type { Handler, Middleware } from "./call/middleware.js";
export { APIPromise, type InspectedRequest, type Inspection } from "./call/promise.js";
export type { RequestOptions } from "./call/request-options.js";
export { type Result, err, ok, unwrap } from "./call/result.js";
export {
  type Answer,
  type AnswerStatus,
  bytes,
  empty,
  json,
  jsonError,
  plainError,
  problemError,
  text,
} from "./description/answers.js";
export {
  type BodyEncoder,
  type Part,
  type SentBody,
  bytesBody,
  formBody,
  jsonBody,
  memberBody,
  multipartBody,
  textBody,
} from "./description/bodies.js";
export type { HeadersLike } from "./description/headers.js";
export { type Pager, byCursor, byOffset, byPage, byUrl } from "./description/pagers.js";
export { type Parameter, cookie, header, path, query } from "./description/parameters.js";
export type { BackoffStrategy, RetryConfig } from "./description/retry-config.js";
export {
  type BasicCredential,
  type Credential,
  type SecurityScheme,
  apiKeyCookie,
  apiKeyHeader,
  apiKeyQuery,
  basic,
  bearer,
} from "./description/security.js";
export type { Method, OperationSpec } from "./description/spec.js";
export {
  type Escape,
  type Style,
  deepObject,
  form,
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
  spaceDelimited,
} from "./description/styles.js";
export {
  APIError,
  APIProblem,
  type ClientError,
  ConnectionError,
  type FailedAnswer,
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
} from "./errors.js";
export { Client } from "./operation/client.js";
export { type Operation, operation } from "./operation/operation.js";
export {
  type PagedOperation,
  PagedPromise,
  PagedResult,
  pagedOperation,
  unwrapPages,
} from "./operation/pages.js";
export { Resource } from "./operation/resource.js";
export { selectServerWithVariables } from "./pipeline/server-variables.js";
export { selectServer } from "./pipeline/servers.js";
export type { ClientConfig, ClientOptions, Server } from "./pipeline/settings.js";
export type { Issue, Schema } from "./schema/types.js";
export {
  type BeforeRequestHook,
  type Fetcher,
  HTTPClient,
  type RequestErrorHook,
  type ResponseHook,
} from "./transport/http-client.js";
export type { Logger } from "./transport/logger.js";
export type { Transport } from "./transport/transport.js";
export type { Reply, ReplyHeaders } from "./web/reply.js";
