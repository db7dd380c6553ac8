import type { Route } from "../router.js";
import type { Operation } from "./context.js";
import { create } from "./operations/create.js";
import { remove } from "./operations/delete.js";
import { getActiveConnectors } from "./operations/get-active-connectors.js";
import { getJob } from "./operations/get-job.js";
import { get } from "./operations/get.js";
import { listConnectors } from "./operations/list-connectors.js";
import { list } from "./operations/list.js";
import { update } from "./operations/update.js";

const connections = String.raw`^/workspaces/(?<workspace_id>[^/]+)/projects/(?<project_id>[^/]+)/connectors/(?<connector_key>[^/]+)/connections`;

/** The routes of the API. */
export const routes: readonly Route<Operation>[] = [
  { pattern: new RegExp(`${connections}$`), methods: { GET: list, POST: create } },
  {
    pattern: new RegExp(`${connections}/(?<connection_key>[^/]+)$`),
    methods: { GET: get, PATCH: update, DELETE: remove },
  },
  {
    pattern: /^\/workspaces\/(?<workspace_id>[^/]+)\/connectors$/,
    methods: { GET: listConnectors },
  },
  {
    pattern: /^\/workspaces\/(?<workspace_id>[^/]+)\/active_connectors$/,
    methods: { GET: getActiveConnectors },
  },
  { pattern: /^\/jobs\/(?<job_id>[^/]+)$/, methods: { GET: getJob } },
];
