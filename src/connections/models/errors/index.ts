/**
 * Every error that the SDK can return or throw on its default platform, Ampersand. The typed errors
 * of other platforms are in their own `models/errors`.
 */
export {
  APIError,
  APIProblem,
  type ClientError,
  ConnectionError,
  InvalidRequestError,
  RequestAbortedError,
  RequestTimeoutError,
  ResponseValidationError,
  SDKError,
  SDKValidationError,
  UnexpectedClientError,
  UnsupportedOperationError,
} from "../../../lib/index.js";
export {
  GenerateConnectionConnectionsInputValidationProblem,
  GenerateConnectionInputValidationProblem,
  GetConnectionInputValidationProblem,
  InputValidationProblem,
  ListConnectionsInputValidationProblem,
  OauthConnectInputValidationProblem,
  OauthUpdateInputValidationProblem,
  UpdateConnectionInputValidationProblem,
} from "../../../platforms/ampersand/models/errors/connections.js";

import {
  GenerateConnectionConnectionsInputValidationProblem,
  GenerateConnectionInputValidationProblem,
  GetConnectionInputValidationProblem,
  ListConnectionsInputValidationProblem,
} from "../../../platforms/ampersand/models/errors/connections.js";

/** @deprecated The name in Ampersand's first SDK. Use `ListConnectionsInputValidationProblem`. */
export const ListConnectionsResponseBody: typeof ListConnectionsInputValidationProblem =
  ListConnectionsInputValidationProblem;
/** @deprecated The name in Ampersand's first SDK. Use `ListConnectionsInputValidationProblem`. */
export type ListConnectionsResponseBody = ListConnectionsInputValidationProblem;
/**
 * @deprecated The name in Ampersand's first SDK. Use `GenerateConnectionInputValidationProblem`.
 */
export const GenerateConnectionResponseBody: typeof GenerateConnectionInputValidationProblem =
  GenerateConnectionInputValidationProblem;
/**
 * @deprecated The name in Ampersand's first SDK. Use `GenerateConnectionInputValidationProblem`.
 */
export type GenerateConnectionResponseBody = GenerateConnectionInputValidationProblem;
/**
 * @deprecated The name in Ampersand's first SDK. Use
 * `GenerateConnectionConnectionsInputValidationProblem`.
 */
export const GenerateConnectionConnectionResponseBody: typeof GenerateConnectionConnectionsInputValidationProblem =
  GenerateConnectionConnectionsInputValidationProblem;
/**
 * @deprecated The name in Ampersand's first SDK. Use
 * `GenerateConnectionConnectionsInputValidationProblem`.
 */
export type GenerateConnectionConnectionResponseBody =
  GenerateConnectionConnectionsInputValidationProblem;
/** @deprecated The name in Ampersand's first SDK. Use `GetConnectionInputValidationProblem`. */
export const GetConnectionResponseBody: typeof GetConnectionInputValidationProblem =
  GetConnectionInputValidationProblem;
/** @deprecated The name in Ampersand's first SDK. Use `GetConnectionInputValidationProblem`. */
export type GetConnectionResponseBody = GetConnectionInputValidationProblem;
