import { type EmulatedResponse, json } from "../../messages.js";
import { reaches } from "../auth.js";
import { type Context, needProject } from "../context.js";
import { show } from "../view.js";

/** `listConnections`: every connection that all filters let through, in one answer. */
export function list(context: Context): EmulatedResponse {
  const project = needProject(context, true);
  if ("refusal" in project) return project.refusal;
  const { query } = context.call;
  const wants = (name: string, value: string): boolean =>
    !query.has(name) || query.get(name) === value;
  const found = context.state.connections.filter(
    ({ projectId, provider, group: { groupRef }, consumer: { consumerRef } }) =>
      projectId === project.value.id &&
      reaches(context.access, groupRef, consumerRef) &&
      wants("provider", provider) &&
      wants("groupRef", groupRef) &&
      wants("consumerRef", consumerRef),
  );
  return json(
    200,
    found.map((connection) => show(connection)),
  );
}
