import type { SourceType, WireConnection } from "./wire.js";

/** An integration that companies can connect to. */
export interface CodatIntegration {
  readonly integrationId: string;
  readonly sourceId: string;
  readonly sourceType: SourceType;
  readonly platformName: string;
}

/** A connection as it is stored: all that the API shows, whose it is, and the values that it signs in with. */
export interface CodatStoredConnection extends WireConnection {
  readonly companyId: string;
  credentials: Readonly<Record<string, string>>;
}

/** All that the emulated Codat knows. Plain data: read it, and write to it, whenever that helps a test. */
export interface CodatState {
  /** The ids of the companies. */
  companies: string[];
  connections: CodatStoredConnection[];
  /** Integrations by platform key. */
  integrations: Record<string, CodatIntegration>;
  /** How many ids were given out. */
  counter: number;
}

/** Companies and connections to begin with. */
export interface CodatSeed {
  readonly companies: readonly string[];
  readonly connections: readonly CodatSeedConnection[];
}

/** A connection to begin with. What it does not have comes from its integration. */
export type CodatSeedConnection = Pick<CodatStoredConnection, "companyId" | "integrationKey"> &
  Partial<CodatStoredConnection>;

/** Options of the emulated Codat. */
export interface CodatOptions {
  /**
   * The API keys that are accepted, as they are before base64. Without it any key is, except an empty one and those that
   * start with `invalid`.
   */
  apiKeys?: readonly string[];
  /** Companies and connections to begin with. {@link codatSeed} without it. */
  seed?: CodatSeed;
  /** Integrations to know beside the built-in ones, by platform key. */
  integrations?: Readonly<Record<string, CodatIntegration>>;
}

/** The next UUID, the same in every run. */
export function nextUuid(state: CodatState): string {
  state.counter += 1;
  return `c0da7000-0000-4000-8000-${String(state.counter).padStart(12, "0")}`;
}
