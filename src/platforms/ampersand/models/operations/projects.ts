// Written by sdkwright. Change the document or the generator, not this file.
import type { Project } from "../components/projects.js";

/** The response of listProjects. */
export type ListProjectsResponse = Project[];
