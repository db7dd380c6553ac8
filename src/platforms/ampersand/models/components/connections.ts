// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema, UnknownVariant } from "../../../../lib/schema/index.js";
import {
  array,
  boolean,
  dateTime,
  integer,
  lazy,
  object,
  openUnion,
  optional,
  record,
  string,
  unknown,
} from "../../../../lib/schema/index.js";
import type { ApiProblem } from "./shared.js";

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

/** Your OAuth app at a provider. */
export interface ProviderApp {
  /** The id of the app. */
  id: string;
  /** The id of the project that the app belongs to. */
  projectId: string;
  /** Your own id for the app. */
  externalRef?: string | undefined;
  /** The name of the provider in Ampersand's catalog. */
  provider: string;
  /** The app's OAuth client id at the provider. Not a secret. */
  clientId: string;
  /** The scopes that customers are asked to grant. */
  scopes?: string[] | undefined;
  /** Provider-specific settings of the app. */
  metadata?: ProviderAppMetadata | undefined;
  /** When the app was registered. The API sends microseconds; a `Date` keeps milliseconds. */
  createTime: Date;
  /** When the app was last updated. Absent if it never was. */
  updateTime?: Date | undefined;
}
export const ProviderApp: Schema<ProviderApp> = /* @__PURE__ */ object(() => ({
  id: string,
  projectId: string,
  externalRef: optional(string),
  provider: string,
  clientId: string,
  scopes: optional(array(string)),
  metadata: optional(ProviderAppMetadata),
  createTime: dateTime,
  updateTime: optional(dateTime),
}));

/** Provider-specific settings of an OAuth app. */
export interface ProviderAppMetadata {
  /** Query parameters to add to the provider's authorization URL. Each can have several values. */
  authQueryParams?: Record<string, string[]> | undefined;
  /** Further values that the provider's authorization requires, by name. */
  providerParams?: Record<string, string> | undefined;
}
export const ProviderAppMetadata: Schema<ProviderAppMetadata> = /* @__PURE__ */ object(() => ({
  authQueryParams: optional(record(array(string))),
  providerParams: optional(record(string)),
}));

/** Your customer, usually a company, that connections belong to. */
export interface Group {
  /** Your own id for the group. */
  groupRef: string;
  /** The display name of the group. */
  groupName: string;
  /** The id of the project that the group belongs to. */
  projectId: string;
  /** When the group was created. The API sends microseconds; a `Date` keeps milliseconds. */
  createTime: Date;
  /** When the group was last updated. Absent if it never was. */
  updateTime?: Date | undefined;
}
export const Group: Schema<Group> = /* @__PURE__ */ object(() => ({
  groupRef: string,
  groupName: string,
  projectId: string,
  createTime: dateTime,
  updateTime: optional(dateTime),
}));

/** A person in a group who connects accounts on its behalf. */
export interface Consumer {
  /** Your own id for the person. */
  consumerRef: string;
  /** The name of the person. */
  consumerName: string;
  /** The id of the project that the consumer belongs to. */
  projectId: string;
  /** When the consumer was created. The API sends microseconds; a `Date` keeps milliseconds. */
  createTime: Date;
  /** When the consumer was last updated. Absent if it never was. */
  updateTime?: Date | undefined;
}
export const Consumer: Schema<Consumer> = /* @__PURE__ */ object(() => ({
  consumerRef: string,
  consumerName: string,
  projectId: string,
  createTime: dateTime,
  updateTime: optional(dateTime),
}));

/** An OAuth token with its lifetime. Secret. */
export interface Token {
  /** The token. Secret. */
  token: string;
  /** When the provider issued the token, if known. */
  issuedAt?: Date | undefined;
  /** When the token expires, if known. */
  expiresAt?: Date | undefined;
}
export const Token: Schema<Token> = /* @__PURE__ */ object(() => ({
  token: string,
  issuedAt: optional(dateTime),
  expiresAt: optional(dateTime),
}));

/** The tokens of an OAuth 2 authorization code grant. Secret. */
export interface Oauth2AuthorizationCode {
  /** The access token, which gives access to the provider's API for a short time. */
  accessToken?: Token | undefined;
  /** The refresh token, which gets new access tokens and is often valid for a very long time. */
  refreshToken?: Token | undefined;
  /** The scopes of the tokens, as the provider names them. */
  scopes?: string[] | undefined;
}
export const Oauth2AuthorizationCode: Schema<Oauth2AuthorizationCode> = /* @__PURE__ */ object(
  () => ({
    accessToken: optional(Token),
    refreshToken: optional(Token),
    scopes: optional(array(string)),
  }),
);

/** A user name and password for providers with HTTP basic authentication. Secret. */
export interface BasicAuth {
  /** The user name. */
  username: string;
  /** The password. Secret. */
  password: string;
}
export const BasicAuth: Schema<BasicAuth> = /* @__PURE__ */ object(() => ({
  username: string,
  password: string,
}));

/** The credentials for the OAuth 2 client credentials grant. Secret. */
export interface Oauth2ClientCredentials {
  /** The id of the OAuth client at the provider. */
  clientId: string;
  /** The secret of the OAuth client. Secret. */
  clientSecret: string;
  /** The scopes to request. Defaults to the provider's default. */
  scopes?: string[] | undefined;
}
export const Oauth2ClientCredentials: Schema<Oauth2ClientCredentials> = /* @__PURE__ */ object(
  () => ({
    clientId: string,
    clientSecret: string,
    scopes: optional(array(string)),
  }),
);

/** The credentials for the OAuth 2 password grant. Secret. */
export interface Oauth2PasswordCredentials {
  /** The customer's user name at the provider. */
  username: string;
  /** The customer's password at the provider. Secret. */
  password: string;
  /** The id of the OAuth client at the provider. */
  clientId: string;
  /** The secret of the OAuth client. Secret. */
  clientSecret: string;
  /** The scopes to request. Defaults to the provider's default. */
  scopes?: string[] | undefined;
}
export const Oauth2PasswordCredentials: Schema<Oauth2PasswordCredentials> = /* @__PURE__ */ object(
  () => ({
    username: string,
    password: string,
    clientId: string,
    clientSecret: string,
    scopes: optional(array(string)),
  }),
);

/** Facts about the customer's account at the provider, such as its region or instance, by name. */
export type ProviderMetadata = Record<string, ProviderMetadataInfo>;
export const ProviderMetadata: Schema<ProviderMetadata> = /* @__PURE__ */ lazy(() =>
  record(ProviderMetadataInfo),
);

/** A fact about the customer's account at the provider. */
export interface ProviderMetadataInfo {
  /** The value of the fact. */
  value: string;
  /**
   * Where the value comes from: the `input` of a person, the response that contained the `token`,
   * or the API of the `provider`.
   */
  source: ProviderMetadataInfoSource;
  /** The display name of the fact. */
  displayName?: string | undefined;
}
export const ProviderMetadataInfo: Schema<ProviderMetadataInfo> = /* @__PURE__ */ object(() => ({
  value: string,
  source: string,
  displayName: optional(string),
}));

/**
 * Where the value comes from: the `input` of a person, the response that contained the `token`, or
 * the API of the `provider`.
 */
export const ProviderMetadataInfoSource = {
  Input: "input",
  Token: "token",
  Provider: "provider",
} as const;
/**
 * Where the value comes from: the `input` of a person, the response that contained the `token`, or
 * the API of the `provider`.
 */
export type ProviderMetadataInfoSource = "input" | "token" | "provider" | (string & {});

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

/** A connection to create. */
export interface GenerateConnectionBody {
  /** Your own id for the customer. */
  groupRef: string;
  /** The display name of the customer. Defaults to the `groupRef`. */
  groupName?: string | undefined;
  /** Your own id for the person who connects the account. */
  consumerRef: string;
  /** The name of the person. Defaults to the `consumerRef`. */
  consumerName?: string | undefined;
  /** The name of the provider in Ampersand's catalog, for example `salesforce`. */
  provider: string;
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
export const GenerateConnectionBody: Schema<GenerateConnectionBody> = /* @__PURE__ */ object(
  () => ({
    groupRef: string,
    groupName: optional(string),
    consumerRef: string,
    consumerName: optional(string),
    provider: string,
    providerWorkspaceRef: optional(string),
    providerMetadata: optional(ProviderMetadata),
    apiKey: optional(string),
    basicAuth: optional(BasicAuth),
    oauth2ClientCredentials: optional(Oauth2ClientCredentials),
    oauth2PasswordCredentials: optional(Oauth2PasswordCredentials),
    oauth2AuthorizationCode: optional(Oauth2AuthorizationCode),
    customAuth: optional(record(unknown)),
  }),
);

/** A change to a connection. */
export interface UpdateConnectionBody {
  /**
   * The members of `connection` to update. Each needs a value in `connection`; members that are not
   * in the mask are ignored. A credential must be of the same kind as the connection has.
   */
  updateMask: UpdateConnectionBodyUpdateMask[];
  /** The new values. */
  connection: ConnectionRequest;
}
export const UpdateConnectionBody: Schema<UpdateConnectionBody> = /* @__PURE__ */ object(() => ({
  updateMask: array(string),
  connection: ConnectionRequest,
}));

export const UpdateConnectionBodyUpdateMask = {
  ProviderWorkspaceRef: "providerWorkspaceRef",
  ProviderMetadata: "providerMetadata",
  ApiKey: "apiKey",
  BasicAuth: "basicAuth",
  Oauth2ClientCredentials: "oauth2ClientCredentials",
  Oauth2PasswordCredentials: "oauth2PasswordCredentials",
} as const;
export type UpdateConnectionBodyUpdateMask =
  | "providerWorkspaceRef"
  | "providerMetadata"
  | "apiKey"
  | "basicAuth"
  | "oauth2ClientCredentials"
  | "oauth2PasswordCredentials"
  | (string & {});

/** Whose connection it will be, and what it connects to. */
export interface OauthConnectBody {
  /** The id or name of your Ampersand project. */
  projectIdOrName: string;
  /** The name of the provider in Ampersand's catalog. */
  provider: string;
  /** Your own id for the customer. */
  groupRef: string;
  /** The display name of the customer. */
  groupName?: string | undefined;
  /** Your own id for the person who connects the account. */
  consumerRef: string;
  /** The name of the person. */
  consumerName?: string | undefined;
  /** The provider's own id of the account, such as a subdomain. */
  providerWorkspaceRef?: string | undefined;
  /** Further facts that the provider requires, such as a region or an instance. */
  providerMetadata?: ProviderMetadata | undefined;
  /** The id of the OAuth app to connect with, if there are several. */
  providerAppId?: string | undefined;
}
export const OauthConnectBody: Schema<OauthConnectBody> = /* @__PURE__ */ object(() => ({
  projectIdOrName: string,
  provider: string,
  groupRef: string,
  groupName: optional(string),
  consumerRef: string,
  consumerName: optional(string),
  providerWorkspaceRef: optional(string),
  providerMetadata: optional(ProviderMetadata),
  providerAppId: optional(string),
}));

/** The first step of an authorization, or the next step of a session. */
export interface CustomAuthConnectBody {
  /** The id or name of your Ampersand project. */
  projectIdOrName: string;
  /** The name of the provider in Ampersand's catalog. */
  provider?: string | undefined;
  /** Your own id for the customer. */
  groupRef?: string | undefined;
  /** The display name of the customer. */
  groupName?: string | undefined;
  /** Your own id for the person who connects the account. */
  consumerRef?: string | undefined;
  /** The name of the person. */
  consumerName?: string | undefined;
  /** Further facts that the provider requires, such as a region or an instance. */
  providerMetadata?: ProviderMetadata | undefined;
  /** The id of the OAuth app to connect with, if there are several. */
  providerAppId?: string | undefined;
  /** The credentials, by the names that the provider uses. Secret. */
  customAuth?: Record<string, unknown> | undefined;
  /** The `sessionId` of an earlier `redirect`, to continue its session. */
  sessionId?: string | undefined;
  /** The query parameters that the customer returned with from a `redirect`. */
  callbackParams?: Record<string, string> | undefined;
}
export const CustomAuthConnectBody: Schema<CustomAuthConnectBody> = /* @__PURE__ */ object(() => ({
  projectIdOrName: string,
  provider: optional(string),
  groupRef: optional(string),
  groupName: optional(string),
  consumerRef: optional(string),
  consumerName: optional(string),
  providerMetadata: optional(ProviderMetadata),
  providerAppId: optional(string),
  customAuth: optional(record(unknown)),
  sessionId: optional(string),
  callbackParams: optional(record(string)),
}));

/** The URL to send the customer to next, or the new connection. */
export type CustomAuthConnectResult =
  | CustomAuthRedirect
  | CustomAuthConnected
  | UnknownVariant<never>;
export const CustomAuthConnectResult: Schema<CustomAuthConnectResult> = /* @__PURE__ */ openUnion(
  () => [CustomAuthRedirect, CustomAuthConnected],
);

/** The customer has to act before the connection can be created. */
export interface CustomAuthRedirect {
  /** The URL to send the customer to, and the session to continue. */
  redirect: Redirect;
}
export const CustomAuthRedirect: Schema<CustomAuthRedirect> = /* @__PURE__ */ object(() => ({
  redirect: Redirect,
}));

/** The connection was created. */
export interface CustomAuthConnected {
  /** The new connection. */
  connection: Connection;
}
export const CustomAuthConnected: Schema<CustomAuthConnected> = /* @__PURE__ */ object(() => ({
  connection: Connection,
}));

/** A URL to send the customer to, and the session to continue when they return. */
export interface Redirect {
  /** The URL to send the customer to. */
  url: string;
  /** The session to pass in the next request, to continue this authorization. */
  sessionId: string;
}
export const Redirect: Schema<Redirect> = /* @__PURE__ */ object(() => ({
  url: string,
  sessionId: string,
}));

/** A problem with the request, with the members that are invalid. */
export interface InputValidationProblem extends ApiProblem {
  /** The issues, one for each invalid member. */
  issues?: InputValidationIssue[] | undefined;
}
export const InputValidationProblem: Schema<InputValidationProblem> = /* @__PURE__ */ object(
  () => ({
    type: optional(string),
    href: optional(string),
    title: optional(string),
    status: optional(integer),
    detail: optional(string),
    instance: optional(string),
    subsystem: optional(string),
    time: optional(dateTime),
    requestId: optional(string),
    causes: optional(array(string)),
    remedy: optional(string),
    supportEmail: optional(string),
    supportPhone: optional(string),
    supportUrl: optional(string),
    retryable: optional(boolean),
    retryAfter: optional(dateTime),
    context: optional(record(unknown)),
    issues: optional(array(InputValidationIssue)),
  }),
);

/** An issue with one member of a request. */
export interface InputValidationIssue extends ApiProblem {
  /** The part of the request that contains the member. */
  in?: InputValidationIssueIn | undefined;
  /** The name of the member. */
  name?: string | undefined;
  /** The value that was sent. May contain a secret. */
  value?: unknown;
}
export const InputValidationIssue: Schema<InputValidationIssue> = /* @__PURE__ */ object(() => ({
  type: optional(string),
  href: optional(string),
  title: optional(string),
  status: optional(integer),
  detail: optional(string),
  instance: optional(string),
  subsystem: optional(string),
  time: optional(dateTime),
  requestId: optional(string),
  causes: optional(array(string)),
  remedy: optional(string),
  supportEmail: optional(string),
  supportPhone: optional(string),
  supportUrl: optional(string),
  retryable: optional(boolean),
  retryAfter: optional(dateTime),
  context: optional(record(unknown)),
  in: optional(string),
  name: optional(string),
  value: optional(unknown),
}));

/** The part of the request that contains the member. */
export const InputValidationIssueIn = {
  Body: "body",
  Header: "header",
  Path: "path",
  Query: "query",
} as const;
/** The part of the request that contains the member. */
export type InputValidationIssueIn = "body" | "header" | "path" | "query" | (string & {});
