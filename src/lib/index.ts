/** The runtime core: what generated code and the layers above are made of. Knows no API. */
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
} from "./answers.js";
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
} from "./bodies.js";
export type { Call } from "./call.js";
export { Client } from "./client.js";
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
export type { HeadersLike } from "./headers.js";
export {
  type BeforeRequestHook,
  type Fetcher,
  HTTPClient,
  type RequestErrorHook,
  type ResponseHook,
} from "./http-client.js";
export type { Logger } from "./logger.js";
export type { Handler, Middleware } from "./middleware.js";
export { type Operation, operation } from "./operation.js";
export {
  type PagedOperation,
  PagedPromise,
  PagedResult,
  pagedOperation,
  unwrapPages,
} from "./pages.js";
export { type Pager, byCursor, byOffset, byPage, byUrl } from "./pagers.js";
export { type Parameter, cookie, header, path, query } from "./parameters.js";
export { APIPromise, type InspectedRequest, type Inspection } from "./promise.js";
export { Resource } from "./resource.js";
export { type Result, err, ok, unwrap } from "./result.js";
export type { BackoffStrategy, RetryConfig } from "./retry-config.js";
export type { Issue, Schema } from "./schema/types.js";
export {
  type BasicCredential,
  type Credential,
  type SecurityScheme,
  apiKeyCookie,
  apiKeyHeader,
  apiKeyQuery,
  basic,
  bearer,
} from "./security.js";
export { selectServerWithVariables } from "./server-variables.js";
export { selectServer } from "./servers.js";
export type { ClientConfig, ClientOptions, Server } from "./settings.js";
export type { Method, OperationSpec } from "./spec.js";
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
} from "./styles.js";
export type { Reply, ReplyHeaders } from "./reply.js";
export type { RequestOptions } from "./request-options.js";
export type { Transport } from "./transport.js";
