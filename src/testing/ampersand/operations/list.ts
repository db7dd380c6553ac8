import { type EmulatedResponse, json } from "../../messages.js";
import { hasAccess } from "../auth.js";
import { type Context, requireProject } from "../context.js";
import { toWire } from "../view.js";

/** `listConnections`: every connection that matches all filters, without pagination. */
export function list(context: Context): EmulatedResponse {
  const project = requireProject(context, true);
  if ("error" in project) return project.error;
  const { query } = context.request;
  const wants = (name: string, value: string): boolean =>
    !query.has(name) || query.get(name) === value;
  const found = context.state.connections.filter(
    ({ projectId, provider, group: { groupRef }, consumer: { consumerRef } }) =>
      projectId === project.value.id &&
      hasAccess(context.access, groupRef, consumerRef) &&
      wants("provider", provider) &&
      wants("groupRef", groupRef) &&
      wants("consumerRef", consumerRef),
  );
  return json(
    200,
    found.map((connection) => toWire(connection)),
  );
}
