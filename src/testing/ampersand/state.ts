import type { AuthScheme } from "./providers.js";
import type {
  Credentials,
  WireConnection,
  WireConnectionRequest,
  WireConsumer,
  WireGroup,
} from "./wire.js";

/** A project of the emulated Ampersand. */
export interface Project {
  /** The id of the project. */
  readonly id: string;
  /** The name of the project, which requests may use instead of the id. */
  readonly name: string;
}

/**
 * A connection as it is stored: the members that the API returns, and the credentials, most of
 * which it does not return.
 */
export interface StoredConnection extends Omit<
  WireConnection,
  "apiKey" | "oauth2AuthorizationCode" | "authScheme"
> {
  /** How the provider authorizes requests. */
  authScheme: AuthScheme;
  /** The credentials of the connection. */
  credentials: Credentials;
}

/** An unfinished authorization in several steps (`customAuthConnect`). */
export interface Session {
  /** The id of the session. */
  readonly id: string;
  /** The project of the connection. */
  readonly project: Project;
  /** The request that started the session. */
  readonly request: WireConnectionRequest;
}

/** The state of the emulated Ampersand. Plain data: tests can read and change it at any time. */
export interface AmpersandState {
  /** The projects. */
  projects: Project[];
  /** The groups of all projects. */
  groups: WireGroup[];
  /** The consumers of all projects. */
  consumers: WireConsumer[];
  /** The connections of all projects. */
  connections: StoredConnection[];
  /** The unfinished authorizations. */
  sessions: Session[];
  /** How each provider of the catalog authorizes requests. */
  providers: Record<string, AuthScheme>;
  /** The number of ids of each kind that have been generated. */
  counters: Record<string, number>;
}

/** Options of the emulated Ampersand. */
export interface AmpersandOptions {
  /**
   * The API keys to accept. Defaults to any key, even `<YOUR_API_KEY_HERE>`, except an empty one
   * and those that start with `invalid`.
   */
  apiKeys?: readonly string[];
  /** The initial projects and connections. Defaults to {@link defaultSeed}. */
  seed?: Seed;
  /** Providers to add to the catalog, and how they authorize requests. */
  providers?: Readonly<Record<string, AuthScheme>>;
}

/** Generates the next id of a kind, the same in every run: `conn-0001`, `conn-0002`. */
export function nextId(state: AmpersandState, kind: string): string {
  const count = (state.counters[kind] ?? 0) + 1;
  state.counters[kind] = count;
  return `${kind}-${String(count).padStart(4, "0")}`;
}

/** Finds a project by its id or name. */
export function findProject(state: AmpersandState, idOrName: string): Project | undefined {
  return state.projects.find(({ id, name }) => id === idOrName || name === idOrName);
}

/** A request that has all members that a connection requires. */
export type CompleteRequest = WireConnectionRequest &
  Required<Pick<WireConnectionRequest, "groupRef" | "consumerRef" | "provider">>;

/** The initial projects and connections of the emulated Ampersand. */
export interface Seed {
  /** The projects. */
  readonly projects: readonly { readonly id: string; readonly name: string }[];
  /** The connections. */
  readonly connections: readonly SeedConnection[];
}

/**
 * An initial connection: the body of `generateConnection`, with the project, the id and the time of
 * creation.
 */
export type SeedConnection = CompleteRequest & {
  /** The id or name of the project. */
  project: string;
  /** The id of the connection. Defaults to the next generated id, such as `conn-0001`. */
  id?: string;
  /** When the connection was created, in RFC 3339. Defaults to the current time. */
  createTime?: string;
};
