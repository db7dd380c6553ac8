/**
 * The values of the API as they are on the wire: with the member names and string formats of the
 * document, and without `Date`s. The emulator has its own types for them, so that it works with any
 * client and also tests the SDK's models.
 */

/** A customer of the application. */
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

/** The members that are credentials. A connection has at most one of them. */
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

/** The members of a connection that can be set when it is created or updated. */
export interface WireConnectionRequest extends Credentials {
  groupRef?: string;
  groupName?: string;
  consumerRef?: string;
  consumerName?: string;
  provider?: string;
  providerWorkspaceRef?: string;
  providerMetadata?: WireProviderMetadata;
}

/** A connection as the API returns it. */
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
