// Written by sdkwright. Change the document or the generator, not this file.
import * as z from "zod";
import {
  dateTime,
  define,
  unknownVariant,
  unknownVariantWire,
} from "../../../../lib/zod/classic.js";

/** Provider-specific settings of an OAuth app. */
export const ProviderAppMetadata = /* @__PURE__ */ define(() =>
  z.looseObject({
    authQueryParams: z.record(z.string(), z.array(z.string())).optional(),
    providerParams: z.record(z.string(), z.string()).optional(),
  }),
);
/** {@link ProviderAppMetadata} and its JSON, for `z.decode` and `z.encode`. */
export const ProviderAppMetadataWire = ProviderAppMetadata;

/** Your OAuth app at a provider. */
export const ProviderApp = /* @__PURE__ */ define(() =>
  z.looseObject({
    id: z.string(),
    projectId: z.string(),
    externalRef: z.string().optional(),
    provider: z.string(),
    clientId: z.string(),
    scopes: z.array(z.string()).optional(),
    metadata: ProviderAppMetadata.optional(),
    createTime: z.date(),
    updateTime: z.date().optional(),
  }),
);
/** {@link ProviderApp} and its JSON, for `z.decode` and `z.encode`. */
export const ProviderAppWire = /* @__PURE__ */ define(() =>
  z.looseObject({
    id: z.string(),
    projectId: z.string(),
    externalRef: z.string().optional(),
    provider: z.string(),
    clientId: z.string(),
    scopes: z.array(z.string()).optional(),
    metadata: ProviderAppMetadata.optional(),
    createTime: dateTime,
    updateTime: dateTime.optional(),
  }),
);

/** Your customer, usually a company, that connections belong to. */
export const Group = /* @__PURE__ */ define(() =>
  z.looseObject({
    groupRef: z.string(),
    groupName: z.string(),
    projectId: z.string(),
    createTime: z.date(),
    updateTime: z.date().optional(),
  }),
);
/** {@link Group} and its JSON, for `z.decode` and `z.encode`. */
export const GroupWire = /* @__PURE__ */ define(() =>
  z.looseObject({
    groupRef: z.string(),
    groupName: z.string(),
    projectId: z.string(),
    createTime: dateTime,
    updateTime: dateTime.optional(),
  }),
);

/** A person in a group who connects accounts on its behalf. */
export const Consumer = /* @__PURE__ */ define(() =>
  z.looseObject({
    consumerRef: z.string(),
    consumerName: z.string(),
    projectId: z.string(),
    createTime: z.date(),
    updateTime: z.date().optional(),
  }),
);
/** {@link Consumer} and its JSON, for `z.decode` and `z.encode`. */
export const ConsumerWire = /* @__PURE__ */ define(() =>
  z.looseObject({
    consumerRef: z.string(),
    consumerName: z.string(),
    projectId: z.string(),
    createTime: dateTime,
    updateTime: dateTime.optional(),
  }),
);

/** An OAuth token with its lifetime. Secret. */
export const Token = /* @__PURE__ */ define(() =>
  z.looseObject({
    token: z.string(),
    issuedAt: z.date().optional(),
    expiresAt: z.date().optional(),
  }),
);
/** {@link Token} and its JSON, for `z.decode` and `z.encode`. */
export const TokenWire = /* @__PURE__ */ define(() =>
  z.looseObject({
    token: z.string(),
    issuedAt: dateTime.optional(),
    expiresAt: dateTime.optional(),
  }),
);

/** The tokens of an OAuth 2 authorization code grant. Secret. */
export const Oauth2AuthorizationCode = /* @__PURE__ */ define(() =>
  z.looseObject({
    accessToken: Token.optional(),
    refreshToken: Token.optional(),
    scopes: z.array(z.string()).optional(),
  }),
);
/** {@link Oauth2AuthorizationCode} and its JSON, for `z.decode` and `z.encode`. */
export const Oauth2AuthorizationCodeWire = /* @__PURE__ */ define(() =>
  z.looseObject({
    accessToken: TokenWire.optional(),
    refreshToken: TokenWire.optional(),
    scopes: z.array(z.string()).optional(),
  }),
);

/** A fact about the customer's account at the provider. */
export const ProviderMetadataInfo = /* @__PURE__ */ define(() =>
  z.looseObject({
    value: z.string(),
    source: z.string(),
    displayName: z.string().optional(),
  }),
);
/** {@link ProviderMetadataInfo} and its JSON, for `z.decode` and `z.encode`. */
export const ProviderMetadataInfoWire = ProviderMetadataInfo;

/** Facts about the customer's account at the provider, such as its region or instance, by name. */
export const ProviderMetadata = /* @__PURE__ */ define(() =>
  z.record(z.string(), ProviderMetadataInfo),
);
/** {@link ProviderMetadata} and its JSON, for `z.decode` and `z.encode`. */
export const ProviderMetadataWire = ProviderMetadata;

/**
 * A customer's connection to a provider.
 *
 * It can contain secrets (`apiKey`, `oauth2AuthorizationCode`): redact them before you log it.
 */
export const Connection = /* @__PURE__ */ define(() =>
  z.looseObject({
    id: z.string(),
    projectId: z.string(),
    provider: z.string(),
    providerApp: ProviderApp.optional(),
    group: Group,
    consumer: Consumer,
    providerWorkspaceRef: z.string().optional(),
    providerConsumerRef: z.string().optional(),
    createTime: z.date(),
    updateTime: z.date().optional(),
    authScheme: z.string(),
    status: z.string(),
    oauth2AuthorizationCode: Oauth2AuthorizationCode.optional(),
    apiKey: z.string().optional(),
    providerMetadata: ProviderMetadata.optional(),
  }),
);
/** {@link Connection} and its JSON, for `z.decode` and `z.encode`. */
export const ConnectionWire = /* @__PURE__ */ define(() =>
  z.looseObject({
    id: z.string(),
    projectId: z.string(),
    provider: z.string(),
    providerApp: ProviderAppWire.optional(),
    group: GroupWire,
    consumer: ConsumerWire,
    providerWorkspaceRef: z.string().optional(),
    providerConsumerRef: z.string().optional(),
    createTime: dateTime,
    updateTime: dateTime.optional(),
    authScheme: z.string(),
    status: z.string(),
    oauth2AuthorizationCode: Oauth2AuthorizationCodeWire.optional(),
    apiKey: z.string().optional(),
    providerMetadata: ProviderMetadata.optional(),
  }),
);

/** A user name and password for providers with HTTP basic authentication. Secret. */
export const BasicAuth = /* @__PURE__ */ define(() =>
  z.looseObject({
    username: z.string(),
    password: z.string(),
  }),
);
/** {@link BasicAuth} and its JSON, for `z.decode` and `z.encode`. */
export const BasicAuthWire = BasicAuth;

/** The credentials for the OAuth 2 client credentials grant. Secret. */
export const Oauth2ClientCredentials = /* @__PURE__ */ define(() =>
  z.looseObject({
    clientId: z.string(),
    clientSecret: z.string(),
    scopes: z.array(z.string()).optional(),
  }),
);
/** {@link Oauth2ClientCredentials} and its JSON, for `z.decode` and `z.encode`. */
export const Oauth2ClientCredentialsWire = Oauth2ClientCredentials;

/** The credentials for the OAuth 2 password grant. Secret. */
export const Oauth2PasswordCredentials = /* @__PURE__ */ define(() =>
  z.looseObject({
    username: z.string(),
    password: z.string(),
    clientId: z.string(),
    clientSecret: z.string(),
    scopes: z.array(z.string()).optional(),
  }),
);
/** {@link Oauth2PasswordCredentials} and its JSON, for `z.decode` and `z.encode`. */
export const Oauth2PasswordCredentialsWire = Oauth2PasswordCredentials;

/**
 * The members of a connection that can be set when it is created or updated. Pass at most one of
 * the credential members: the one that matches the provider.
 */
export const ConnectionRequest = /* @__PURE__ */ define(() =>
  z.looseObject({
    groupRef: z.string().optional(),
    groupName: z.string().optional(),
    consumerRef: z.string().optional(),
    consumerName: z.string().optional(),
    provider: z.string().optional(),
    providerWorkspaceRef: z.string().optional(),
    providerMetadata: ProviderMetadata.optional(),
    apiKey: z.string().optional(),
    basicAuth: BasicAuth.optional(),
    oauth2ClientCredentials: Oauth2ClientCredentials.optional(),
    oauth2PasswordCredentials: Oauth2PasswordCredentials.optional(),
    oauth2AuthorizationCode: Oauth2AuthorizationCode.optional(),
    customAuth: z.record(z.string(), z.unknown()).optional(),
  }),
);
/** {@link ConnectionRequest} and its JSON, for `z.decode` and `z.encode`. */
export const ConnectionRequestWire = /* @__PURE__ */ define(() =>
  z.looseObject({
    groupRef: z.string().optional(),
    groupName: z.string().optional(),
    consumerRef: z.string().optional(),
    consumerName: z.string().optional(),
    provider: z.string().optional(),
    providerWorkspaceRef: z.string().optional(),
    providerMetadata: ProviderMetadata.optional(),
    apiKey: z.string().optional(),
    basicAuth: BasicAuth.optional(),
    oauth2ClientCredentials: Oauth2ClientCredentials.optional(),
    oauth2PasswordCredentials: Oauth2PasswordCredentials.optional(),
    oauth2AuthorizationCode: Oauth2AuthorizationCodeWire.optional(),
    customAuth: z.record(z.string(), z.unknown()).optional(),
  }),
);

/** A connection to create. */
export const GenerateConnectionBody = /* @__PURE__ */ define(() =>
  z.looseObject({
    groupRef: z.string(),
    groupName: z.string().optional(),
    consumerRef: z.string(),
    consumerName: z.string().optional(),
    provider: z.string(),
    providerWorkspaceRef: z.string().optional(),
    providerMetadata: ProviderMetadata.optional(),
    apiKey: z.string().optional(),
    basicAuth: BasicAuth.optional(),
    oauth2ClientCredentials: Oauth2ClientCredentials.optional(),
    oauth2PasswordCredentials: Oauth2PasswordCredentials.optional(),
    oauth2AuthorizationCode: Oauth2AuthorizationCode.optional(),
    customAuth: z.record(z.string(), z.unknown()).optional(),
  }),
);
/** {@link GenerateConnectionBody} and its JSON, for `z.decode` and `z.encode`. */
export const GenerateConnectionBodyWire = /* @__PURE__ */ define(() =>
  z.looseObject({
    groupRef: z.string(),
    groupName: z.string().optional(),
    consumerRef: z.string(),
    consumerName: z.string().optional(),
    provider: z.string(),
    providerWorkspaceRef: z.string().optional(),
    providerMetadata: ProviderMetadata.optional(),
    apiKey: z.string().optional(),
    basicAuth: BasicAuth.optional(),
    oauth2ClientCredentials: Oauth2ClientCredentials.optional(),
    oauth2PasswordCredentials: Oauth2PasswordCredentials.optional(),
    oauth2AuthorizationCode: Oauth2AuthorizationCodeWire.optional(),
    customAuth: z.record(z.string(), z.unknown()).optional(),
  }),
);

/** A change to a connection. */
export const UpdateConnectionBody = /* @__PURE__ */ define(() =>
  z.looseObject({
    updateMask: z.array(z.string()),
    connection: ConnectionRequest,
  }),
);
/** {@link UpdateConnectionBody} and its JSON, for `z.decode` and `z.encode`. */
export const UpdateConnectionBodyWire = /* @__PURE__ */ define(() =>
  z.looseObject({
    updateMask: z.array(z.string()),
    connection: ConnectionRequestWire,
  }),
);

/** Whose connection it will be, and what it connects to. */
export const OauthConnectBody = /* @__PURE__ */ define(() =>
  z.looseObject({
    projectIdOrName: z.string(),
    provider: z.string(),
    groupRef: z.string(),
    groupName: z.string().optional(),
    consumerRef: z.string(),
    consumerName: z.string().optional(),
    providerWorkspaceRef: z.string().optional(),
    providerMetadata: ProviderMetadata.optional(),
    providerAppId: z.string().optional(),
  }),
);
/** {@link OauthConnectBody} and its JSON, for `z.decode` and `z.encode`. */
export const OauthConnectBodyWire = OauthConnectBody;

/** The first step of an authorization, or the next step of a session. */
export const CustomAuthConnectBody = /* @__PURE__ */ define(() =>
  z.looseObject({
    projectIdOrName: z.string(),
    provider: z.string().optional(),
    groupRef: z.string().optional(),
    groupName: z.string().optional(),
    consumerRef: z.string().optional(),
    consumerName: z.string().optional(),
    providerMetadata: ProviderMetadata.optional(),
    providerAppId: z.string().optional(),
    customAuth: z.record(z.string(), z.unknown()).optional(),
    sessionId: z.string().optional(),
    callbackParams: z.record(z.string(), z.string()).optional(),
  }),
);
/** {@link CustomAuthConnectBody} and its JSON, for `z.decode` and `z.encode`. */
export const CustomAuthConnectBodyWire = CustomAuthConnectBody;

/** A URL to send the customer to, and the session to continue when they return. */
export const Redirect = /* @__PURE__ */ define(() =>
  z.looseObject({
    url: z.string(),
    sessionId: z.string(),
  }),
);
/** {@link Redirect} and its JSON, for `z.decode` and `z.encode`. */
export const RedirectWire = Redirect;

/** The customer has to act before the connection can be created. */
export const CustomAuthRedirect = /* @__PURE__ */ define(() =>
  z.looseObject({
    redirect: Redirect,
  }),
);
/** {@link CustomAuthRedirect} and its JSON, for `z.decode` and `z.encode`. */
export const CustomAuthRedirectWire = CustomAuthRedirect;

/** The connection was created. */
export const CustomAuthConnected = /* @__PURE__ */ define(() =>
  z.looseObject({
    connection: Connection,
  }),
);
/** {@link CustomAuthConnected} and its JSON, for `z.decode` and `z.encode`. */
export const CustomAuthConnectedWire = /* @__PURE__ */ define(() =>
  z.looseObject({
    connection: ConnectionWire,
  }),
);

/** The URL to send the customer to next, or the new connection. */
export const CustomAuthConnectResult = /* @__PURE__ */ define(() =>
  z.union([CustomAuthRedirect, CustomAuthConnected, unknownVariant()]),
);
/** {@link CustomAuthConnectResult} and its JSON, for `z.decode` and `z.encode`. */
export const CustomAuthConnectResultWire = /* @__PURE__ */ define(() =>
  z.union([CustomAuthRedirect, CustomAuthConnectedWire, unknownVariantWire()]),
);

/** An issue with one member of a request. */
export const InputValidationIssue = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.string().optional(),
    href: z.string().optional(),
    title: z.string().optional(),
    status: z.int().optional(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    subsystem: z.string().optional(),
    time: z.date().optional(),
    requestId: z.string().optional(),
    causes: z.array(z.string()).optional(),
    remedy: z.string().optional(),
    supportEmail: z.string().optional(),
    supportPhone: z.string().optional(),
    supportUrl: z.string().optional(),
    retryable: z.boolean().optional(),
    retryAfter: z.date().optional(),
    context: z.record(z.string(), z.unknown()).optional(),
    in: z.string().optional(),
    name: z.string().optional(),
    value: z.unknown().optional(),
  }),
);
/** {@link InputValidationIssue} and its JSON, for `z.decode` and `z.encode`. */
export const InputValidationIssueWire = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.string().optional(),
    href: z.string().optional(),
    title: z.string().optional(),
    status: z.int().optional(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    subsystem: z.string().optional(),
    time: dateTime.optional(),
    requestId: z.string().optional(),
    causes: z.array(z.string()).optional(),
    remedy: z.string().optional(),
    supportEmail: z.string().optional(),
    supportPhone: z.string().optional(),
    supportUrl: z.string().optional(),
    retryable: z.boolean().optional(),
    retryAfter: dateTime.optional(),
    context: z.record(z.string(), z.unknown()).optional(),
    in: z.string().optional(),
    name: z.string().optional(),
    value: z.unknown().optional(),
  }),
);

/** A problem with the request, with the members that are invalid. */
export const InputValidationProblem = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.string().optional(),
    href: z.string().optional(),
    title: z.string().optional(),
    status: z.int().optional(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    subsystem: z.string().optional(),
    time: z.date().optional(),
    requestId: z.string().optional(),
    causes: z.array(z.string()).optional(),
    remedy: z.string().optional(),
    supportEmail: z.string().optional(),
    supportPhone: z.string().optional(),
    supportUrl: z.string().optional(),
    retryable: z.boolean().optional(),
    retryAfter: z.date().optional(),
    context: z.record(z.string(), z.unknown()).optional(),
    issues: z.array(InputValidationIssue).optional(),
  }),
);
/** {@link InputValidationProblem} and its JSON, for `z.decode` and `z.encode`. */
export const InputValidationProblemWire = /* @__PURE__ */ define(() =>
  z.looseObject({
    type: z.string().optional(),
    href: z.string().optional(),
    title: z.string().optional(),
    status: z.int().optional(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    subsystem: z.string().optional(),
    time: dateTime.optional(),
    requestId: z.string().optional(),
    causes: z.array(z.string()).optional(),
    remedy: z.string().optional(),
    supportEmail: z.string().optional(),
    supportPhone: z.string().optional(),
    supportUrl: z.string().optional(),
    retryable: z.boolean().optional(),
    retryAfter: dateTime.optional(),
    context: z.record(z.string(), z.unknown()).optional(),
    issues: z.array(InputValidationIssueWire).optional(),
  }),
);
