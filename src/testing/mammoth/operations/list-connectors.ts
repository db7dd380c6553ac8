import { type EmulatedResponse, json } from "../../messages.js";
import { type Context, numberIssue } from "../context.js";
import { errorResponse, validationError } from "../errors.js";

/**
 * `ListWorkspaceConnectors`: the connectors of Mammoth. Of the query, `limit`, `offset`, `name_key`
 * and `is_added` have an effect.
 */
export function listConnectors({ state, request, path }: Context): EmulatedResponse {
  const { query } = request;
  const issues = [
    ...numberIssue(path["workspace_id"], "workspace_id", 1),
    ...["limit", "offset"].flatMap((name) => numberIssue(query.get(name) ?? "0", name, 0)),
  ];
  if (issues.length > 0) return validationError(request.method, request.path, issues);
  const id = Number(path["workspace_id"]);
  if (!state.projects.some(({ workspaceId }) => workspaceId === id)) {
    return errorResponse(400, `There is no workspace ${id}.`);
  }
  const own = state.connections.filter(({ workspaceId }) => workspaceId === id);
  const added = new Set(own.map(({ connectorKey }) => connectorKey));
  const found = Object.keys(state.connectors)
    .map((key) => ({ name_key: key, disp_name: key, is_premium: false, is_added: added.has(key) }))
    .filter(
      ({ name_key, is_added }) =>
        (query.get("name_key") ?? name_key) === name_key &&
        (query.get("is_added") ?? String(is_added)) === String(is_added),
    );
  const offset = Number(query.get("offset") ?? 0);
  const limit = Number(query.get("limit") ?? found.length);
  const connectors = found.slice(offset, offset + limit);
  return json(200, { connectors, limit, offset, next: "" });
}
