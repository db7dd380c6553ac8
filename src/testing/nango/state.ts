import type { NangoWireCredentials, NangoWireEndUser, NangoWireProblem } from "./wire.js";

/** How an integration's provider signs in, in Nango's words. */
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
  readonly provider_config_key: string;
  readonly provider: string;
  readonly auth: NangoAuthMode;
}

/** A connection as it is stored: all that the API shows. */
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
  /** RFC 3339 in UTC with microseconds; each endpoint writes it in a form of its own. */
  created_at: string;
  updated_at: string;
  last_fetched_at: string | null;
  credentials: NangoWireCredentials;
}

/** All that the emulated Nango knows. Plain data: read it, and write to it, whenever that helps a test. */
export interface NangoState {
  integrations: NangoIntegration[];
  /** The oldest first. */
  connections: NangoStoredConnection[];
  /** How many ids were given out. */
  counter: number;
}

/** Options of the emulated Nango. */
export interface NangoOptions {
  /** The API keys that are accepted. Without it every UUID is. */
  apiKeys?: readonly string[];
  /**
   * What a key may do: `list`, `read`, `read_credentials`, `create`, `update`, `delete`. Everything, where it is not
   * listed.
   */
  scopes?: Readonly<Record<string, readonly NangoScope[]>>;
  /** Integrations and connections to begin with. {@link nangoSeed} without it. */
  seed?: NangoSeed;
}

/** A right of a key, without the `environment:connections:` in front. */
export type NangoScope = "list" | "read" | "read_credentials" | "create" | "update" | "delete";

/** The connection that an id and an integration name together. */
export function findConnection(
  state: NangoState,
  connectionId: string,
  integration: string,
): NangoStoredConnection | undefined {
  return state.connections.find(
    (one) => one.connection_id === connectionId && one.provider_config_key === integration,
  );
}

/** The integration of an id. */
export function findIntegration(state: NangoState, key: string): NangoIntegration | undefined {
  return state.integrations.find((one) => one.provider_config_key === key);
}

/** A connection to begin with; what is not said is empty. */
export type NangoSeedConnection = Pick<
  NangoStoredConnection,
  "connection_id" | "provider_config_key" | "credentials" | "created_at"
> &
  Partial<NangoStoredConnection>;

/** Integrations and connections to begin with, the oldest first. */
export interface NangoSeed {
  readonly integrations: readonly NangoIntegration[];
  readonly connections: readonly NangoSeedConnection[];
}
