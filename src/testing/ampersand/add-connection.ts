import type { Clock } from "../clock.js";
import { type AuthScheme, credentialsIn, isRefused, pickCredentials } from "./providers.js";
import {
  type AmpersandState,
  type CompleteRequest,
  type Project,
  type StoredConnection,
  nextId,
} from "./state.js";
import type { WireConnection, WireConnectionRequest, WireConsumer, WireGroup } from "./wire.js";

/** Adds a connection, and its group and consumer if they are new. */
export function addConnection(
  state: AmpersandState,
  clock: Clock,
  project: Project,
  request: CompleteRequest,
  given: { id?: string | undefined; createTime?: string | undefined } = {},
): StoredConnection {
  const createTime = given.createTime ?? clock.timestamp();
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

/** The status of a connection: whether the emulated provider accepts its credentials. */
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
