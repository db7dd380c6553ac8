import { type EmulatedResponse, json } from "../../messages.js";
import { hasAccess } from "../auth.js";
import type { Context } from "../context.js";

/** `listProjects`: the projects that an API key has access to. A customer's token has none. */
export function listProjects({ state, access, problem }: Context): EmulatedResponse {
  if (!hasAccess(access)) {
    return problem(403, { detail: "The token is for one customer.", remedy: "Use an API key." });
  }
  const projects = state.projects.map(({ id, name }) => ({
    id,
    name,
    appName: name,
    orgId: "org-0001",
    createTime: "2026-01-01T09:00:00.000000Z",
  }));
  return json(200, projects);
}
