// Written by sdkwright. Change the document or the generator, not this file.
import { type MethodPromise, type RequestOptions, Resource, method } from "../../../lib/index.js";
import { projectsList } from "../funcs/projectsList.js";
import type { ListProjectsResponse } from "../models/operations/projects.js";

/** List your projects, which connections belong to. */
export class Projects extends Resource {
  /**
   * List projects
   *
   * Returns the projects that the key has access to. The response is not paginated.
   *
   * @see GET /projects
   */
  list(options?: RequestOptions): MethodPromise<ListProjectsResponse> {
    return method(projectsList, this.core, undefined, options);
  }
}
