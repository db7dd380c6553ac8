import type { NangoWireCredentials, NangoWireEndUser, NangoWireProblem } from "./wire.js";

/** How the provider of an integration authorizes requests, by Nango's names. */
export type NangoAuthMode =
  | "OAUTH2"
  | "OAUTH2_CC"
  | "OAUTH1"
  | "API_KEY"
  | "BASIC"
  | "TBA"
  | "APP"
  | "CUSTOM"
  | "NONE";

/** An integration of the emulated environment. */
export interface NangoIntegration {
  /** The id of the integration. */
  readonly provider_config_key: string;
  /** The name of the provider. */
  readonly provider: string;
  /** How the provider authorizes requests. */
  readonly auth: NangoAuthMode;
}

/** A connection as it is stored, with every member that the API returns. */
export interface NangoStoredConnection {
  id: number;
  connection_id: string;
  provider_config_key: string;
  provider: string;
  errors: NangoWireProblem[];
  end_user: NangoWireEndUser | null;
  tags: Record<string, string>;
  metadata: Record<string, unknown> | null;
  connection_config: Record<string, unknown>;
  webhook_url_override: string | null;
  /** RFC 3339 in UTC with microseconds. Each endpoint formats it differently. */
  created_at: string;
  updated_at: string;
  last_fetched_at: string | null;
  /** When the last refresh failed. Not returned: reads within 30 seconds of it are a 424. */
  last_refresh_failure: string | null;
  /** Whether the server has given up refreshing. Not returned: reads are a 424. */
  refresh_exhausted: boolean;
  credentials: NangoWireCredentials;
}

/** The state of the emulated Nango. Plain data: tests can read and change it at any time. */
export interface NangoState {
  /** The integrations of the environment. */
  integrations: NangoIntegration[];
  /** The connections, oldest first. */
  connections: NangoStoredConnection[];
  /** The sign-ins that customers have not finished. */
  sessions: NangoConnectSession[];
  /** The number of ids that have been generated. */
  counter: number;
}

/** A sign-in that a customer has not finished. */
export interface NangoConnectSession {
  /** The token, which is part of the URL where the customer signs in. */
  readonly token: string;
  /** When the session expires, in RFC 3339. */
  readonly expires_at: string;
  /** The id of the integration. The first one of the session, if it has several. */
  readonly integration: string;
  /** The id of the connection to authorize again. Absent for a new connection. */
  readonly connection_id?: string;
  /** The tags of the connection. */
  readonly tags: Readonly<Record<string, string>>;
  /** The settings of the connection. */
  readonly connection_config: Readonly<Record<string, unknown>>;
  /** The URL for webhooks of the connection. */
  readonly webhook_url_override?: string;
}

/** Options of the emulated Nango. */
export interface NangoOptions {
  /** The API keys to accept. Defaults to any UUID. */
  apiKeys?: readonly string[];
  /**
   * The scopes of each key: `list`, `list_credentials`, `read`, `read_credentials`, `create`,
   * `update`, `delete`, `connect_sessions:write`, `integrations:list`. Other keys have all scopes.
   */
  scopes?: Readonly<Record<string, readonly NangoScope[]>>;
  /** The initial integrations and connections. Defaults to {@link nangoSeed}. */
  seed?: NangoSeed;
}

/**
 * A scope of a key, without the prefix `environment:connections:`, or without `environment:` if it
 * has another one.
 */
export type NangoScope =
  | "list"
  | "list_credentials"
  | "read"
  | "read_credentials"
  | "create"
  | "update"
  | "delete"
  | "connect_sessions:write"
  | "integrations:list";

/** Finds a connection by its id and integration. */
export function findConnection(
  state: NangoState,
  connectionId: string,
  integration: string,
): NangoStoredConnection | undefined {
  return state.connections.find(
    (one) => one.connection_id === connectionId && one.provider_config_key === integration,
  );
}

/** Finds an integration by its id. */
export function findIntegration(state: NangoState, key: string): NangoIntegration | undefined {
  return state.integrations.find((one) => one.provider_config_key === key);
}

/** An initial connection. Members that it does not have are empty. */
export type NangoSeedConnection = Pick<
  NangoStoredConnection,
  "connection_id" | "provider_config_key" | "credentials" | "created_at"
> &
  Partial<NangoStoredConnection>;

/** The initial integrations and connections of the emulated Nango. */
export interface NangoSeed {
  /** The integrations. */
  readonly integrations: readonly NangoIntegration[];
  /** The connections, oldest first. */
  readonly connections: readonly NangoSeedConnection[];
}
