// Written by sdkwright. Change the document or the generator, not this file.
import { type RequestOptions, Resource, unwrap } from "../../../lib/index.js";
import { connectionsCustomAuthConnect } from "../funcs/connectionsCustomAuthConnect.js";
import { connectionsDelete } from "../funcs/connectionsDelete.js";
import { connectionsGenerate } from "../funcs/connectionsGenerate.js";
import { connectionsGet } from "../funcs/connectionsGet.js";
import { connectionsList } from "../funcs/connectionsList.js";
import { connectionsOauthUpdate } from "../funcs/connectionsOauthUpdate.js";
import { connectionsUpdate } from "../funcs/connectionsUpdate.js";
import type {
  CustomAuthConnectRequest,
  CustomAuthConnectResponse,
} from "../models/operations/customauthconnect.js";
import type {
  DeleteConnectionRequest,
  DeleteConnectionResponse,
} from "../models/operations/deleteconnection.js";
import type {
  GenerateConnectionRequest,
  GenerateConnectionResponse,
} from "../models/operations/generateconnection.js";
import type {
  GetConnectionRequest,
  GetConnectionResponse,
} from "../models/operations/getconnection.js";
import type {
  ListConnectionsRequest,
  ListConnectionsResponse,
} from "../models/operations/listconnections.js";
import type { OauthUpdateRequest, OauthUpdateResponse } from "../models/operations/oauthupdate.js";
import type {
  UpdateConnectionRequest,
  UpdateConnectionResponse,
} from "../models/operations/updateconnection.js";

/**
 * Create, read, change and delete your customers' connections.
 *
 * Connections belong to a group (a customer of yours, usually a company) and to a consumer (the
 * person in that group who connected the account).
 */
export class Connections extends Resource {
  /**
   * List connections
   *
   * Answers every connection of the project that matches all the filters given, or all of them
   * without a filter.
   *
   * There are no pages: the whole list comes in one answer. Credentials are not part of it, except
   * that connections to API key providers may carry their key.
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
  ): Promise<ListConnectionsResponse> {
    return unwrap(connectionsList(this.core, request, options));
  }

  /**
   * Generate a new connection
   *
   * Makes a connection from credentials that you already hold. The group and the consumer are
   * created when they are new.
   *
   * Give the one credential member that fits the provider's way of authorizing: `apiKey`,
   * `basicAuth`, `oauth2ClientCredentials`, `oauth2PasswordCredentials`, `oauth2AuthorizationCode`
   * or `customAuth`.
   *
   * With a provider that uses the OAuth 2 authorization code grant, customers should normally sign
   * in themselves, through Ampersand's OAuth flow. Use this operation there only to bring along a
   * refresh token that was issued to you before.
   *
   * The request is not safe to repeat: a second one may make a second connection.
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
  ): Promise<GenerateConnectionResponse> {
    return unwrap(connectionsGenerate(this.core, request, options));
  }

  /**
   * Get a connection
   *
   * Answers one connection, on request with its tokens, and on request with tokens that were just
   * renewed.
   *
   * Reading can change things: with `refresh`, Ampersand asks the provider for a new access token
   * before it answers, and the one before may stop working.
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
  get(request: GetConnectionRequest, options?: RequestOptions): Promise<GetConnectionResponse> {
    return unwrap(connectionsGet(this.core, request, options));
  }

  /**
   * Update a connection
   *
   * Changes the members of a connection that `updateMask` names, and nothing else.
   *
   * Credentials can be replaced by others of the same kind, always as a whole. The group, the
   * consumer, the provider and tokens of the authorization code grant cannot be changed here: for
   * new tokens see `oauthUpdate`.
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
  ): Promise<UpdateConnectionResponse> {
    return unwrap(connectionsUpdate(this.core, request, options));
  }

  /**
   * Delete a connection
   *
   * Deletes a connection and the credentials in it. Reading and writing through it ends; the
   * customer has to connect again to resume.
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
  ): Promise<DeleteConnectionResponse> {
    return unwrap(connectionsDelete(this.core, request, options));
  }

  /**
   * Renew the OAuth authorization of a connection
   *
   * Starts a new authorization for an existing OAuth connection, for instance after its refresh
   * token was revoked or when it needs more scopes. Answers the address at which the customer signs
   * in again; the connection keeps its id and takes over the new tokens once they have.
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
  oauthUpdate(request: OauthUpdateRequest, options?: RequestOptions): Promise<OauthUpdateResponse> {
    return unwrap(connectionsOauthUpdate(this.core, request, options));
  }

  /**
   * Connect to a provider with an authorization of its own kind
   *
   * Makes a connection to a provider whose way of authorizing fits none of the usual schemes.
   *
   * Such an authorization may take several steps. When the answer is a `redirect`, send the
   * customer to its `url` and, when they return, call again with its `sessionId` and the parameters
   * that they came back with, until the answer is a `connection`.
   *
   * Errors:
   * - {@link CustomAuthConnectInputValidationProblem} 400, application/problem+json
   *
   * @see POST /custom-auth/connect
   */
  customAuthConnect(
    request: CustomAuthConnectRequest,
    options?: RequestOptions,
  ): Promise<CustomAuthConnectResponse> {
    return unwrap(connectionsCustomAuthConnect(this.core, request, options));
  }
}
