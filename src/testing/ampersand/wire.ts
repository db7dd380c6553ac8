/**
 * The API's values as they travel: member names and text forms of the document, no `Date`s. The emulator has types
 * of its own for them, so that it can be used against any client, the SDK's models included.
 */

/** A customer of the application, or a person there, as the API shows them. */
export interface WireGroup {
  groupRef: string;
  groupName: string;
  projectId: string;
  createTime: string;
  updateTime?: string;
}

/** A person in a group. */
export interface WireConsumer {
  consumerRef: string;
  consumerName: string;
  projectId: string;
  createTime: string;
  updateTime?: string;
}

/** The application's OAuth app at a provider. */
export interface WireProviderApp {
  id: string;
  projectId: string;
  provider: string;
  clientId: string;
  scopes?: string[];
  createTime: string;
  updateTime?: string;
}

/** An OAuth token with its lifetime. */
export interface WireToken {
  token: string;
  issuedAt?: string;
  expiresAt?: string;
}

/** The tokens of an authorization code grant. */
export interface WireTokens {
  accessToken?: WireToken;
  refreshToken?: WireToken;
  scopes?: string[];
}

/** Facts about an account at a provider, by name. */
export type WireProviderMetadata = Record<
  string,
  { value: string; source: string; displayName?: string }
>;

/** The members that hold a credential; a connection has at most one of them. */
export interface Credentials {
  apiKey?: string;
  basicAuth?: { username: string; password: string };
  oauth2ClientCredentials?: { clientId: string; clientSecret: string; scopes?: string[] };
  oauth2PasswordCredentials?: {
    username: string;
    password: string;
    clientId: string;
    clientSecret: string;
    scopes?: string[];
  };
  oauth2AuthorizationCode?: WireTokens;
  customAuth?: Record<string, unknown>;
}

/** What can be said about a connection when making or changing it. */
export interface WireConnectionRequest extends Credentials {
  groupRef?: string;
  groupName?: string;
  consumerRef?: string;
  consumerName?: string;
  provider?: string;
  providerWorkspaceRef?: string;
  providerMetadata?: WireProviderMetadata;
}

/** A connection as the API answers it. */
export interface WireConnection {
  id: string;
  projectId: string;
  provider: string;
  providerApp?: WireProviderApp;
  group: WireGroup;
  consumer: WireConsumer;
  providerWorkspaceRef?: string;
  providerConsumerRef?: string;
  createTime: string;
  updateTime?: string;
  authScheme: string;
  status: "created" | "working" | "bad_credentials";
  oauth2AuthorizationCode?: WireTokens;
  apiKey?: string;
  providerMetadata?: WireProviderMetadata;
}
