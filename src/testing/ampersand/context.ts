import type { Clock } from "../clock.js";
import { type EmulatedRequest, type EmulatedResponse, isJson, parseJson } from "../messages.js";
import { type Access, hasAccess } from "./auth.js";
import { type ProblemFactory, validationProblem } from "./problems.js";
import { type Shape, checkShape } from "./shape.js";
import { type AmpersandState, type Project, type StoredConnection, findProject } from "./state.js";

/** The input of an operation: a request, and the state that it reads and changes. */
export interface Context {
  readonly state: AmpersandState;
  readonly clock: Clock;
  readonly problem: ProblemFactory;
  readonly access: Access;
  readonly request: EmulatedRequest;
  /** The path parameters, decoded. */
  readonly path: Readonly<Record<string, string>>;
}

/** An operation of the API. */
export type Operation = (context: Context) => EmulatedResponse;

/** What was looked up, or the error response if it is missing or invalid. */
export type Lookup<T> = { readonly value: T } | { readonly error: EmulatedResponse };

/**
 * The project of the path.
 *
 * @param typed - Whether the 404 of the operation is an input validation problem.
 */
export function requireProject(context: Context, typed: boolean): Lookup<Project> {
  const idOrName = context.path["projectIdOrName"] ?? "";
  const value = findProject(context.state, idOrName);
  return value ? { value } : { error: notFound(context, typed, "project", "projectIdOrName") };
}

/** The connection of the path. See {@link requireProject}. */
export function requireConnection(context: Context, typed: boolean): Lookup<StoredConnection> {
  const project = requireProject(context, typed);
  if ("error" in project) return project;
  const value = context.state.connections.find(
    ({ id, projectId, group, consumer }) =>
      id === context.path["connectionId"] &&
      projectId === project.value.id &&
      hasAccess(context.access, group.groupRef, consumer.consumerRef),
  );
  return value ? { value } : { error: notFound(context, typed, "connection", "connectionId") };
}

/**
 * The JSON body of the request. Other content types are a 415, and a body without the shape is a
 * 400 with the issues.
 */
export function requireBody<T>(context: Context, shape: Shape): Lookup<T> {
  const { request, problem } = context;
  if (!isJson(request.headers.get("content-type"))) {
    const detail = "The body must be sent as application/json.";
    return { error: problem(415, { detail, remedy: "Set the header Content-Type." }) };
  }
  const value = parseJson(request.body);
  if (value === undefined) return { error: problem(400, { detail: "The body is not JSON." }) };
  const issues = checkShape(value, shape);
  if (issues.length > 0) return { error: validationProblem(problem, 400, issues) };
  return { value: value as T }; // has the shape
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
  return context.problem(404, {
    detail,
    remedy: what === "project" ? "Check the project's id or name." : "Check the connection's id.",
    ...(typed && { issues }),
  });
}
