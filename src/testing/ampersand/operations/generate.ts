import { type EmulatedResponse, json } from "../../messages.js";
import { addConnection } from "../add-connection.js";
import { hasAccess } from "../auth.js";
import { type Context, requireBody, requireProject } from "../context.js";
import { type Issue, bodyIssue, validationProblem } from "../problems.js";
import { credentialMember, credentialsIn } from "../providers.js";
import { generateShape } from "../shape.js";
import type { AmpersandState, CompleteRequest } from "../state.js";
import { toWire } from "../view.js";

/** `generateConnection`. A second request creates a second connection. */
export function generate(context: Context): EmulatedResponse {
  const project = requireProject(context, false);
  if ("error" in project) return project.error;
  const body = requireBody<CompleteRequest>(context, generateShape);
  if ("error" in body) return body.error;
  if (!hasAccess(context.access, body.value.groupRef, body.value.consumerRef)) {
    return context.problem(403, { detail: "The token is for another group or consumer." });
  }
  const issues = checkNew(context.state, body.value);
  if (issues.length > 0) return validationProblem(context.problem, 422, issues);
  return json(
    201,
    toWire(addConnection(context.state, context.clock, project.value, body.value), {
      apiKey: true,
    }),
  );
}

/** The issues of a well-formed request that cannot be processed. */
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
