import { type EmulatedResponse, json } from "../../messages.js";
import { addConnection } from "../add-connection.js";
import { reaches } from "../auth.js";
import { type Context, needBody } from "../context.js";
import { type Issue, bodyIssue, refuseIssues } from "../problems.js";
import { customAuthShape, missing } from "../shape.js";
import { type CompleteRequest, type Project, findProject, nextId } from "../state.js";
import { show } from "../view.js";
import type { WireConnectionRequest } from "../wire.js";
import { checkNew } from "./generate.js";

interface Body extends WireConnectionRequest {
  readonly projectIdOrName: string;
  readonly sessionId?: string;
  readonly callbackParams?: Readonly<Record<string, string>>;
}

/**
 * `customAuthConnect`: with credentials the connection at once, without them a redirect, and with that redirect's
 * session and what the customer came back with the connection.
 */
export function customAuthConnect(context: Context): EmulatedResponse {
  const body = needBody<Body>(context, customAuthShape);
  if ("refusal" in body) return body.refusal;
  const { projectIdOrName, sessionId, callbackParams, ...request } = body.value;
  const project = findProject(context.state, projectIdOrName);
  if (!project) {
    return refuse(context, [
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
  if (absent.length > 0) return refuse(context, absent.map(missing));
  const complete = request as CompleteRequest; // Its members have just been looked for.
  if (!reaches(context.access, complete.groupRef, complete.consumerRef)) {
    return context.refuse(403, { detail: "The token is for another group or consumer." });
  }
  const issues = checkNew(context.state, complete);
  if (issues.length > 0) return refuse(context, issues);
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
  if (!session) return refuse(context, [bodyIssue("sessionId", id, `There is no session ${id}.`)]);
  if (!callbackParams) return refuse(context, [missing("callbackParams")]);
  context.state.sessions = context.state.sessions.filter((other) => other !== session);
  const request = { ...session.request, customAuth: { ...callbackParams } };
  return connect(context, session.project, request as CompleteRequest); // As it was when the session began.
}

function connect(context: Context, project: Project, request: CompleteRequest): EmulatedResponse {
  const connection = addConnection(context.state, context.clock, project, request);
  return json(200, { connection: show(connection) });
}

function refuse(context: Context, issues: readonly Issue[]): EmulatedResponse {
  return refuseIssues(context.refuse, 400, issues);
}
