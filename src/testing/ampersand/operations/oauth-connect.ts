import { type EmulatedResponse, text } from "../../messages.js";
import { hasAccess } from "../auth.js";
import { type Context, requireBody } from "../context.js";
import { bodyIssue, validationProblem } from "../problems.js";
import { oauthConnectShape } from "../shape.js";
import { type CompleteRequest, findProject, nextId } from "../state.js";
import { checkNew } from "./generate.js";

/** `oauthConnect`: the URL where the customer authorizes a new connection, as plain text. */
export function oauthConnect(context: Context): EmulatedResponse {
  const { state, problem, access } = context;
  const body = requireBody<CompleteRequest & { readonly projectIdOrName: string }>(
    context,
    oauthConnectShape,
  );
  if ("error" in body) return body.error;
  const { projectIdOrName, ...request } = body.value;
  const { provider } = request;
  const project = findProject(state, projectIdOrName);
  if (!project)
    return validationProblem(problem, 400, [
      bodyIssue("projectIdOrName", projectIdOrName, `There is no project ${projectIdOrName}.`),
    ]);
  if (!hasAccess(access, request.groupRef, request.consumerRef))
    return problem(403, { detail: "The token is for another group or consumer." });
  const issues = checkNew(state, request);
  if (issues.length === 0 && !state.providers[provider]?.startsWith("oauth2/authorizationCode"))
    issues.push(bodyIssue("provider", provider, `${provider} does not use OAuth.`));
  if (issues.length > 0) return validationProblem(problem, 400, issues);
  const id = nextId(state, "session");
  state.sessions.push({ id, project, request });
  const query = new URLSearchParams({ client_id: `${provider}-client`, state: id });
  return text(200, `https://${provider}.example.com/authorize?${query}`);
}
