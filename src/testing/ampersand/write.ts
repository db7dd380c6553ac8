import { type Reply, empty, json, text } from "../reply.js";
import { reaches } from "./auth.js";
import { type Context, needBody, needConnection, needProject } from "./context.js";
import { type Issue, refuseIssues } from "./problems.js";
import { credentialMember, credentialsIn, isCredential } from "./providers.js";
import { generateShape, missing, updateShape } from "./shape.js";
import {
  type AmpersandState,
  type CompleteRequest,
  type StoredConnection,
  addConnection,
  statusOf,
} from "./state.js";
import { show } from "./view.js";
import type { WireConnectionRequest } from "./wire.js";

/** `generateConnection`. A second request of the same kind makes a second connection. */
export function generate(context: Context): Reply {
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

/** `updateConnection`: takes over what the mask names. */
export function update(context: Context): Reply {
  const connection = needConnection(context, false);
  if ("refusal" in connection) return connection.refusal;
  const body = needBody<UpdateBody>(context, updateShape);
  if ("refusal" in body) return body.refusal;
  const badNames = body.value.updateMask.filter((name) => !maskNames.includes(name));
  if (badNames.length > 0 || body.value.updateMask.length === 0) {
    return refuseMask(context, body.value.updateMask, badNames);
  }
  const issues = checkChange(connection.value, body.value);
  if (issues.length > 0) return refuseIssues(context.refuse, 400, issues);
  change(connection.value, body.value);
  connection.value.updateTime = context.clock.stamp();
  return json(200, show(connection.value, { apiKey: true }));
}

interface UpdateBody {
  readonly updateMask: readonly string[];
  readonly connection: WireConnectionRequest;
}

const maskNames: readonly string[] = [
  "providerWorkspaceRef",
  "providerMetadata",
  "apiKey",
  "basicAuth",
  "oauth2ClientCredentials",
  "oauth2PasswordCredentials",
];

function refuseMask(context: Context, mask: readonly string[], bad: readonly string[]): Reply {
  const issues =
    mask.length === 0
      ? [bodyIssue("updateMask", mask, "updateMask must name at least one member.")]
      : bad.map((name) => bodyIssue("updateMask", name, `${name} cannot be updated.`));
  return refuseIssues(
    context.refuse,
    400,
    issues,
    `Allowed in updateMask: ${maskNames.join(", ")}.`,
  );
}

function checkChange(
  connection: StoredConnection,
  { updateMask, connection: given }: UpdateBody,
): Issue[] {
  const members = new Map(Object.entries(given));
  const fitting = credentialMember(connection.authScheme);
  return updateMask.flatMap((name) => {
    if (!members.has(name)) return [missing(`connection.${name}`)];
    if (!isCredential(name) || name === fitting) return [];
    const detail = `The connection's authScheme is ${connection.authScheme}: it takes no ${name}.`;
    return [bodyIssue("updateMask", name, detail)];
  });
}

function change(connection: StoredConnection, { updateMask, connection: given }: UpdateBody): void {
  const { providerWorkspaceRef, providerMetadata, ...rest } = given;
  if (updateMask.includes("providerWorkspaceRef") && providerWorkspaceRef !== undefined) {
    connection.providerWorkspaceRef = providerWorkspaceRef;
  }
  if (updateMask.includes("providerMetadata") && providerMetadata) {
    connection.providerMetadata = providerMetadata;
  }
  const credential = updateMask.find(isCredential);
  if (!credential) return;
  connection.credentials = { [credential]: rest[credential] };
  connection.status = statusOf(connection.authScheme, connection.credentials);
}

/** `deleteConnection`: answers nothing, and 404 the second time. */
export function remove(context: Context): Reply {
  const connection = needConnection(context, false);
  if ("refusal" in connection) return connection.refusal;
  const { state } = context;
  state.connections = state.connections.filter((other) => other !== connection.value);
  return empty(204);
}

/** `oauthUpdate`: the address at which the customer authorizes again, as plain text. */
export function oauthUpdate(context: Context): Reply {
  const connection = needConnection(context, false);
  if ("refusal" in connection) return connection.refusal;
  const { id, provider, authScheme, providerApp } = connection.value;
  if (!providerApp) {
    const detail = `The connection's authScheme is ${authScheme}: there is nothing to authorize again.`;
    return refuseIssues(context.refuse, 400, [
      { in: "path", name: "connectionId", value: id, detail },
    ]);
  }
  const query = new URLSearchParams({ client_id: providerApp.clientId, state: id });
  return text(200, `https://${provider}.example.com/authorize?${query}`);
}

function bodyIssue(name: string, value: unknown, detail: string): Issue {
  return { in: "body", name, ...(value !== undefined && { value }), detail };
}
