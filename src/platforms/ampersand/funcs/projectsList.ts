// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, json, operation } from "../../../lib/index.js";
import { array } from "../../../lib/schema/index.js";
import { Project } from "../models/components/projects.js";
import type { ListProjectsResponse } from "../models/operations/projects.js";

/**
 * List projects
 *
 * Returns the projects that the key has access to. The response is not paginated.
 *
 * @see GET /projects
 */
export const projectsList: Operation<void, ListProjectsResponse> = /* @__PURE__ */ operation(
  () => ({
    id: "listProjects",
    method: "GET",
    path: "/projects",
    responses: [json(200, array(Project))],
    accept: () => "application/json, application/problem+json",
  }),
);
