import { type EmulatedResponse, json } from "../../messages.js";
import { type Context, numberIssue } from "../context.js";
import { errorResponse, validationError } from "../errors.js";

/** `GetActiveConnectors`: the keys of the connectors that the workspace has connections for. */
export function getActiveConnectors({ state, request, path }: Context): EmulatedResponse {
  const issues = numberIssue(path["workspace_id"], "workspace_id", 1);
  if (issues.length > 0) return validationError(request.method, request.path, issues);
  const id = Number(path["workspace_id"]);
  if (!state.projects.some(({ workspaceId }) => workspaceId === id)) {
    return errorResponse(400, `There is no workspace ${id}.`);
  }
  const own = state.connections.filter(({ workspaceId }) => workspaceId === id);
  return json(200, [...new Set(own.map(({ connectorKey }) => connectorKey))]);
}
