import type { Route } from "../router.js";
import type { Operation } from "./context.js";
import { customAuthConnect } from "./operations/custom-auth-connect.js";
import { remove } from "./operations/delete.js";
import { generate } from "./operations/generate.js";
import { get } from "./operations/get.js";
import { listProjects } from "./operations/list-projects.js";
import { list } from "./operations/list.js";
import { oauthConnect } from "./operations/oauth-connect.js";
import { oauthUpdate } from "./operations/oauth-update.js";
import { update } from "./operations/update.js";

/**
 * The routes of the API. A literal colon starts a custom method; a colon in an id is encoded as
 * `%3A`.
 */
export const routes: readonly Route<Operation>[] = [
  { pattern: /^\/projects$/, methods: { GET: listProjects } },
  { pattern: /^\/oauth-connect$/, methods: { POST: oauthConnect } },
  { pattern: /^\/custom-auth\/connect$/, methods: { POST: customAuthConnect } },
  {
    pattern: /^\/projects\/(?<projectIdOrName>[^/]+)\/connections:generate$/,
    methods: { POST: generate },
  },
  { pattern: /^\/projects\/(?<projectIdOrName>[^/]+)\/connections$/, methods: { GET: list } },
  {
    pattern:
      /^\/projects\/(?<projectIdOrName>[^/]+)\/connections\/(?<connectionId>[^/:]+):oauth-update$/,
    methods: { PATCH: oauthUpdate },
  },
  {
    pattern: /^\/projects\/(?<projectIdOrName>[^/]+)\/connections\/(?<connectionId>[^/:]+)$/,
    methods: { GET: get, PATCH: update, DELETE: remove },
  },
];
