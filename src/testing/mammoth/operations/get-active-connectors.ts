import { type EmulatedResponse, json } from "../../messages.js";
import { type Context, numberIssue } from "../context.js";
import { refuse, refuseIssues } from "../refuse.js";

/** `GetActiveConnectors`: the keys of the connectors that the workspace has connections of. */
export function getActiveConnectors({ state, call, path }: Context): EmulatedResponse {
  const issues = numberIssue(path["workspace_id"], "workspace_id", 1);
  if (issues.length > 0) return refuseIssues(call.method, call.path, issues);
  const id = Number(path["workspace_id"]);
  if (!state.projects.some(({ workspaceId }) => workspaceId === id)) {
    return refuse(400, `There is no workspace ${id}.`);
  }
  const own = state.connections.filter(({ workspaceId }) => workspaceId === id);
  return json(200, [...new Set(own.map(({ connectorKey }) => connectorKey))]);
}
