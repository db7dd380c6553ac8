// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema } from "../../../../lib/schema/index.js";
import { object, optional, record, string, unknown } from "../../../../lib/schema/index.js";
import { BasicAuth } from "./basicauth.js";
import { Oauth2AuthorizationCode } from "./oauth2authorizationcode.js";
import { Oauth2ClientCredentials } from "./oauth2clientcredentials.js";
import { Oauth2PasswordCredentials } from "./oauth2passwordcredentials.js";
import { ProviderMetadata } from "./providermetadata.js";

/**
 * The members of a connection that can be set when it is created or updated. Pass at most one of
 * the credential members: the one that matches the provider.
 */
export interface ConnectionRequest {
  /** Your own id for the customer. */
  groupRef?: string | undefined;
  /** The display name of the customer. Defaults to the `groupRef`. */
  groupName?: string | undefined;
  /** Your own id for the person who connects the account. */
  consumerRef?: string | undefined;
  /** The name of the person. Defaults to the `consumerRef`. */
  consumerName?: string | undefined;
  /** The name of the provider in Ampersand's catalog, for example `salesforce`. */
  provider?: string | undefined;
  /**
   * The provider's workspace to connect, for providers that have workspaces, for example the
   * subdomain of a Salesforce organization.
   */
  providerWorkspaceRef?: string | undefined;
  /** Further facts that the provider requires, such as a region or an instance. */
  providerMetadata?: ProviderMetadata | undefined;
  /** The credential for providers with API keys. Secret. */
  apiKey?: string | undefined;
  /** The credential for providers with HTTP basic authentication. Secret. */
  basicAuth?: BasicAuth | undefined;
  /** The credential for the OAuth 2 client credentials grant. Secret. */
  oauth2ClientCredentials?: Oauth2ClientCredentials | undefined;
  /** The credential for the OAuth 2 password grant. Secret. */
  oauth2PasswordCredentials?: Oauth2PasswordCredentials | undefined;
  /** Tokens to import, for the OAuth 2 authorization code grant. Secret. */
  oauth2AuthorizationCode?: Oauth2AuthorizationCode | undefined;
  /**
   * The credentials for providers with custom authorization, by the names that they use. Secret.
   */
  customAuth?: Record<string, unknown> | undefined;
}
export const ConnectionRequest: Schema<ConnectionRequest> = /* @__PURE__ */ object(() => ({
  groupRef: optional(string),
  groupName: optional(string),
  consumerRef: optional(string),
  consumerName: optional(string),
  provider: optional(string),
  providerWorkspaceRef: optional(string),
  providerMetadata: optional(ProviderMetadata),
  apiKey: optional(string),
  basicAuth: optional(BasicAuth),
  oauth2ClientCredentials: optional(Oauth2ClientCredentials),
  oauth2PasswordCredentials: optional(Oauth2PasswordCredentials),
  oauth2AuthorizationCode: optional(Oauth2AuthorizationCode),
  customAuth: optional(record(unknown)),
}));
