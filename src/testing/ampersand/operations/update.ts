import { type EmulatedResponse, json } from "../../messages.js";
import { statusOf } from "../add-connection.js";
import { type Context, requireBody, requireConnection } from "../context.js";
import { type Issue, bodyIssue, validationProblem } from "../problems.js";
import { credentialMember, isCredential } from "../providers.js";
import { missing, updateShape } from "../shape.js";
import type { StoredConnection } from "../state.js";
import { toWire } from "../view.js";
import type { WireConnectionRequest } from "../wire.js";

/** `updateConnection`: updates the members that the mask names. */
export function update(context: Context): EmulatedResponse {
  const connection = requireConnection(context, false);
  if ("error" in connection) return connection.error;
  const body = requireBody<UpdateBody>(context, updateShape);
  if ("error" in body) return body.error;
  const badNames = body.value.updateMask.filter((name) => !maskNames.includes(name));
  if (badNames.length > 0 || body.value.updateMask.length === 0) {
    return maskProblem(context, body.value.updateMask, badNames);
  }
  const issues = checkChange(connection.value, body.value);
  if (issues.length > 0) return validationProblem(context.problem, 400, issues);
  change(connection.value, body.value);
  connection.value.updateTime = context.clock.timestamp();
  return json(200, toWire(connection.value, { apiKey: true }));
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

function maskProblem(
  context: Context,
  mask: readonly string[],
  bad: readonly string[],
): EmulatedResponse {
  const issues =
    mask.length === 0
      ? [bodyIssue("updateMask", mask, "updateMask must name at least one member.")]
      : bad.map((name) => bodyIssue("updateMask", name, `${name} cannot be updated.`));
  return validationProblem(
    context.problem,
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
