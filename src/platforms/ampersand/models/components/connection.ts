// Written by sdkwright. Change the document or the generator, not this file.
import { type Schema, dateTime, object, optional, string } from "../../../../lib/schema/index.js";
import { Consumer } from "./consumer.js";
import { Group } from "./group.js";
import { Oauth2AuthorizationCode } from "./oauth2authorizationcode.js";
import { ProviderApp } from "./providerapp.js";
import { ProviderMetadata } from "./providermetadata.js";

/**
 * A customer's connection to a provider.
 *
 * It can contain secrets (`apiKey`, `oauth2AuthorizationCode`): redact them before you log it.
 */
export interface Connection {
  /** The id of the connection. */
  id: string;
  /** The id of the project that the connection belongs to. */
  projectId: string;
  /** The name of the provider in Ampersand's catalog. */
  provider: string;
  /** The OAuth app that the customer authorized. Only present on OAuth connections. */
  providerApp?: ProviderApp | undefined;
  /** The customer whose account is connected. */
  group: Group;
  /** The person who connected the account. */
  consumer: Consumer;
  /**
   * The provider's workspace that is connected, for example the subdomain of a Salesforce
   * organization.
   */
  providerWorkspaceRef?: string | undefined;
  /** The provider's own id for the person who connected the account. */
  providerConsumerRef?: string | undefined;
  /** When the connection was created. The API sends microseconds; a `Date` keeps milliseconds. */
  createTime: Date;
  /** When the connection was last updated. Absent if it never was. The API sends microseconds. */
  updateTime?: Date | undefined;
  /**
   * How the provider authorizes requests, which determines the kind of credentials that the
   * connection holds. New values may appear at any time.
   */
  authScheme: ConnectionAuthScheme;
  /**
   * Whether the credentials work: `created` while this is not known yet, `working` after the
   * provider has accepted them, and `bad_credentials` after it has rejected them and the customer
   * has to act.
   */
  status: ConnectionStatus;
  /**
   * The tokens of an OAuth connection. Only present if the request set `includeCreds` or
   * `includeRefreshToken`. Secret.
   */
  oauth2AuthorizationCode?: Oauth2AuthorizationCode | undefined;
  /**
   * The API key of a connection to an API key provider. Secret. Included even if you don't request
   * it.
   */
  apiKey?: string | undefined;
  /** Further facts about the customer's account at the provider. */
  providerMetadata?: ProviderMetadata | undefined;
}
export const Connection: Schema<Connection> = /* @__PURE__ */ object(() => ({
  id: string,
  projectId: string,
  provider: string,
  providerApp: optional(ProviderApp),
  group: Group,
  consumer: Consumer,
  providerWorkspaceRef: optional(string),
  providerConsumerRef: optional(string),
  createTime: dateTime,
  updateTime: optional(dateTime),
  authScheme: string,
  status: string,
  oauth2AuthorizationCode: optional(Oauth2AuthorizationCode),
  apiKey: optional(string),
  providerMetadata: optional(ProviderMetadata),
}));

/**
 * How the provider authorizes requests, which determines the kind of credentials that the
 * connection holds. New values may appear at any time.
 */
export const ConnectionAuthScheme = {
  None: "none",
  ApiKey: "apiKey",
  Basic: "basic",
  Oauth2AuthorizationCode: "oauth2/authorizationCode",
  Oauth2AuthorizationCodePKCE: "oauth2/authorizationCodePKCE",
  Oauth2ClientCredentials: "oauth2/clientCredentials",
  Oauth2Password: "oauth2/password",
} as const;
/**
 * How the provider authorizes requests, which determines the kind of credentials that the
 * connection holds. New values may appear at any time.
 */
export type ConnectionAuthScheme =
  | "none"
  | "apiKey"
  | "basic"
  | "oauth2/authorizationCode"
  | "oauth2/authorizationCodePKCE"
  | "oauth2/clientCredentials"
  | "oauth2/password"
  | (string & {});

/**
 * Whether the credentials work: `created` while this is not known yet, `working` after the provider
 * has accepted them, and `bad_credentials` after it has rejected them and the customer has to act.
 */
export const ConnectionStatus = {
  Created: "created",
  Working: "working",
  BadCredentials: "bad_credentials",
} as const;
/**
 * Whether the credentials work: `created` while this is not known yet, `working` after the provider
 * has accepted them, and `bad_credentials` after it has rejected them and the customer has to act.
 */
export type ConnectionStatus = "created" | "working" | "bad_credentials" | (string & {});
