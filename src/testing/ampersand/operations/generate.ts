import { type EmulatedResponse, json } from "../../messages.js";
import { addConnection } from "../add-connection.js";
import { reaches } from "../auth.js";
import { type Context, needBody, needProject } from "../context.js";
import { type Issue, bodyIssue, refuseIssues } from "../problems.js";
import { credentialMember, credentialsIn } from "../providers.js";
import { generateShape } from "../shape.js";
import type { AmpersandState, CompleteRequest } from "../state.js";
import { show } from "../view.js";

/** `generateConnection`. A second request of the same kind makes a second connection. */
export function generate(context: Context): EmulatedResponse {
  const project = needProject(context, false);
  if ("refusal" in project) return project.refusal;
  const body = needBody<CompleteRequest>(context, generateShape);
  if ("refusal" in body) return body.refusal;
  if (!reaches(context.access, body.value.groupRef, body.value.consumerRef)) {
    return context.refuse(403, { detail: "The token is for another group or consumer." });
  }
  const issues = checkNew(context.state, body.value);
  if (issues.length > 0) return refuseIssues(context.refuse, 422, issues);
  return json(
    201,
    show(addConnection(context.state, context.clock, project.value, body.value), { apiKey: true }),
  );
}

/** What keeps a well-formed request from being carried out. */
export function checkNew(state: AmpersandState, request: CompleteRequest): Issue[] {
  const { provider } = request;
  const scheme = state.providers[provider];
  if (!scheme) {
    return [bodyIssue("provider", provider, `There is no provider ${provider}.`)];
  }
  const fitting = credentialMember(scheme);
  return credentialsIn(request)
    .filter((name) => name !== fitting)
    .map((name) =>
      bodyIssue(name, undefined, `${provider} takes ${fitting ?? "no credential"}, not ${name}.`),
    );
}
