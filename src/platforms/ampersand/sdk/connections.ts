// Written by sdkwright. Change the document or the generator, not this file.
import { type MethodPromise, type RequestOptions, Resource, method } from "../../../lib/index.js";
import { connectionsCustomAuthConnect } from "../funcs/connectionsCustomAuthConnect.js";
import { connectionsDelete } from "../funcs/connectionsDelete.js";
import { connectionsGenerate } from "../funcs/connectionsGenerate.js";
import { connectionsGet } from "../funcs/connectionsGet.js";
import { connectionsList } from "../funcs/connectionsList.js";
import { connectionsOauthConnect } from "../funcs/connectionsOauthConnect.js";
import { connectionsOauthUpdate } from "../funcs/connectionsOauthUpdate.js";
import { connectionsUpdate } from "../funcs/connectionsUpdate.js";
import type {
  CustomAuthConnectRequest,
  CustomAuthConnectResponse,
  DeleteConnectionRequest,
  DeleteConnectionResponse,
  GenerateConnectionRequest,
  GenerateConnectionResponse,
  GetConnectionRequest,
  GetConnectionResponse,
  ListConnectionsRequest,
  ListConnectionsResponse,
  OauthConnectRequest,
  OauthConnectResponse,
  OauthUpdateRequest,
  OauthUpdateResponse,
  UpdateConnectionRequest,
  UpdateConnectionResponse,
} from "../models/operations/connections.js";

/**
 * Create, read, update and delete your customers' connections.
 *
 * A connection belongs to a group (your customer, usually a company) and to a consumer (the person
 * in that group who connected the account).
 */
export class Connections extends Resource {
  /**
   * List connections
   *
   * Returns the connections of a project. Filters are combined with AND. Without filters, returns
   * all connections.
   *
   * The response is not paginated. It contains no credentials, except that connections to API key
   * providers may include their key.
   *
   * Errors:
   * - {@link ListConnectionsInputValidationProblem} 404, application/problem+json
   *
   * @see GET /projects/{projectIdOrName}/connections
   * @example
   * ```ts
   * const result = await sdk.connections.list({
   *   projectIdOrName: "my-project",
   *   groupRef: "group-123",
   * });
   * ```
   */
  list(
    request: ListConnectionsRequest,
    options?: RequestOptions,
  ): MethodPromise<ListConnectionsResponse> {
    return method(connectionsList, this.core, request, options);
  }

  /**
   * Generate a new connection
   *
   * Creates a connection from credentials that you already have. The group and the consumer are
   * created if they don't exist.
   *
   * Pass the credential member that matches how the provider authorizes requests: `apiKey`,
   * `basicAuth`, `oauth2ClientCredentials`, `oauth2PasswordCredentials`, `oauth2AuthorizationCode`
   * or `customAuth`.
   *
   * For providers that use the OAuth 2 authorization code grant, customers normally sign in through
   * Ampersand's OAuth flow. For such a provider, use this operation only to import a refresh token
   * that you already have.
   *
   * A second request may create a second connection.
   *
   * Not idempotent: retried only with `idempotencyKey`, or if the server cannot have processed it.
   *
   * Errors:
   * - {@link GenerateConnectionInputValidationProblem} 400, application/problem+json
   * - {@link GenerateConnectionConnectionsInputValidationProblem} 422, application/problem+json
   *
   * @see POST /projects/{projectIdOrName}/connections:generate
   * @example
   * ```ts
   * const result = await sdk.connections.generate({
   *   projectIdOrName: "my-project",
   *   requestBody: {
   *     groupRef: "group-123",
   *     consumerRef: "<value>",
   *     provider: "<value>",
   *   },
   * });
   * ```
   */
  generate(
    request: GenerateConnectionRequest,
    options?: RequestOptions,
  ): MethodPromise<GenerateConnectionResponse> {
    return method(connectionsGenerate, this.core, request, options);
  }

  /**
   * Get a connection
   *
   * Returns a connection. Optionally includes its tokens, and optionally refreshes them first.
   *
   * This request can have side effects: with `refresh`, Ampersand gets a new access token from the
   * provider before it responds, and the previous token may stop working.
   *
   * Not idempotent if `refresh` is `"force"`: then retried only with `idempotencyKey`, or if the
   * server cannot have processed it.
   *
   * Errors:
   * - {@link GetConnectionInputValidationProblem} 404, application/problem+json
   *
   * @see GET /projects/{projectIdOrName}/connections/{connectionId}
   * @example
   * ```ts
   * const result = await sdk.connections.get({
   *   projectIdOrName: "my-project",
   *   connectionId: "<id>",
   * });
   * ```
   */
  get(
    request: GetConnectionRequest,
    options?: RequestOptions,
  ): MethodPromise<GetConnectionResponse> {
    return method(connectionsGet, this.core, request, options);
  }

  /**
   * Update a connection
   *
   * Updates the members of a connection that `updateMask` names. All other members keep their
   * values.
   *
   * You can replace credentials with others of the same kind, always as a whole. You cannot change
   * the group, the consumer, the provider, or the tokens of the authorization code grant. To get
   * new tokens, use `oauthUpdate`.
   *
   * Not idempotent: retried only with `idempotencyKey`, or if the server cannot have processed it.
   *
   * Errors:
   * - {@link UpdateConnectionInputValidationProblem} 400, application/problem+json
   *
   * @see PATCH /projects/{projectIdOrName}/connections/{connectionId}
   * @example
   * ```ts
   * const result = await sdk.connections.update({
   *   projectIdOrName: "my-project",
   *   connectionId: "<id>",
   *   requestBody: {
   *     updateMask: ["providerWorkspaceRef"],
   *     connection: {
   *       groupRef: "group-123",
   *       providerWorkspaceRef: "acme-eu",
   *     },
   *   },
   * });
   * ```
   */
  update(
    request: UpdateConnectionRequest,
    options?: RequestOptions,
  ): MethodPromise<UpdateConnectionResponse> {
    return method(connectionsUpdate, this.core, request, options);
  }

  /**
   * Delete a connection
   *
   * Deletes a connection and its credentials. Ampersand stops reading and writing through it. To
   * resume, the customer has to connect again.
   *
   * @see DELETE /projects/{projectIdOrName}/connections/{connectionId}
   * @example
   * ```ts
   * const result = await sdk.connections.delete({
   *   projectIdOrName: "my-project",
   *   connectionId: "<id>",
   * });
   * ```
   */
  delete(
    request: DeleteConnectionRequest,
    options?: RequestOptions,
  ): MethodPromise<DeleteConnectionResponse> {
    return method(connectionsDelete, this.core, request, options);
  }

  /**
   * Reauthorize an OAuth connection
   *
   * Starts a new authorization for an existing OAuth connection, for example after its refresh
   * token was revoked or because it needs more scopes. Returns the URL where the customer signs in
   * again. The connection keeps its id and gets the new tokens as soon as the customer has signed
   * in.
   *
   * Not idempotent: retried only with `idempotencyKey`, or if the server cannot have processed it.
   *
   * Errors:
   * - {@link OauthUpdateInputValidationProblem} 400, application/problem+json
   *
   * @see PATCH /projects/{projectIdOrName}/connections/{connectionId}:oauth-update
   * @example
   * ```ts
   * const result = await sdk.connections.oauthUpdate({
   *   projectIdOrName: "my-project",
   *   connectionId: "<id>",
   * });
   * ```
   */
  oauthUpdate(
    request: OauthUpdateRequest,
    options?: RequestOptions,
  ): MethodPromise<OauthUpdateResponse> {
    return method(connectionsOauthUpdate, this.core, request, options);
  }

  /**
   * Get a URL to authorize a new connection
   *
   * Returns the URL where the customer authorizes a new connection with OAuth 2. Send the
   * customer's browser there. When the customer has done so, there is a connection of the group and
   * the consumer.
   *
   * Not idempotent: retried only with `idempotencyKey`, or if the server cannot have processed it.
   *
   * Errors:
   * - {@link OauthConnectInputValidationProblem} 400, application/problem+json
   *
   * @see POST /oauth-connect
   */
  oauthConnect(
    request: OauthConnectRequest,
    options?: RequestOptions,
  ): MethodPromise<OauthConnectResponse> {
    return method(connectionsOauthConnect, this.core, request, options);
  }

  /**
   * Connect to a provider with custom authorization
   *
   * Creates a connection to a provider that uses none of the standard authorization schemes.
   *
   * The authorization may take several steps. If the response is a `redirect`, send the customer to
   * its `url`. When they return, call this operation again with the `sessionId` and the query
   * parameters that they returned with, until the response is a `connection`.
   *
   * Not idempotent: retried only with `idempotencyKey`, or if the server cannot have processed it.
   *
   * Errors:
   * - {@link CustomAuthConnectInputValidationProblem} 400, application/problem+json
   *
   * @see POST /custom-auth/connect
   */
  customAuthConnect(
    request: CustomAuthConnectRequest,
    options?: RequestOptions,
  ): MethodPromise<CustomAuthConnectResponse> {
    return method(connectionsCustomAuthConnect, this.core, request, options);
  }
}
