import type { Clock } from "../clock.js";
import { type EmulatedRequest, type EmulatedResponse, isJson, parseJson } from "../messages.js";
import { type MammothIssue, errorResponse, validationError } from "./errors.js";
import type {
  MammothConnection,
  MammothConnector,
  MammothOptions,
  MammothProject,
  MammothState,
} from "./state.js";

/** The input of an operation: a request, and the state that it reads and changes. */
export interface Context {
  readonly state: MammothState;
  readonly clock: Clock;
  readonly options: MammothOptions;
  readonly request: EmulatedRequest;
  /** The path parameters, decoded. */
  readonly path: Readonly<Record<string, string>>;
}

/** An operation of the API. */
export type Operation = (context: Context) => EmulatedResponse;

/** What was looked up, or the error response if it is missing or invalid. */
export type Lookup<T> = { readonly value: T } | { readonly error: EmulatedResponse };

/** The connector of a request, with its project and direction. */
export interface ConnectorTarget extends MammothProject {
  readonly connectorKey: string;
  readonly connector: MammothConnector;
  readonly isExport: boolean;
}

/** The connector of the path. Its key may be plain or in base64. */
export function requireConnector(context: Context): Lookup<ConnectorTarget> {
  const { path, request, state } = context;
  const issues = [
    ...["workspace_id", "project_id"].flatMap((key) => numberIssue(path[key], key, 1)),
    ...flagIssue(request.query, "is_export"),
  ];
  if (issues.length > 0) return { error: validationError(request.method, request.path, issues) };
  const workspaceId = Number(path["workspace_id"]);
  const projectId = Number(path["project_id"]);
  const isKnown = state.projects.some(
    (project) => project.workspaceId === workspaceId && project.projectId === projectId,
  );
  if (!isKnown) {
    const detail = `There is no project ${projectId} in the workspace ${workspaceId}.`;
    return { error: errorResponse(400, detail) };
  }
  const given = path["connector_key"] ?? "";
  const key = [given, fromBase64(given)].find((name) => Object.hasOwn(state.connectors, name));
  const connector = state.connectors[key ?? ""];
  if (key === undefined || !connector) {
    return { error: errorResponse(400, `There is no connector ${given}.`) };
  }
  const isExport = isTrue(request.query.get("is_export"));
  return { value: { workspaceId, projectId, connectorKey: key, connector, isExport } };
}

/** The connections of a connector. */
export function connectionsOf(
  state: MammothState,
  target: ConnectorTarget,
): readonly MammothConnection[] {
  return state.connections.filter(
    (connection) =>
      connection.workspaceId === target.workspaceId &&
      connection.projectId === target.projectId &&
      connection.connectorKey === target.connectorKey &&
      connection.isExport === target.isExport,
  );
}

/** The connection of the path. The vendor declares no 404, so an unknown connection is a 400. */
export function requireConnection(context: Context): Lookup<MammothConnection> {
  const target = requireConnector(context);
  if ("error" in target) return target;
  const key = context.path["connection_key"] ?? "";
  const value = connectionsOf(context.state, target.value).find(
    ({ connectionKey }) => connectionKey === key,
  );
  return value ? { value } : { error: errorResponse(400, `There is no connection ${key}.`) };
}

/** The body of the request, a JSON object. */
export function requireBody({ request }: Context): Lookup<Record<string, unknown>> {
  const value = isJson(request.headers.get("content-type")) ? parseJson(request.body) : undefined;
  if (isObject(value)) return { value };
  const issues = [{ message: "Expected `object`", key: "data", source: "body" }] as const;
  return { error: validationError(request.method, request.path, issues) };
}

/** The issue of a path parameter that is not a number, if any. */
export function numberIssue(
  value: string | undefined,
  key: string,
  minimum: number,
): readonly MammothIssue[] {
  const fine = /^\d+$/.test(value ?? "") && Number(value) >= minimum;
  return fine ? [] : [{ message: `Expected \`int\` >= ${minimum}`, key, source: "path" }];
}

/** The issue of a query parameter that is not a boolean, if any. */
export function flagIssue(query: URLSearchParams, key: string): readonly MammothIssue[] {
  const value = query.get(key);
  const fine = value === null || /^(?:true|false|0|1)$/i.test(value);
  return fine ? [] : [{ message: "Expected `bool`", key, source: "query" }];
}

function isTrue(value: string | null): boolean {
  return /^(?:true|1)$/i.test(value ?? "");
}

/** Whether a JSON value is an object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fromBase64(value: string): string {
  try {
    return atob(value);
  } catch {
    return "";
  }
}
