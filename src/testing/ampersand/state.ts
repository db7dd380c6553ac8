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
  readonly id: string;
  readonly name: string;
}

/** A connection as it is stored: all that the API shows, and the credentials that it mostly does not. */
export interface StoredConnection extends Omit<
  WireConnection,
  "apiKey" | "oauth2AuthorizationCode" | "authScheme"
> {
  authScheme: AuthScheme;
  credentials: Credentials;
}

/** An authorization in several steps (`customAuthConnect`) that has not ended yet. */
export interface Session {
  readonly id: string;
  readonly project: Project;
  readonly request: WireConnectionRequest;
}

/** All that the emulated Ampersand knows. Plain data: read it, and write to it, whenever that helps a test. */
export interface AmpersandState {
  projects: Project[];
  groups: WireGroup[];
  consumers: WireConsumer[];
  connections: StoredConnection[];
  sessions: Session[];
  /** How each known provider authorizes requests. */
  providers: Record<string, AuthScheme>;
  /** How many ids of each kind were given out. */
  counters: Record<string, number>;
}

/** Options of the emulated Ampersand. */
export interface AmpersandOptions {
  /**
   * The API keys that are accepted. Without it any key is, `<YOUR_API_KEY_HERE>` as well, except an empty one and
   * those that start with `invalid`.
   */
  apiKeys?: readonly string[];
  /** Projects and connections to begin with. {@link defaultSeed} without it. */
  seed?: Seed;
  /** Providers to know beside the built-in ones, and how they authorize requests. */
  providers?: Readonly<Record<string, AuthScheme>>;
}

/** The next id of a kind, the same in every run: `conn-0001`, `conn-0002`. */
export function nextId(state: AmpersandState, kind: string): string {
  const count = (state.counters[kind] ?? 0) + 1;
  state.counters[kind] = count;
  return `${kind}-${String(count).padStart(4, "0")}`;
}

/** The project with an id or a name. */
export function findProject(state: AmpersandState, idOrName: string): Project | undefined {
  return state.projects.find(({ id, name }) => id === idOrName || name === idOrName);
}

/** A request that has what a connection needs. */
export type CompleteRequest = WireConnectionRequest &
  Required<Pick<WireConnectionRequest, "groupRef" | "consumerRef" | "provider">>;

/** Projects and connections to begin with. */
export interface Seed {
  readonly projects: readonly { readonly id: string; readonly name: string }[];
  readonly connections: readonly SeedConnection[];
}

/** A connection to begin with: what `generateConnection` takes, and where and since when it exists. */
export type SeedConnection = CompleteRequest & {
  /** The id or the name of its project. */
  project: string;
  /** The next `conn-0001` without it. */
  id?: string;
  /** RFC 3339. The present without it. */
  createTime?: string;
};
