import type { Clock } from "../clock.js";
import { type EmulatedRequest, type EmulatedResponse, isJson, parseJson } from "../messages.js";
import { type MammothIssue, refuse, refuseIssues } from "./refuse.js";
import type {
  MammothConnection,
  MammothConnector,
  MammothOptions,
  MammothProject,
  MammothState,
} from "./state.js";

/** What an operation works with. */
export interface Context {
  readonly state: MammothState;
  readonly clock: Clock;
  readonly options: MammothOptions;
  readonly call: EmulatedRequest;
  /** The values of the path's parameters, decoded. */
  readonly path: Readonly<Record<string, string>>;
}

/** One operation of the API. */
export type Operation = (context: Context) => EmulatedResponse;

/** Something found, or the reply that says why not. */
export type Found<T> = { readonly value: T } | { readonly refusal: EmulatedResponse };

/** The connector of the path, with the project and direction that are asked for. */
export interface Place extends MammothProject {
  readonly connectorKey: string;
  readonly connector: MammothConnector;
  readonly isExport: boolean;
}

/** Where a request leads. A key of a connector may be plain, or in base64. */
export function needPlace(context: Context): Found<Place> {
  const { path, call, state } = context;
  const issues = [
    ...["workspace_id", "project_id"].flatMap((key) => numberIssue(path[key], key, 1)),
    ...flagIssue(call.query, "is_export"),
  ];
  if (issues.length > 0) return { refusal: refuseIssues(call.method, call.path, issues) };
  const workspaceId = Number(path["workspace_id"]);
  const projectId = Number(path["project_id"]);
  const isKnown = state.projects.some(
    (project) => project.workspaceId === workspaceId && project.projectId === projectId,
  );
  if (!isKnown) {
    const detail = `There is no project ${projectId} in the workspace ${workspaceId}.`;
    return { refusal: refuse(400, detail) };
  }
  const given = path["connector_key"] ?? "";
  const key = [given, fromBase64(given)].find((name) => Object.hasOwn(state.connectors, name));
  const connector = state.connectors[key ?? ""];
  if (key === undefined || !connector) {
    return { refusal: refuse(400, `There is no connector ${given}.`) };
  }
  const isExport = isTrue(call.query.get("is_export"));
  return { value: { workspaceId, projectId, connectorKey: key, connector, isExport } };
}

/** The connections of a connector. */
export function connectionsAt(state: MammothState, place: Place): readonly MammothConnection[] {
  return state.connections.filter(
    (connection) =>
      connection.workspaceId === place.workspaceId &&
      connection.projectId === place.projectId &&
      connection.connectorKey === place.connectorKey &&
      connection.isExport === place.isExport,
  );
}

/** The connection of the path. The vendor declares no 404 for one that is not there: it is a 400. */
export function needConnection(context: Context): Found<MammothConnection> {
  const place = needPlace(context);
  if ("refusal" in place) return place;
  const key = context.path["connection_key"] ?? "";
  const value = connectionsAt(context.state, place.value).find(
    ({ connectionKey }) => connectionKey === key,
  );
  return value ? { value } : { refusal: refuse(400, `There is no connection ${key}.`) };
}

/** The body of the request as a JSON object. */
export function needBody({ call }: Context): Found<Record<string, unknown>> {
  const value = isJson(call.headers.get("content-type")) ? parseJson(call.body) : undefined;
  if (isObject(value)) return { value };
  const issues = [{ message: "Expected `object`", key: "data", source: "body" }] as const;
  return { refusal: refuseIssues(call.method, call.path, issues) };
}

/** What is wrong with a number of the path. */
export function numberIssue(
  value: string | undefined,
  key: string,
  least: number,
): readonly MammothIssue[] {
  const fine = /^\d+$/.test(value ?? "") && Number(value) >= least;
  return fine ? [] : [{ message: `Expected \`int\` >= ${least}`, key, source: "path" }];
}

/** What is wrong with a boolean of the query. */
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

function fromBase64(text: string): string {
  try {
    return atob(text);
  } catch {
    return "";
  }
}
