// Written by sdkwright. Change the document or the generator, not this file.
import * as z from "zod";
import {
  dateTime,
  define,
  renamed,
  unknownVariant,
  unknownVariantWire,
} from "../../../../lib/zod/classic.js";

/**
 * Your own tags to find connections by, at most ten. A name starts with a letter, contains only
 * letters, digits and `_-./`, has at most 64 characters, and is stored in lower case.
 */
export const Tags = /* @__PURE__ */ define(() => z.record(z.string(), z.string()));
/** {@link Tags} and its JSON, for `z.decode` and `z.encode`. */
export const TagsWire = Tags;

/** The outcome of an operation. */
export const Success = /* @__PURE__ */ define(() =>
  z.looseObject({
    success: z.boolean(),
  }),
);
/** {@link Success} and its JSON, for `z.decode` and `z.encode`. */
export const SuccessWire = Success;

/** A current problem with a connection. */
export const ConnectionProblem = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.string(),
    logId: z.string(),
  }),
);
/** {@link ConnectionProblem} and its JSON, for `z.decode` and `z.encode`. */
export const ConnectionProblemWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      type: z.string(),
      log_id: z.string(),
    }),
    ConnectionProblem,
    renamed({ log_id: "logId" }),
  ),
);

/** The company or team of an end user. */
export const Organization = /* @__PURE__ */ define(() =>
  z.looseObject({
    id: z.string(),
    displayName: z.string().nullable().optional(),
  }),
);
/** {@link Organization} and its JSON, for `z.decode` and `z.encode`. */
export const OrganizationWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      id: z.string(),
      display_name: z.string().nullable().optional(),
    }),
    Organization,
    renamed({ display_name: "displayName" }),
  ),
);

/** The person whose connection it is. */
export const EndUser = /* @__PURE__ */ define(() =>
  z.looseObject({
    id: z.string(),
    displayName: z.string().nullable().optional(),
    email: z.string().nullable().optional(),
    tags: z.record(z.string(), z.string()).nullable().optional(),
    organization: Organization.nullable().optional(),
  }),
);
/** {@link EndUser} and its JSON, for `z.decode` and `z.encode`. */
export const EndUserWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      id: z.string(),
      display_name: z.string().nullable().optional(),
      email: z.string().nullable().optional(),
      tags: z.record(z.string(), z.string()).nullable().optional(),
      organization: OrganizationWire.nullable().optional(),
    }),
    EndUser,
    renamed({ display_name: "displayName" }),
  ),
);

/** The person whose connection it is. Superseded by tags. */
export const EndUserInput = /* @__PURE__ */ define(() =>
  z.looseObject({
    id: z.string(),
    email: z.string().optional(),
    displayName: z.string().optional(),
    tags: Tags.optional(),
  }),
);
/** {@link EndUserInput} and its JSON, for `z.decode` and `z.encode`. */
export const EndUserInputWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      id: z.string(),
      email: z.string().optional(),
      display_name: z.string().optional(),
      tags: Tags.optional(),
    }),
    EndUserInput,
    renamed({ display_name: "displayName" }),
  ),
);

/** A connection without its credentials, as lists contain it. */
export const ConnectionSummary = /* @__PURE__ */ define(() =>
  z.looseObject({
    id: z.int(),
    connectionId: z.string(),
    provider: z.string(),
    providerConfigKey: z.string(),
    created: z.date(),
    metadata: z.record(z.string(), z.unknown()).nullable().optional(),
    tags: Tags,
    errors: z.array(ConnectionProblem),
    endUser: EndUser.nullable().optional(),
  }),
);
/** {@link ConnectionSummary} and its JSON, for `z.decode` and `z.encode`. */
export const ConnectionSummaryWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      id: z.int(),
      connection_id: z.string(),
      provider: z.string(),
      provider_config_key: z.string(),
      created: dateTime,
      metadata: z.record(z.string(), z.unknown()).nullable().optional(),
      tags: Tags,
      errors: z.array(ConnectionProblemWire),
      end_user: EndUserWire.nullable().optional(),
    }),
    ConnectionSummary,
    renamed({
      connection_id: "connectionId",
      provider_config_key: "providerConfigKey",
      end_user: "endUser",
    }),
  ),
);

/** A page of connections. */
export const GetConnectionResponse = /* @__PURE__ */ define(() =>
  z.looseObject({
    connections: z.array(ConnectionSummary),
  }),
);
/** {@link GetConnectionResponse} and its JSON, for `z.decode` and `z.encode`. */
export const GetConnectionResponseWire = /* @__PURE__ */ define(() =>
  z.looseObject({
    connections: z.array(ConnectionSummaryWire),
  }),
);

/** The customer's own OAuth client, used instead of the integration's. */
export const ConfigOverride = /* @__PURE__ */ define(() =>
  z.looseObject({
    clientId: z.string().optional(),
    clientSecret: z.string().optional(),
  }),
);
/** {@link ConfigOverride} and its JSON, for `z.decode` and `z.encode`. */
export const ConfigOverrideWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      client_id: z.string().optional(),
      client_secret: z.string().optional(),
    }),
    ConfigOverride,
    renamed({ client_id: "clientId", client_secret: "clientSecret" }),
  ),
);

/** OAuth 2 tokens. */
export const OAuth2Credentials = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.literal("OAUTH2"),
    accessToken: z.string(),
    refreshToken: z.string().optional(),
    expiresAt: z.date().optional(),
    configOverride: ConfigOverride.optional(),
    raw: z.record(z.string(), z.unknown()).optional(),
  }),
);
/** {@link OAuth2Credentials} and its JSON, for `z.decode` and `z.encode`. */
export const OAuth2CredentialsWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      type: z.literal("OAUTH2"),
      access_token: z.string(),
      refresh_token: z.string().optional(),
      expires_at: dateTime.optional(),
      config_override: ConfigOverrideWire.optional(),
      raw: z.record(z.string(), z.unknown()).optional(),
    }),
    OAuth2Credentials,
    renamed({
      access_token: "accessToken",
      refresh_token: "refreshToken",
      expires_at: "expiresAt",
      config_override: "configOverride",
    }),
  ),
);

/** An OAuth 2 client, for the client credentials grant. */
export const OAuth2ClientCredentials = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.literal("OAUTH2_CC"),
    token: z.string(),
    clientId: z.string(),
    clientSecret: z.string(),
    clientCertificate: z.string().optional(),
    clientPrivateKey: z.string().optional(),
    expiresAt: z.date().optional(),
    raw: z.record(z.string(), z.unknown()).optional(),
  }),
);
/** {@link OAuth2ClientCredentials} and its JSON, for `z.decode` and `z.encode`. */
export const OAuth2ClientCredentialsWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      type: z.literal("OAUTH2_CC"),
      token: z.string(),
      client_id: z.string(),
      client_secret: z.string(),
      client_certificate: z.string().optional(),
      client_private_key: z.string().optional(),
      expires_at: dateTime.optional(),
      raw: z.record(z.string(), z.unknown()).optional(),
    }),
    OAuth2ClientCredentials,
    renamed({
      client_id: "clientId",
      client_secret: "clientSecret",
      client_certificate: "clientCertificate",
      client_private_key: "clientPrivateKey",
      expires_at: "expiresAt",
    }),
  ),
);

/** An OAuth 1 token. */
export const OAuth1Credentials = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.literal("OAUTH1"),
    oauthToken: z.string(),
    oauthTokenSecret: z.string(),
    raw: z.record(z.string(), z.unknown()).optional(),
  }),
);
/** {@link OAuth1Credentials} and its JSON, for `z.decode` and `z.encode`. */
export const OAuth1CredentialsWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      type: z.literal("OAUTH1"),
      oauth_token: z.string(),
      oauth_token_secret: z.string(),
      raw: z.record(z.string(), z.unknown()).optional(),
    }),
    OAuth1Credentials,
    renamed({ oauth_token: "oauthToken", oauth_token_secret: "oauthTokenSecret" }),
  ),
);

/** An API key. */
export const ApiKeyCredentials = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.literal("API_KEY"),
    apiKey: z.string(),
  }),
);
/** {@link ApiKeyCredentials} and its JSON, for `z.decode` and `z.encode`. */
export const ApiKeyCredentialsWire = ApiKeyCredentials;

/** A user name and password. */
export const BasicCredentials = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.literal("BASIC"),
    username: z.string(),
    password: z.string(),
  }),
);
/** {@link BasicCredentials} and its JSON, for `z.decode` and `z.encode`. */
export const BasicCredentialsWire = BasicCredentials;

/** A NetSuite token. */
export const TbaCredentials = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.literal("TBA"),
    tokenId: z.string(),
    tokenSecret: z.string(),
    configOverride: ConfigOverride.optional(),
  }),
);
/** {@link TbaCredentials} and its JSON, for `z.decode` and `z.encode`. */
export const TbaCredentialsWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      type: z.literal("TBA"),
      token_id: z.string(),
      token_secret: z.string(),
      config_override: ConfigOverrideWire.optional(),
    }),
    TbaCredentials,
    renamed({
      token_id: "tokenId",
      token_secret: "tokenSecret",
      config_override: "configOverride",
    }),
  ),
);

/** The token of an app that is installed at the provider. */
export const AppCredentials = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.literal("APP"),
    accessToken: z.string(),
    jwtToken: z.string().optional(),
    expiresAt: z.date().optional(),
    raw: z.record(z.string(), z.unknown()).optional(),
  }),
);
/** {@link AppCredentials} and its JSON, for `z.decode` and `z.encode`. */
export const AppCredentialsWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      type: z.literal("APP"),
      access_token: z.string(),
      jwtToken: z.string().optional(),
      expires_at: dateTime.optional(),
      raw: z.record(z.string(), z.unknown()).optional(),
    }),
    AppCredentials,
    renamed({ access_token: "accessToken", expires_at: "expiresAt" }),
  ),
);

/** The tokens of an app and of one of its users. */
export const CustomCredentials = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.literal("CUSTOM"),
    raw: z.record(z.string(), z.unknown()).optional(),
    app: AppCredentials.optional(),
    user: OAuth2Credentials.nullable().optional(),
  }),
);
/** {@link CustomCredentials} and its JSON, for `z.decode` and `z.encode`. */
export const CustomCredentialsWire = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.literal("CUSTOM"),
    raw: z.record(z.string(), z.unknown()).optional(),
    app: AppCredentialsWire.optional(),
    user: OAuth2CredentialsWire.nullable().optional(),
  }),
);

/** A key that signs JSON Web Tokens. */
export const JwtCredentials = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.literal("JWT"),
    token: z.string().optional(),
    expiresAt: z.date().optional(),
    issuerId: z.string().optional(),
    privateKeyId: z.string().optional(),
    privateKey: z.unknown().optional(),
  }),
);
/** {@link JwtCredentials} and its JSON, for `z.decode` and `z.encode`. */
export const JwtCredentialsWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      type: z.literal("JWT"),
      token: z.string().optional(),
      expires_at: dateTime.optional(),
      issuerId: z.string().optional(),
      privateKeyId: z.string().optional(),
      privateKey: z.unknown().optional(),
    }),
    JwtCredentials,
    renamed({ expires_at: "expiresAt" }),
  ),
);

/** A BILL session. */
export const BillCredentials = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.literal("BILL"),
    username: z.string(),
    password: z.string(),
    organizationId: z.string(),
    devKey: z.string(),
    sessionId: z.string().optional(),
    userId: z.string().optional(),
    expiresAt: z.date().optional(),
    raw: z.record(z.string(), z.unknown()).optional(),
  }),
);
/** {@link BillCredentials} and its JSON, for `z.decode` and `z.encode`. */
export const BillCredentialsWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      type: z.literal("BILL"),
      username: z.string(),
      password: z.string(),
      organization_id: z.string(),
      dev_key: z.string(),
      session_id: z.string().optional(),
      user_id: z.string().optional(),
      expires_at: dateTime.optional(),
      raw: z.record(z.string(), z.unknown()).optional(),
    }),
    BillCredentials,
    renamed({
      organization_id: "organizationId",
      dev_key: "devKey",
      session_id: "sessionId",
      user_id: "userId",
      expires_at: "expiresAt",
    }),
  ),
);

/** A token that is requested with other credentials, which are further members. */
export const TwoStepCredentials = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.literal("TWO_STEP"),
    token: z.string().optional(),
    refreshToken: z.string().optional(),
    expiresAt: z.date().optional(),
    raw: z.record(z.string(), z.unknown()).optional(),
  }),
);
/** {@link TwoStepCredentials} and its JSON, for `z.decode` and `z.encode`. */
export const TwoStepCredentialsWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      type: z.literal("TWO_STEP"),
      token: z.string().optional(),
      refresh_token: z.string().optional(),
      expires_at: dateTime.optional(),
      raw: z.record(z.string(), z.unknown()).optional(),
    }),
    TwoStepCredentials,
    renamed({ refresh_token: "refreshToken", expires_at: "expiresAt" }),
  ),
);

/** A user name and password that sign requests. */
export const SignatureCredentials = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.literal("SIGNATURE"),
    username: z.string(),
    password: z.string(),
    token: z.string().optional(),
    expiresAt: z.date().optional(),
  }),
);
/** {@link SignatureCredentials} and its JSON, for `z.decode` and `z.encode`. */
export const SignatureCredentialsWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      type: z.literal("SIGNATURE"),
      username: z.string(),
      password: z.string(),
      token: z.string().optional(),
      expires_at: dateTime.optional(),
    }),
    SignatureCredentials,
    renamed({ expires_at: "expiresAt" }),
  ),
);

/** An AWS role. */
export const AwsSigV4Credentials = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.literal("AWS_SIGV4"),
    roleArn: z.string(),
    region: z.string(),
    service: z.string(),
    accessKeyId: z.string(),
    secretAccessKey: z.string(),
    sessionToken: z.string(),
    expiresAt: z.date().optional(),
    externalId: z.string().optional(),
    raw: z.record(z.string(), z.unknown()).optional(),
  }),
);
/** {@link AwsSigV4Credentials} and its JSON, for `z.decode` and `z.encode`. */
export const AwsSigV4CredentialsWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      type: z.literal("AWS_SIGV4"),
      role_arn: z.string(),
      region: z.string(),
      service: z.string(),
      access_key_id: z.string(),
      secret_access_key: z.string(),
      session_token: z.string(),
      expires_at: dateTime.optional(),
      external_id: z.string().optional(),
      raw: z.record(z.string(), z.unknown()).optional(),
    }),
    AwsSigV4Credentials,
    renamed({
      role_arn: "roleArn",
      access_key_id: "accessKeyId",
      secret_access_key: "secretAccessKey",
      session_token: "sessionToken",
      expires_at: "expiresAt",
      external_id: "externalId",
    }),
  ),
);

/**
 * The credentials of the connection, told apart by `type`. There is no `type` if there are no
 * credentials, or if the key may not read them. New types may appear at any time. In these cases
 * the value is passed through unchanged.
 */
export const ConnectionCredentials = /* @__PURE__ */ define(() =>
  z.union([
    z.discriminatedUnion("type", [
      OAuth2Credentials,
      OAuth2ClientCredentials,
      OAuth1Credentials,
      ApiKeyCredentials,
      BasicCredentials,
      TbaCredentials,
      AppCredentials,
      CustomCredentials,
      JwtCredentials,
      BillCredentials,
      TwoStepCredentials,
      SignatureCredentials,
      AwsSigV4Credentials,
    ]),
    unknownVariant("type"),
  ]),
);
/** {@link ConnectionCredentials} and its JSON, for `z.decode` and `z.encode`. */
export const ConnectionCredentialsWire = /* @__PURE__ */ define(() =>
  z.union([
    z.discriminatedUnion("type", [
      OAuth2CredentialsWire,
      OAuth2ClientCredentialsWire,
      OAuth1CredentialsWire,
      ApiKeyCredentials,
      BasicCredentials,
      TbaCredentialsWire,
      AppCredentialsWire,
      CustomCredentialsWire,
      JwtCredentialsWire,
      BillCredentialsWire,
      TwoStepCredentialsWire,
      SignatureCredentialsWire,
      AwsSigV4CredentialsWire,
    ]),
    unknownVariantWire("type"),
  ]),
);

/**
 * A connection.
 *
 * It can contain secrets (`credentials`, `connection_config`): redact them before you log it.
 */
export const Connection = /* @__PURE__ */ define(() =>
  z.looseObject({
    id: z.int(),
    connectionId: z.string(),
    provider: z.string(),
    providerConfigKey: z.string(),
    errors: z.array(ConnectionProblem),
    endUser: EndUser.nullable().optional(),
    tags: Tags,
    metadata: z.record(z.string(), z.unknown()).nullable().optional(),
    connectionConfig: z.record(z.string(), z.unknown()).optional(),
    webhookUrlOverride: z.string().nullable().optional(),
    createdAt: z.date(),
    updatedAt: z.date(),
    lastFetchedAt: z.date().nullable().optional(),
    credentials: ConnectionCredentials,
  }),
);
/** {@link Connection} and its JSON, for `z.decode` and `z.encode`. */
export const ConnectionWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      id: z.int(),
      connection_id: z.string(),
      provider: z.string(),
      provider_config_key: z.string(),
      errors: z.array(ConnectionProblemWire),
      end_user: EndUserWire.nullable().optional(),
      tags: Tags,
      metadata: z.record(z.string(), z.unknown()).nullable().optional(),
      connection_config: z.record(z.string(), z.unknown()).optional(),
      webhook_url_override: z.string().nullable().optional(),
      created_at: dateTime,
      updated_at: dateTime,
      last_fetched_at: dateTime.nullable().optional(),
      credentials: ConnectionCredentialsWire,
    }),
    Connection,
    renamed({
      connection_id: "connectionId",
      provider_config_key: "providerConfigKey",
      end_user: "endUser",
      connection_config: "connectionConfig",
      webhook_url_override: "webhookUrlOverride",
      created_at: "createdAt",
      updated_at: "updatedAt",
      last_fetched_at: "lastFetchedAt",
    }),
  ),
);

/** OAuth 2 tokens. */
export const OAuth2Input = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.literal("OAUTH2"),
    accessToken: z.string(),
    refreshToken: z.string().optional(),
    expiresAt: z.date().optional(),
    configOverride: ConfigOverride.optional(),
  }),
);
/** {@link OAuth2Input} and its JSON, for `z.decode` and `z.encode`. */
export const OAuth2InputWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      type: z.literal("OAUTH2"),
      access_token: z.string(),
      refresh_token: z.string().optional(),
      expires_at: dateTime.optional(),
      config_override: ConfigOverrideWire.optional(),
    }),
    OAuth2Input,
    renamed({
      access_token: "accessToken",
      refresh_token: "refreshToken",
      expires_at: "expiresAt",
      config_override: "configOverride",
    }),
  ),
);

/** An OAuth 2 client, for the client credentials grant. */
export const OAuth2ClientInput = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.literal("OAUTH2_CC"),
    token: z.string(),
    clientId: z.string(),
    clientSecret: z.string(),
    clientCertificate: z.string().optional(),
    clientPrivateKey: z.string().optional(),
    expiresAt: z.date().optional(),
  }),
);
/** {@link OAuth2ClientInput} and its JSON, for `z.decode` and `z.encode`. */
export const OAuth2ClientInputWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      type: z.literal("OAUTH2_CC"),
      token: z.string(),
      client_id: z.string(),
      client_secret: z.string(),
      client_certificate: z.string().optional(),
      client_private_key: z.string().optional(),
      expires_at: dateTime.optional(),
    }),
    OAuth2ClientInput,
    renamed({
      client_id: "clientId",
      client_secret: "clientSecret",
      client_certificate: "clientCertificate",
      client_private_key: "clientPrivateKey",
      expires_at: "expiresAt",
    }),
  ),
);

/** An OAuth 1 token. */
export const OAuth1Input = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.literal("OAUTH1"),
    oauthToken: z.string(),
    oauthTokenSecret: z.string(),
  }),
);
/** {@link OAuth1Input} and its JSON, for `z.decode` and `z.encode`. */
export const OAuth1InputWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      type: z.literal("OAUTH1"),
      oauth_token: z.string(),
      oauth_token_secret: z.string(),
    }),
    OAuth1Input,
    renamed({ oauth_token: "oauthToken", oauth_token_secret: "oauthTokenSecret" }),
  ),
);

/** An API key. */
export const ApiKeyInput = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.literal("API_KEY"),
    apiKey: z.string(),
  }),
);
/** {@link ApiKeyInput} and its JSON, for `z.decode` and `z.encode`. */
export const ApiKeyInputWire = ApiKeyInput;

/** A user name and password. */
export const BasicInput = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.literal("BASIC"),
    username: z.string(),
    password: z.string(),
  }),
);
/** {@link BasicInput} and its JSON, for `z.decode` and `z.encode`. */
export const BasicInputWire = BasicInput;

/** A NetSuite token. */
export const TbaInput = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.literal("TBA"),
    tokenId: z.string(),
    tokenSecret: z.string(),
    configOverride: ConfigOverride.optional(),
  }),
);
/** {@link TbaInput} and its JSON, for `z.decode` and `z.encode`. */
export const TbaInputWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      type: z.literal("TBA"),
      token_id: z.string(),
      token_secret: z.string(),
      config_override: ConfigOverrideWire.optional(),
    }),
    TbaInput,
    renamed({
      token_id: "tokenId",
      token_secret: "tokenSecret",
      config_override: "configOverride",
    }),
  ),
);

/** The installation of an app. */
export const AppInput = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.literal("APP"),
    appId: z.string(),
    installationId: z.string(),
  }),
);
/** {@link AppInput} and its JSON, for `z.decode` and `z.encode`. */
export const AppInputWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      type: z.literal("APP"),
      app_id: z.string(),
      installation_id: z.string(),
    }),
    AppInput,
    renamed({ app_id: "appId", installation_id: "installationId" }),
  ),
);

/** The installation of an app that has users. */
export const CustomInput = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.literal("CUSTOM"),
    appId: z.string(),
    installationId: z.string(),
  }),
);
/** {@link CustomInput} and its JSON, for `z.decode` and `z.encode`. */
export const CustomInputWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      type: z.literal("CUSTOM"),
      app_id: z.string(),
      installation_id: z.string(),
    }),
    CustomInput,
    renamed({ app_id: "appId", installation_id: "installationId" }),
  ),
);

/** No credentials. */
export const NoCredentials = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.literal("NONE"),
  }),
);
/** {@link NoCredentials} and its JSON, for `z.decode` and `z.encode`. */
export const NoCredentialsWire = NoCredentials;

/** The credentials of the connection. The `type` must be the one that the provider uses. */
export const CredentialsInput = /* @__PURE__ */ define(() =>
  z.union([
    z.discriminatedUnion("type", [
      OAuth2Input,
      OAuth2ClientInput,
      OAuth1Input,
      ApiKeyInput,
      BasicInput,
      TbaInput,
      AppInput,
      CustomInput,
      NoCredentials,
    ]),
    unknownVariant("type"),
  ]),
);
/** {@link CredentialsInput} and its JSON, for `z.decode` and `z.encode`. */
export const CredentialsInputWire = /* @__PURE__ */ define(() =>
  z.union([
    z.discriminatedUnion("type", [
      OAuth2InputWire,
      OAuth2ClientInputWire,
      OAuth1InputWire,
      ApiKeyInput,
      BasicInput,
      TbaInputWire,
      AppInputWire,
      CustomInputWire,
      NoCredentials,
    ]),
    unknownVariantWire("type"),
  ]),
);

/** A connection to create, or the new credentials of one that exists. */
export const CreateConnectionRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    providerConfigKey: z.string(),
    connectionId: z.string().optional(),
    metadata: z.record(z.string(), z.unknown()).optional(),
    connectionConfig: z.record(z.string(), z.unknown()).optional(),
    webhookUrlOverride: z.string().optional(),
    credentials: CredentialsInput,
    tags: Tags.optional(),
    endUser: EndUserInput.optional(),
  }),
);
/** {@link CreateConnectionRequest} and its JSON, for `z.decode` and `z.encode`. */
export const CreateConnectionRequestWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      provider_config_key: z.string(),
      connection_id: z.string().optional(),
      metadata: z.record(z.string(), z.unknown()).optional(),
      connection_config: z.record(z.string(), z.unknown()).optional(),
      webhook_url_override: z.string().optional(),
      credentials: CredentialsInputWire,
      tags: Tags.optional(),
      end_user: EndUserInputWire.optional(),
    }),
    CreateConnectionRequest,
    renamed({
      provider_config_key: "providerConfigKey",
      connection_id: "connectionId",
      connection_config: "connectionConfig",
      webhook_url_override: "webhookUrlOverride",
      end_user: "endUser",
    }),
  ),
);

/**
 * The members of a connection to update. All others keep their values, except that an end user
 * replaces tags.
 */
export const UpdateConnectionBody = /* @__PURE__ */ define(() =>
  z.looseObject({
    tags: Tags.optional(),
    endUser: EndUserInput.optional(),
    webhookUrlOverride: z.string().optional(),
  }),
);
/** {@link UpdateConnectionBody} and its JSON, for `z.decode` and `z.encode`. */
export const UpdateConnectionBodyWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      tags: Tags.optional(),
      end_user: EndUserInputWire.optional(),
      webhook_url_override: z.string().optional(),
    }),
    UpdateConnectionBody,
    renamed({ end_user: "endUser", webhook_url_override: "webhookUrlOverride" }),
  ),
);

/** Settings of the authorization with one integration. */
export const IntegrationConfigDefaults = /* @__PURE__ */ define(() =>
  z.looseObject({
    userScopes: z.string().optional(),
    authorizationParams: z.record(z.string(), z.string()).optional(),
    connectionConfig: z.record(z.string(), z.unknown()).optional(),
  }),
);
/** {@link IntegrationConfigDefaults} and its JSON, for `z.decode` and `z.encode`. */
export const IntegrationConfigDefaultsWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      user_scopes: z.string().optional(),
      authorization_params: z.record(z.string(), z.string()).optional(),
      connection_config: z.record(z.string(), z.unknown()).optional(),
    }),
    IntegrationConfigDefaults,
    renamed({
      user_scopes: "userScopes",
      authorization_params: "authorizationParams",
      connection_config: "connectionConfig",
    }),
  ),
);

/**
 * Settings of the authorization, by the id of the integration. The customer's browser can read
 * them.
 */
export const IntegrationsConfigDefaults = /* @__PURE__ */ define(() =>
  z.record(z.string(), IntegrationConfigDefaults),
);
/** {@link IntegrationsConfigDefaults} and its JSON, for `z.decode` and `z.encode`. */
export const IntegrationsConfigDefaultsWire = /* @__PURE__ */ define(() =>
  z.record(z.string(), IntegrationConfigDefaultsWire),
);

/** A session to create. */
export const ConnectSessionRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    tags: Tags,
    allowedIntegrations: z.array(z.string()).optional(),
    integrationsConfigDefaults: IntegrationsConfigDefaults.optional(),
    webhookUrlOverride: z.string().optional(),
  }),
);
/** {@link ConnectSessionRequest} and its JSON, for `z.decode` and `z.encode`. */
export const ConnectSessionRequestWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      tags: Tags,
      allowed_integrations: z.array(z.string()).optional(),
      integrations_config_defaults: IntegrationsConfigDefaultsWire.optional(),
      webhook_url_override: z.string().optional(),
    }),
    ConnectSessionRequest,
    renamed({
      allowed_integrations: "allowedIntegrations",
      integrations_config_defaults: "integrationsConfigDefaults",
      webhook_url_override: "webhookUrlOverride",
    }),
  ),
);

/** A session to create for an existing connection. */
export const ReconnectSessionRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    connectionId: z.string(),
    integrationId: z.string(),
    tags: Tags.optional(),
    integrationsConfigDefaults: IntegrationsConfigDefaults.optional(),
    webhookUrlOverride: z.string().optional(),
  }),
);
/** {@link ReconnectSessionRequest} and its JSON, for `z.decode` and `z.encode`. */
export const ReconnectSessionRequestWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      connection_id: z.string(),
      integration_id: z.string(),
      tags: Tags.optional(),
      integrations_config_defaults: IntegrationsConfigDefaultsWire.optional(),
      webhook_url_override: z.string().optional(),
    }),
    ReconnectSessionRequest,
    renamed({
      connection_id: "connectionId",
      integration_id: "integrationId",
      integrations_config_defaults: "integrationsConfigDefaults",
      webhook_url_override: "webhookUrlOverride",
    }),
  ),
);

/** The session. */
export const ConnectSessionData = /* @__PURE__ */ define(() =>
  z.looseObject({
    token: z.string(),
    connectLink: z.string(),
    expiresAt: z.date(),
  }),
);
/** {@link ConnectSessionData} and its JSON, for `z.decode` and `z.encode`. */
export const ConnectSessionDataWire = /* @__PURE__ */ define(() =>
  z.codec(
    z.looseObject({
      token: z.string(),
      connect_link: z.string(),
      expires_at: dateTime,
    }),
    ConnectSessionData,
    renamed({ connect_link: "connectLink", expires_at: "expiresAt" }),
  ),
);

/** A new session. */
export const ConnectSession = /* @__PURE__ */ define(() =>
  z.looseObject({
    data: ConnectSessionData,
  }),
);
/** {@link ConnectSession} and its JSON, for `z.decode` and `z.encode`. */
export const ConnectSessionWire = /* @__PURE__ */ define(() =>
  z.looseObject({
    data: ConnectSessionDataWire,
  }),
);

/** The id of a connection, or a list of ids. */
export const ConnectionIds = /* @__PURE__ */ define(() =>
  z.union([z.string(), z.array(z.string())]),
);
/** {@link ConnectionIds} and its JSON, for `z.decode` and `z.encode`. */
export const ConnectionIdsWire = ConnectionIds;

/** Your own metadata for a connection. */
export const ConnectionMetadata = /* @__PURE__ */ define(() => z.record(z.string(), z.unknown()));
/** {@link ConnectionMetadata} and its JSON, for `z.decode` and `z.encode`. */
export const ConnectionMetadataWire = ConnectionMetadata;
