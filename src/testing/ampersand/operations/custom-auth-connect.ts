import { type EmulatedResponse, json } from "../../messages.js";
import { addConnection } from "../add-connection.js";
import { hasAccess } from "../auth.js";
import { type Context, requireBody } from "../context.js";
import { type Issue, bodyIssue, validationProblem } from "../problems.js";
import { customAuthShape, missing } from "../shape.js";
import { type CompleteRequest, type Project, findProject, nextId } from "../state.js";
import { toWire } from "../view.js";
import type { WireConnectionRequest } from "../wire.js";
import { checkNew } from "./generate.js";

interface Body extends WireConnectionRequest {
  readonly projectIdOrName: string;
  readonly sessionId?: string;
  readonly callbackParams?: Readonly<Record<string, string>>;
}

/**
 * `customAuthConnect`: returns a connection if the request has credentials, and a redirect if not.
 * A second request with the session of the redirect and the callback parameters returns the
 * connection.
 */
export function customAuthConnect(context: Context): EmulatedResponse {
  const body = requireBody<Body>(context, customAuthShape);
  if ("error" in body) return body.error;
  const { projectIdOrName, sessionId, callbackParams, ...request } = body.value;
  const project = findProject(context.state, projectIdOrName);
  if (!project) {
    return badRequest(context, [
      bodyIssue("projectIdOrName", projectIdOrName, `There is no project ${projectIdOrName}.`),
    ]);
  }
  if (sessionId !== undefined) return resume(context, sessionId, callbackParams);
  return start(context, project, request);
}

function start(
  context: Context,
  project: Project,
  request: WireConnectionRequest,
): EmulatedResponse {
  const absent = needed.filter((name) => request[name] === undefined);
  if (absent.length > 0) return badRequest(context, absent.map(missing));
  const complete = request as CompleteRequest; // no member is absent
  if (!hasAccess(context.access, complete.groupRef, complete.consumerRef)) {
    return context.problem(403, { detail: "The token is for another group or consumer." });
  }
  const issues = checkNew(context.state, complete);
  if (issues.length > 0) return badRequest(context, issues);
  if (complete.customAuth) return connect(context, project, complete);
  const id = nextId(context.state, "session");
  context.state.sessions.push({ id, project, request });
  const url = `https://${complete.provider}.example.com/authorize?state=${id}`;
  return json(200, { redirect: { url, sessionId: id } });
}

const needed = ["provider", "groupRef", "consumerRef"] as const;

function resume(
  context: Context,
  id: string,
  callbackParams: Body["callbackParams"],
): EmulatedResponse {
  const session = context.state.sessions.find((other) => other.id === id);
  if (!session)
    return badRequest(context, [bodyIssue("sessionId", id, `There is no session ${id}.`)]);
  if (!callbackParams) return badRequest(context, [missing("callbackParams")]);
  context.state.sessions = context.state.sessions.filter((other) => other !== session);
  const request = { ...session.request, customAuth: { ...callbackParams } };
  // checked when the session began
  return connect(context, session.project, request as CompleteRequest);
}

function connect(context: Context, project: Project, request: CompleteRequest): EmulatedResponse {
  const connection = addConnection(context.state, context.clock, project, request);
  return json(200, { connection: toWire(connection) });
}

function badRequest(context: Context, issues: readonly Issue[]): EmulatedResponse {
  return validationProblem(context.problem, 400, issues);
}
