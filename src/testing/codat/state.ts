import type { SourceType, WireConnection } from "./wire.js";

/** An integration that companies can connect to. */
export interface CodatIntegration {
  /** The id of the integration. */
  readonly integrationId: string;
  /** The id of the data source within the integration. */
  readonly sourceId: string;
  /** The kind of software. */
  readonly sourceType: SourceType;
  /** The name of the integration. */
  readonly platformName: string;
}

/**
 * A connection as it is stored: the members that the API returns, the company, and the credentials.
 */
export interface CodatStoredConnection extends WireConnection {
  /** The id of the company. */
  readonly companyId: string;
  /** The credentials of the connection, by name. */
  credentials: Readonly<Record<string, string>>;
}

/** The state of the emulated Codat. Plain data: tests can read and change it at any time. */
export interface CodatState {
  /** The ids of the companies. */
  companies: string[];
  /** The connections of all companies. */
  connections: CodatStoredConnection[];
  /** The integrations by platform key. */
  integrations: Record<string, CodatIntegration>;
  /** The number of ids that have been generated. */
  counter: number;
}

/** The initial companies and connections of the emulated Codat. */
export interface CodatSeed {
  /** The ids of the companies. */
  readonly companies: readonly string[];
  /** The connections. */
  readonly connections: readonly CodatSeedConnection[];
}

/** An initial connection. Members that it does not have come from its integration. */
export type CodatSeedConnection = Pick<CodatStoredConnection, "companyId" | "integrationKey"> &
  Partial<CodatStoredConnection>;

/** Options of the emulated Codat. */
export interface CodatOptions {
  /**
   * The API keys to accept, not encoded. Defaults to any key, except an empty one and those that
   * start with `invalid`.
   */
  apiKeys?: readonly string[];
  /** The initial companies and connections. Defaults to {@link codatSeed}. */
  seed?: CodatSeed;
  /** Integrations to add to the built-in ones, by platform key. */
  integrations?: Readonly<Record<string, CodatIntegration>>;
}

/** Generates the next UUID, the same in every run. */
export function nextUuid(state: CodatState): string {
  state.counter += 1;
  return `c0da7000-0000-4000-8000-${String(state.counter).padStart(12, "0")}`;
}
