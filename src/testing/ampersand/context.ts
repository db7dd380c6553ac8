import type { Clock } from "../clock.js";
import { type EmulatedRequest, type EmulatedResponse, isJson, parseJson } from "../messages.js";
import { type Access, reaches } from "./auth.js";
import { type Refuse, refuseIssues } from "./problems.js";
import { type Shape, checkShape } from "./shape.js";
import { type AmpersandState, type Project, type StoredConnection, findProject } from "./state.js";

/** What an operation works with. */
export interface Context {
  readonly state: AmpersandState;
  readonly clock: Clock;
  readonly refuse: Refuse;
  readonly access: Access;
  readonly call: EmulatedRequest;
  /** The values of the path's parameters, decoded. */
  readonly path: Readonly<Record<string, string>>;
}

/** One operation of the API. */
export type Operation = (context: Context) => EmulatedResponse;

/** Something found, or the reply that says why not. */
export type Found<T> = { readonly value: T } | { readonly refusal: EmulatedResponse };

/** The project of the path. `typed` says whether the operation's 404 is an input validation problem. */
export function needProject(context: Context, typed: boolean): Found<Project> {
  const idOrName = context.path["projectIdOrName"] ?? "";
  const value = findProject(context.state, idOrName);
  return value ? { value } : { refusal: notFound(context, typed, "project", "projectIdOrName") };
}

/** The connection of the path, in the project of the path. */
export function needConnection(context: Context, typed: boolean): Found<StoredConnection> {
  const project = needProject(context, typed);
  if ("refusal" in project) return project;
  const value = context.state.connections.find(
    ({ id, projectId, group, consumer }) =>
      id === context.path["connectionId"] &&
      projectId === project.value.id &&
      reaches(context.access, group.groupRef, consumer.consumerRef),
  );
  return value ? { value } : { refusal: notFound(context, typed, "connection", "connectionId") };
}

/** The body of the request as JSON of a shape: 415 for other types, 400 with the issues otherwise. */
export function needBody<T>(context: Context, shape: Shape): Found<T> {
  const { call, refuse } = context;
  if (!isJson(call.headers.get("content-type"))) {
    const detail = "The body must be sent as application/json.";
    return { refusal: refuse(415, { detail, remedy: "Set the header Content-Type." }) };
  }
  const value = parseJson(call.body);
  if (value === undefined) return { refusal: refuse(400, { detail: "The body is not JSON." }) };
  const issues = checkShape(value, shape);
  if (issues.length > 0) return { refusal: refuseIssues(refuse, 400, issues) };
  return { value: value as T }; // The shape has just been checked.
}

function notFound(
  context: Context,
  typed: boolean,
  what: string,
  parameter: string,
): EmulatedResponse {
  const value = context.path[parameter] ?? "";
  const detail = `There is no ${what} ${value}.`;
  const issues = [{ in: "path", name: parameter, value, detail } as const];
  return context.refuse(404, {
    detail,
    remedy: what === "project" ? "Check the project's id or name." : "Check the connection's id.",
    ...(typed && { issues }),
  });
}
