// Written by sdkwright. Change the document or the generator, not this file.
import type { Schema, UnknownVariant } from "../../../../lib/schema/index.js";
import {
  array,
  as,
  boolean,
  dateTime,
  integer,
  lazy,
  literal,
  nullable,
  object,
  optional,
  optionalAs,
  record,
  string,
  tagged,
  union,
  unknown,
} from "../../../../lib/schema/index.js";

/**
 * Your own tags to find connections by, at most ten. A name starts with a letter, contains only
 * letters, digits and `_-./`, has at most 64 characters, and is stored in lower case.
 */
export type Tags = Record<string, string>;
export const Tags: Schema<Tags> = /* @__PURE__ */ lazy(() => record(string));

/** The outcome of an operation. */
export interface Success {
  /** Whether the operation succeeded. */
  success: boolean;
}
export const Success: Schema<Success> = /* @__PURE__ */ object(() => ({
  success: boolean,
}));

/** A current problem with a connection. */
export interface ConnectionProblem {
  /** The kind of problem: with the authorization, or with a sync. */
  type: ConnectionProblemType;
  /** The id of the entry in Nango's logs. */
  logId: string;
}
export const ConnectionProblem: Schema<ConnectionProblem> = /* @__PURE__ */ object(() => ({
  type: string,
  logId: as("log_id", string),
}));

/** The kind of problem: with the authorization, or with a sync. */
export const ConnectionProblemType = { Auth: "auth", Sync: "sync" } as const;
/** The kind of problem: with the authorization, or with a sync. */
export type ConnectionProblemType = "auth" | "sync" | (string & {});

/** The person whose connection it is. */
export interface EndUser {
  /** Your own id for the person. */
  id: string;
  /** The person's name. */
  displayName?: string | null | undefined;
  /** The person's email address. */
  email?: string | null | undefined;
  /** Your own tags for the person. */
  tags?: Record<string, string> | null | undefined;
  /** The company or team that the person belongs to. */
  organization?: Organization | null | undefined;
}
export const EndUser: Schema<EndUser> = /* @__PURE__ */ object(() => ({
  id: string,
  displayName: optionalAs("display_name", nullable(string)),
  email: optional(nullable(string)),
  tags: optional(nullable(record(string))),
  organization: optional(nullable(Organization)),
}));

/** The company or team of an end user. */
export interface Organization {
  /** Your own id for the organization. */
  id: string;
  /** The name of the organization. */
  displayName?: string | null | undefined;
}
export const Organization: Schema<Organization> = /* @__PURE__ */ object(() => ({
  id: string,
  displayName: optionalAs("display_name", nullable(string)),
}));

/** The person whose connection it is. Superseded by tags. */
export interface EndUserInput {
  /** Your own id for the person. */
  id: string;
  /** The person's email address. */
  email?: string | undefined;
  /** The person's name. */
  displayName?: string | undefined;
  tags?: Tags | undefined;
}
export const EndUserInput: Schema<EndUserInput> = /* @__PURE__ */ object(() => ({
  id: string,
  email: optional(string),
  displayName: optionalAs("display_name", string),
  tags: optional(Tags),
}));

/** A page of connections. */
export interface GetConnectionResponse {
  /** The connections of the page. */
  connections: ConnectionSummary[];
}
export const GetConnectionResponse: Schema<GetConnectionResponse> = /* @__PURE__ */ object(() => ({
  connections: array(ConnectionSummary),
}));

/** A connection without its credentials, as lists contain it. */
export interface ConnectionSummary {
  /** Nango's own number for the connection. */
  id: number;
  /** The id of the connection. */
  connectionId: string;
  /** The name of the provider, for example `hubspot`. */
  provider: string;
  /** The id of the integration. */
  providerConfigKey: string;
  /** When the connection was created. */
  created: Date;
  /** Your own metadata for the connection. */
  metadata?: Record<string, unknown> | null | undefined;
  tags: Tags;
  /** The current problems with the connection. */
  errors: ConnectionProblem[];
  /** The person whose connection it is. */
  endUser?: EndUser | null | undefined;
}
export const ConnectionSummary: Schema<ConnectionSummary> = /* @__PURE__ */ object(() => ({
  id: integer,
  connectionId: as("connection_id", string),
  provider: string,
  providerConfigKey: as("provider_config_key", string),
  created: dateTime,
  metadata: optional(nullable(record(unknown))),
  tags: Tags,
  errors: array(ConnectionProblem),
  endUser: optionalAs("end_user", nullable(EndUser)),
}));

/**
 * A connection.
 *
 * It can contain secrets (`credentials`, `connection_config`): redact them before you log it.
 */
export interface Connection {
  /** Nango's own number for the connection. */
  id: number;
  /** The id of the connection. */
  connectionId: string;
  /** The name of the provider, for example `hubspot`. */
  provider: string;
  /** The id of the integration. */
  providerConfigKey: string;
  /** The current problems with the connection. */
  errors: ConnectionProblem[];
  /** The person whose connection it is. */
  endUser?: EndUser | null | undefined;
  tags: Tags;
  /** Your own metadata for the connection. */
  metadata?: Record<string, unknown> | null | undefined;
  /** Settings that the provider requires besides the credentials, such as a subdomain. */
  connectionConfig?: Record<string, unknown> | undefined;
  /** The URL that receives the webhooks of this connection. */
  webhookUrlOverride?: string | null | undefined;
  /** When the connection was created. */
  createdAt: Date;
  /** When the connection was last updated. */
  updatedAt: Date;
  /** When the credentials were last requested. */
  lastFetchedAt?: Date | null | undefined;
  credentials: ConnectionCredentials;
}
export const Connection: Schema<Connection> = /* @__PURE__ */ object(() => ({
  id: integer,
  connectionId: as("connection_id", string),
  provider: string,
  providerConfigKey: as("provider_config_key", string),
  errors: array(ConnectionProblem),
  endUser: optionalAs("end_user", nullable(EndUser)),
  tags: Tags,
  metadata: optional(nullable(record(unknown))),
  connectionConfig: optionalAs("connection_config", record(unknown)),
  webhookUrlOverride: optionalAs("webhook_url_override", nullable(string)),
  createdAt: as("created_at", dateTime),
  updatedAt: as("updated_at", dateTime),
  lastFetchedAt: optionalAs("last_fetched_at", nullable(dateTime)),
  credentials: ConnectionCredentials,
}));

/**
 * The credentials of the connection, told apart by `type`. There is no `type` if there are no
 * credentials, or if the key may not read them. New types may appear at any time. In these cases
 * the value is passed through unchanged.
 */
export type ConnectionCredentials =
  | OAuth2Credentials
  | OAuth2ClientCredentials
  | OAuth1Credentials
  | ApiKeyCredentials
  | BasicCredentials
  | TbaCredentials
  | AppCredentials
  | CustomCredentials
  | JwtCredentials
  | BillCredentials
  | TwoStepCredentials
  | SignatureCredentials
  | AwsSigV4Credentials
  | UnknownVariant;
export const ConnectionCredentials: Schema<ConnectionCredentials> = /* @__PURE__ */ tagged(
  "type",
  "type",
  () => ({
    OAUTH2: OAuth2Credentials,
    OAUTH2_CC: OAuth2ClientCredentials,
    OAUTH1: OAuth1Credentials,
    API_KEY: ApiKeyCredentials,
    BASIC: BasicCredentials,
    TBA: TbaCredentials,
    APP: AppCredentials,
    CUSTOM: CustomCredentials,
    JWT: JwtCredentials,
    BILL: BillCredentials,
    TWO_STEP: TwoStepCredentials,
    SIGNATURE: SignatureCredentials,
    AWS_SIGV4: AwsSigV4Credentials,
  }),
  true,
);

/** The customer's own OAuth client, used instead of the integration's. */
export interface ConfigOverride {
  /** The client's id. */
  clientId?: string | undefined;
  /** The client's secret. */
  clientSecret?: string | undefined;
}
export const ConfigOverride: Schema<ConfigOverride> = /* @__PURE__ */ object(() => ({
  clientId: optionalAs("client_id", string),
  clientSecret: optionalAs("client_secret", string),
}));

/** OAuth 2 tokens. */
export interface OAuth2Credentials {
  /** The type of the credentials. */
  type: "OAUTH2";
  /** The access token. */
  accessToken: string;
  /** The refresh token. */
  refreshToken?: string | undefined;
  /** When the credentials expire. */
  expiresAt?: Date | undefined;
  configOverride?: ConfigOverride | undefined;
  /** The response of the provider. */
  raw?: Record<string, unknown> | undefined;
}
export const OAuth2Credentials: Schema<OAuth2Credentials> = /* @__PURE__ */ object(() => ({
  type: literal("OAUTH2"),
  accessToken: as("access_token", string),
  refreshToken: optionalAs("refresh_token", string),
  expiresAt: optionalAs("expires_at", dateTime),
  configOverride: optionalAs("config_override", ConfigOverride),
  raw: optional(record(unknown)),
}));

/** An OAuth 2 client, for the client credentials grant. */
export interface OAuth2ClientCredentials {
  /** The type of the credentials. */
  type: "OAUTH2_CC";
  /** The access token. */
  token: string;
  /** The client's id. */
  clientId: string;
  /** The client's secret. */
  clientSecret: string;
  /** The client certificate. */
  clientCertificate?: string | undefined;
  /** The private key of the client certificate. */
  clientPrivateKey?: string | undefined;
  /** When the credentials expire. */
  expiresAt?: Date | undefined;
  /** The response of the provider. */
  raw?: Record<string, unknown> | undefined;
}
export const OAuth2ClientCredentials: Schema<OAuth2ClientCredentials> = /* @__PURE__ */ object(
  () => ({
    type: literal("OAUTH2_CC"),
    token: string,
    clientId: as("client_id", string),
    clientSecret: as("client_secret", string),
    clientCertificate: optionalAs("client_certificate", string),
    clientPrivateKey: optionalAs("client_private_key", string),
    expiresAt: optionalAs("expires_at", dateTime),
    raw: optional(record(unknown)),
  }),
);

/** An OAuth 1 token. */
export interface OAuth1Credentials {
  /** The type of the credentials. */
  type: "OAUTH1";
  /** The token. */
  oauthToken: string;
  /** The secret of the token. */
  oauthTokenSecret: string;
  /** The response of the provider. */
  raw?: Record<string, unknown> | undefined;
}
export const OAuth1Credentials: Schema<OAuth1Credentials> = /* @__PURE__ */ object(() => ({
  type: literal("OAUTH1"),
  oauthToken: as("oauth_token", string),
  oauthTokenSecret: as("oauth_token_secret", string),
  raw: optional(record(unknown)),
}));

/** An API key. */
export interface ApiKeyCredentials {
  /** The type of the credentials. */
  type: "API_KEY";
  /** The API key. */
  apiKey: string;
}
export const ApiKeyCredentials: Schema<ApiKeyCredentials> = /* @__PURE__ */ object(() => ({
  type: literal("API_KEY"),
  apiKey: string,
}));

/** A user name and password. */
export interface BasicCredentials {
  /** The type of the credentials. */
  type: "BASIC";
  /** The user name. */
  username: string;
  /** The password. May be empty. */
  password: string;
}
export const BasicCredentials: Schema<BasicCredentials> = /* @__PURE__ */ object(() => ({
  type: literal("BASIC"),
  username: string,
  password: string,
}));

/** A NetSuite token. */
export interface TbaCredentials {
  /** The type of the credentials. */
  type: "TBA";
  /** The id of the token. */
  tokenId: string;
  /** The secret of the token. */
  tokenSecret: string;
  configOverride?: ConfigOverride | undefined;
}
export const TbaCredentials: Schema<TbaCredentials> = /* @__PURE__ */ object(() => ({
  type: literal("TBA"),
  tokenId: as("token_id", string),
  tokenSecret: as("token_secret", string),
  configOverride: optionalAs("config_override", ConfigOverride),
}));

/** The token of an app that is installed at the provider. */
export interface AppCredentials {
  /** The type of the credentials. */
  type: "APP";
  /** The access token. */
  accessToken: string;
  /** The JSON Web Token that the access token was requested with. */
  jwtToken?: string | undefined;
  /** When the credentials expire. */
  expiresAt?: Date | undefined;
  /** The response of the provider. */
  raw?: Record<string, unknown> | undefined;
}
export const AppCredentials: Schema<AppCredentials> = /* @__PURE__ */ object(() => ({
  type: literal("APP"),
  accessToken: as("access_token", string),
  jwtToken: optional(string),
  expiresAt: optionalAs("expires_at", dateTime),
  raw: optional(record(unknown)),
}));

/** The tokens of an app and of one of its users. */
export interface CustomCredentials {
  /** The type of the credentials. */
  type: "CUSTOM";
  /** The response of the provider. */
  raw?: Record<string, unknown> | undefined;
  app?: AppCredentials | undefined;
  /** The tokens of the user. */
  user?: OAuth2Credentials | null | undefined;
}
export const CustomCredentials: Schema<CustomCredentials> = /* @__PURE__ */ object(() => ({
  type: literal("CUSTOM"),
  raw: optional(record(unknown)),
  app: optional(AppCredentials),
  user: optional(nullable(OAuth2Credentials)),
}));

/** A key that signs JSON Web Tokens. */
export interface JwtCredentials {
  /** The type of the credentials. */
  type: "JWT";
  /** The last token that was signed. */
  token?: string | undefined;
  /** When the token expires. */
  expiresAt?: Date | undefined;
  /** The id of the issuer. */
  issuerId?: string | undefined;
  /** The id of the key. */
  privateKeyId?: string | undefined;
  /** The key: a string, or an object with `id` and `secret`. */
  privateKey?: unknown;
}
export const JwtCredentials: Schema<JwtCredentials> = /* @__PURE__ */ object(() => ({
  type: literal("JWT"),
  token: optional(string),
  expiresAt: optionalAs("expires_at", dateTime),
  issuerId: optional(string),
  privateKeyId: optional(string),
  privateKey: optional(unknown),
}));

/** A BILL session. */
export interface BillCredentials {
  /** The type of the credentials. */
  type: "BILL";
  /** The user name. */
  username: string;
  /** The password. May be empty. */
  password: string;
  /** The id of the organization. */
  organizationId: string;
  /** The developer key. */
  devKey: string;
  /** The id of the session. */
  sessionId?: string | undefined;
  /** The id of the user. */
  userId?: string | undefined;
  /** When the credentials expire. */
  expiresAt?: Date | undefined;
  /** The response of the provider. */
  raw?: Record<string, unknown> | undefined;
}
export const BillCredentials: Schema<BillCredentials> = /* @__PURE__ */ object(() => ({
  type: literal("BILL"),
  username: string,
  password: string,
  organizationId: as("organization_id", string),
  devKey: as("dev_key", string),
  sessionId: optionalAs("session_id", string),
  userId: optionalAs("user_id", string),
  expiresAt: optionalAs("expires_at", dateTime),
  raw: optional(record(unknown)),
}));

/** A token that is requested with other credentials, which are further members. */
export interface TwoStepCredentials {
  /** The type of the credentials. */
  type: "TWO_STEP";
  /** The access token. */
  token?: string | undefined;
  /** The refresh token. */
  refreshToken?: string | undefined;
  /** When the credentials expire. */
  expiresAt?: Date | undefined;
  /** The response of the provider. */
  raw?: Record<string, unknown> | undefined;
}
export const TwoStepCredentials: Schema<TwoStepCredentials> = /* @__PURE__ */ object(() => ({
  type: literal("TWO_STEP"),
  token: optional(string),
  refreshToken: optionalAs("refresh_token", string),
  expiresAt: optionalAs("expires_at", dateTime),
  raw: optional(record(unknown)),
}));

/** A user name and password that sign requests. */
export interface SignatureCredentials {
  /** The type of the credentials. */
  type: "SIGNATURE";
  /** The user name. */
  username: string;
  /** The password. May be empty. */
  password: string;
  /** The signature. */
  token?: string | undefined;
  /** When the credentials expire. */
  expiresAt?: Date | undefined;
}
export const SignatureCredentials: Schema<SignatureCredentials> = /* @__PURE__ */ object(() => ({
  type: literal("SIGNATURE"),
  username: string,
  password: string,
  token: optional(string),
  expiresAt: optionalAs("expires_at", dateTime),
}));

/** An AWS role. */
export interface AwsSigV4Credentials {
  /** The type of the credentials. */
  type: "AWS_SIGV4";
  /** The ARN of the role. */
  roleArn: string;
  /** The region. */
  region: string;
  /** The service. */
  service: string;
  /** The id of the access key. */
  accessKeyId: string;
  /** The secret access key. */
  secretAccessKey: string;
  /** The session token. */
  sessionToken: string;
  /** When the credentials expire. */
  expiresAt?: Date | undefined;
  /** The external id that the role requires. */
  externalId?: string | undefined;
  /** The response of the provider. */
  raw?: Record<string, unknown> | undefined;
}
export const AwsSigV4Credentials: Schema<AwsSigV4Credentials> = /* @__PURE__ */ object(() => ({
  type: literal("AWS_SIGV4"),
  roleArn: as("role_arn", string),
  region: string,
  service: string,
  accessKeyId: as("access_key_id", string),
  secretAccessKey: as("secret_access_key", string),
  sessionToken: as("session_token", string),
  expiresAt: optionalAs("expires_at", dateTime),
  externalId: optionalAs("external_id", string),
  raw: optional(record(unknown)),
}));

/** The credentials of the connection. The `type` must be the one that the provider uses. */
export type CredentialsInput =
  | OAuth2Input
  | OAuth2ClientInput
  | OAuth1Input
  | ApiKeyInput
  | BasicInput
  | TbaInput
  | AppInput
  | CustomInput
  | NoCredentials
  | UnknownVariant;
export const CredentialsInput: Schema<CredentialsInput> = /* @__PURE__ */ tagged(
  "type",
  "type",
  () => ({
    OAUTH2: OAuth2Input,
    OAUTH2_CC: OAuth2ClientInput,
    OAUTH1: OAuth1Input,
    API_KEY: ApiKeyInput,
    BASIC: BasicInput,
    TBA: TbaInput,
    APP: AppInput,
    CUSTOM: CustomInput,
    NONE: NoCredentials,
  }),
  true,
);

/** OAuth 2 tokens. */
export interface OAuth2Input {
  /** The type of the credentials. */
  type: "OAUTH2";
  /** The access token. */
  accessToken: string;
  /** The refresh token. */
  refreshToken?: string | undefined;
  /** When the credentials expire. */
  expiresAt?: Date | undefined;
  configOverride?: ConfigOverride | undefined;
}
export const OAuth2Input: Schema<OAuth2Input> = /* @__PURE__ */ object(() => ({
  type: literal("OAUTH2"),
  accessToken: as("access_token", string),
  refreshToken: optionalAs("refresh_token", string),
  expiresAt: optionalAs("expires_at", dateTime),
  configOverride: optionalAs("config_override", ConfigOverride),
}));

/** An OAuth 2 client, for the client credentials grant. */
export interface OAuth2ClientInput {
  /** The type of the credentials. */
  type: "OAUTH2_CC";
  /** The access token. */
  token: string;
  /** The client's id. */
  clientId: string;
  /** The client's secret. */
  clientSecret: string;
  /** The client certificate. */
  clientCertificate?: string | undefined;
  /** The private key of the client certificate. */
  clientPrivateKey?: string | undefined;
  /** When the credentials expire. */
  expiresAt?: Date | undefined;
}
export const OAuth2ClientInput: Schema<OAuth2ClientInput> = /* @__PURE__ */ object(() => ({
  type: literal("OAUTH2_CC"),
  token: string,
  clientId: as("client_id", string),
  clientSecret: as("client_secret", string),
  clientCertificate: optionalAs("client_certificate", string),
  clientPrivateKey: optionalAs("client_private_key", string),
  expiresAt: optionalAs("expires_at", dateTime),
}));

/** An OAuth 1 token. */
export interface OAuth1Input {
  /** The type of the credentials. */
  type: "OAUTH1";
  /** The token. */
  oauthToken: string;
  /** The secret of the token. */
  oauthTokenSecret: string;
}
export const OAuth1Input: Schema<OAuth1Input> = /* @__PURE__ */ object(() => ({
  type: literal("OAUTH1"),
  oauthToken: as("oauth_token", string),
  oauthTokenSecret: as("oauth_token_secret", string),
}));

/** An API key. */
export interface ApiKeyInput {
  /** The type of the credentials. */
  type: "API_KEY";
  /** The API key. */
  apiKey: string;
}
export const ApiKeyInput: Schema<ApiKeyInput> = /* @__PURE__ */ object(() => ({
  type: literal("API_KEY"),
  apiKey: string,
}));

/** A user name and password. */
export interface BasicInput {
  /** The type of the credentials. */
  type: "BASIC";
  /** The user name. */
  username: string;
  /** The password. May be empty. */
  password: string;
}
export const BasicInput: Schema<BasicInput> = /* @__PURE__ */ object(() => ({
  type: literal("BASIC"),
  username: string,
  password: string,
}));

/** A NetSuite token. */
export interface TbaInput {
  /** The type of the credentials. */
  type: "TBA";
  /** The id of the token. */
  tokenId: string;
  /** The secret of the token. */
  tokenSecret: string;
  configOverride?: ConfigOverride | undefined;
}
export const TbaInput: Schema<TbaInput> = /* @__PURE__ */ object(() => ({
  type: literal("TBA"),
  tokenId: as("token_id", string),
  tokenSecret: as("token_secret", string),
  configOverride: optionalAs("config_override", ConfigOverride),
}));

/** The installation of an app. */
export interface AppInput {
  /** The type of the credentials. */
  type: "APP";
  /** The id of the app. */
  appId: string;
  /** The id of the installation. */
  installationId: string;
}
export const AppInput: Schema<AppInput> = /* @__PURE__ */ object(() => ({
  type: literal("APP"),
  appId: as("app_id", string),
  installationId: as("installation_id", string),
}));

/** The installation of an app that has users. */
export interface CustomInput {
  /** The type of the credentials. */
  type: "CUSTOM";
  /** The id of the app. */
  appId: string;
  /** The id of the installation. */
  installationId: string;
}
export const CustomInput: Schema<CustomInput> = /* @__PURE__ */ object(() => ({
  type: literal("CUSTOM"),
  appId: as("app_id", string),
  installationId: as("installation_id", string),
}));

/** No credentials. */
export interface NoCredentials {
  /** The type of the credentials. */
  type: "NONE";
}
export const NoCredentials: Schema<NoCredentials> = /* @__PURE__ */ object(() => ({
  type: literal("NONE"),
}));

/** A connection to create, or the new credentials of one that exists. */
export interface CreateConnectionRequest {
  /** The id of the integration. */
  providerConfigKey: string;
  /** The id of the connection. If you omit it Nango generates one. */
  connectionId?: string | undefined;
  /** Your own metadata for the connection. */
  metadata?: Record<string, unknown> | undefined;
  /** Settings that the provider requires besides the credentials, such as a subdomain. */
  connectionConfig?: Record<string, unknown> | undefined;
  /** The URL that receives the webhooks of this connection. */
  webhookUrlOverride?: string | undefined;
  credentials: CredentialsInput;
  tags?: Tags | undefined;
  endUser?: EndUserInput | undefined;
}
export const CreateConnectionRequest: Schema<CreateConnectionRequest> = /* @__PURE__ */ object(
  () => ({
    providerConfigKey: as("provider_config_key", string),
    connectionId: optionalAs("connection_id", string),
    metadata: optional(record(unknown)),
    connectionConfig: optionalAs("connection_config", record(unknown)),
    webhookUrlOverride: optionalAs("webhook_url_override", string),
    credentials: CredentialsInput,
    tags: optional(Tags),
    endUser: optionalAs("end_user", EndUserInput),
  }),
);

/**
 * The members of a connection to update. All others keep their values, except that an end user
 * replaces tags.
 */
export interface UpdateConnectionBody {
  tags?: Tags | undefined;
  endUser?: EndUserInput | undefined;
  /** The URL that receives the webhooks of this connection. An empty string removes it. */
  webhookUrlOverride?: string | undefined;
}
export const UpdateConnectionBody: Schema<UpdateConnectionBody> = /* @__PURE__ */ object(() => ({
  tags: optional(Tags),
  endUser: optionalAs("end_user", EndUserInput),
  webhookUrlOverride: optionalAs("webhook_url_override", string),
}));

/** A session to create. */
export interface ConnectSessionRequest {
  /** The tags of the new connection. */
  tags: Tags;
  /** The ids of the integrations that the customer can connect to. By default all of them. */
  allowedIntegrations?: string[] | undefined;
  integrationsConfigDefaults?: IntegrationsConfigDefaults | undefined;
  /** The URL that receives the webhooks of the connection. */
  webhookUrlOverride?: string | undefined;
}
export const ConnectSessionRequest: Schema<ConnectSessionRequest> = /* @__PURE__ */ object(() => ({
  tags: Tags,
  allowedIntegrations: optionalAs("allowed_integrations", array(string)),
  integrationsConfigDefaults: optionalAs(
    "integrations_config_defaults",
    IntegrationsConfigDefaults,
  ),
  webhookUrlOverride: optionalAs("webhook_url_override", string),
}));

/** A session to create for an existing connection. */
export interface ReconnectSessionRequest {
  /** The id of the connection. */
  connectionId: string;
  /** The id of the integration. */
  integrationId: string;
  /** All tags that the connection will have. */
  tags?: Tags | undefined;
  integrationsConfigDefaults?: IntegrationsConfigDefaults | undefined;
  /** The URL that receives the webhooks of the connection. */
  webhookUrlOverride?: string | undefined;
}
export const ReconnectSessionRequest: Schema<ReconnectSessionRequest> = /* @__PURE__ */ object(
  () => ({
    connectionId: as("connection_id", string),
    integrationId: as("integration_id", string),
    tags: optional(Tags),
    integrationsConfigDefaults: optionalAs(
      "integrations_config_defaults",
      IntegrationsConfigDefaults,
    ),
    webhookUrlOverride: optionalAs("webhook_url_override", string),
  }),
);

/**
 * Settings of the authorization, by the id of the integration. The customer's browser can read
 * them.
 */
export type IntegrationsConfigDefaults = Record<string, IntegrationConfigDefaults>;
export const IntegrationsConfigDefaults: Schema<IntegrationsConfigDefaults> = /* @__PURE__ */ lazy(
  () => record(IntegrationConfigDefaults),
);

/** Settings of the authorization with one integration. */
export interface IntegrationConfigDefaults {
  /** The scopes of the user's token. */
  userScopes?: string | undefined;
  /** Parameters to add to the URL of the authorization. */
  authorizationParams?: Record<string, string> | undefined;
  /**
   * Settings that the provider requires besides the credentials, such as a subdomain. The customer
   * is not asked for them. `oauth_scopes_override` is a string here, with commas between the
   * scopes.
   */
  connectionConfig?: Record<string, unknown> | undefined;
}
export const IntegrationConfigDefaults: Schema<IntegrationConfigDefaults> = /* @__PURE__ */ object(
  () => ({
    userScopes: optionalAs("user_scopes", string),
    authorizationParams: optionalAs("authorization_params", record(string)),
    connectionConfig: optionalAs("connection_config", record(unknown)),
  }),
);

/** A new session. */
export interface ConnectSession {
  /** The session. */
  data: ConnectSessionData;
}
export const ConnectSession: Schema<ConnectSession> = /* @__PURE__ */ object(() => ({
  data: ConnectSessionData,
}));

/** The session. */
export interface ConnectSessionData {
  /** The token of the session, for Nango's frontend SDK. */
  token: string;
  /** The URL where the customer signs in. Contains the token. */
  connectLink: string;
  /** When the session expires. */
  expiresAt: Date;
}
export const ConnectSessionData: Schema<ConnectSessionData> = /* @__PURE__ */ object(() => ({
  token: string,
  connectLink: as("connect_link", string),
  expiresAt: as("expires_at", dateTime),
}));

/** The id of a connection, or a list of ids. */
export type ConnectionIds = string | string[];
export const ConnectionIds: Schema<ConnectionIds> = /* @__PURE__ */ union(() => [
  string,
  array(string),
]);

/** Your own metadata for a connection. */
export type ConnectionMetadata = Record<string, unknown>;
export const ConnectionMetadata: Schema<ConnectionMetadata> = /* @__PURE__ */ lazy(() =>
  record(unknown),
);
