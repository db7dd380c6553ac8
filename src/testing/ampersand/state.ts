import { type Clock, createClock } from "../clock.js";
import {
  type AuthScheme,
  credentialsIn,
  defaultProviders,
  isRefused,
  pickCredentials,
} from "./providers.js";
import { type Seed, defaultSeed } from "./seed.js";
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

/** The state that options describe, as it is after every reset. */
export function createState(
  options: AmpersandOptions = {},
  clock: Clock = createClock(),
): AmpersandState {
  const seed = options.seed ?? defaultSeed;
  const state: AmpersandState = {
    projects: seed.projects.map((project) => ({ ...project })),
    groups: [],
    consumers: [],
    connections: [],
    sessions: [],
    providers: { ...defaultProviders, ...options.providers },
    counters: {},
  };
  for (const { project, id, createTime, ...request } of seed.connections) {
    const owner = findProject(state, project);
    if (!owner) throw new Error(`The seed has a connection in ${project}, a project it has not.`);
    addConnection(state, clock, owner, structuredClone(request), { id, createTime });
  }
  return state;
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

/** Makes a connection, with its group and consumer where they are new. */
export function addConnection(
  state: AmpersandState,
  clock: Clock,
  project: Project,
  request: CompleteRequest,
  given: { id?: string | undefined; createTime?: string | undefined } = {},
): StoredConnection {
  const createTime = given.createTime ?? clock.stamp();
  const authScheme = state.providers[request.provider] ?? "none";
  const connection: StoredConnection = {
    id: given.id ?? nextId(state, "conn"),
    projectId: project.id,
    provider: request.provider,
    ...(authScheme.startsWith("oauth2/authorizationCode") && {
      providerApp: providerApp(project, request.provider),
    }),
    group: ensureGroup(state, project, request, createTime),
    consumer: ensureConsumer(state, project, request, createTime),
    ...(request.providerWorkspaceRef !== undefined && {
      providerWorkspaceRef: request.providerWorkspaceRef,
    }),
    ...(request.providerMetadata && { providerMetadata: request.providerMetadata }),
    createTime,
    authScheme,
    status: statusOf(authScheme, request),
    credentials: pickCredentials(request),
  };
  state.connections.push(connection);
  return connection;
}

/** What the emulated provider says to the credentials: nothing yet, yes, or no. */
export function statusOf(
  scheme: AuthScheme,
  credentials: WireConnectionRequest,
): StoredConnection["status"] {
  if (scheme === "none") return "working";
  if (credentialsIn(credentials).length === 0) return "created";
  return isRefused(pickCredentials(credentials)) ? "bad_credentials" : "working";
}

function ensureGroup(
  state: AmpersandState,
  { id: projectId }: Project,
  { groupRef, groupName }: CompleteRequest,
  createTime: string,
): WireGroup {
  const known = state.groups.find(
    (group) => group.projectId === projectId && group.groupRef === groupRef,
  );
  if (known) return known;
  const group = { groupRef, groupName: groupName ?? groupRef, projectId, createTime };
  state.groups.push(group);
  return group;
}

function ensureConsumer(
  state: AmpersandState,
  { id: projectId }: Project,
  { consumerRef, consumerName }: CompleteRequest,
  createTime: string,
): WireConsumer {
  const known = state.consumers.find(
    (consumer) => consumer.projectId === projectId && consumer.consumerRef === consumerRef,
  );
  if (known) return known;
  const consumer = {
    consumerRef,
    consumerName: consumerName ?? consumerRef,
    projectId,
    createTime,
  };
  state.consumers.push(consumer);
  return consumer;
}

function providerApp(
  project: Project,
  provider: string,
): NonNullable<WireConnection["providerApp"]> {
  return {
    id: `app-${provider}`,
    projectId: project.id,
    provider,
    clientId: `${provider}-client`,
    scopes: ["read", "write"],
    createTime: "2026-01-12T08:00:00.250731Z",
  };
}
