import { ok } from "../../../lib/index.js";
import { listOf } from "../../vocabulary/read.js";
import { mapScopes, requiredId } from "../../vocabulary/scopes.js";
import type { VerbOf } from "../../vocabulary/verbs.js";
import { connectionsGetActiveConnectors } from "../../../platforms/mammoth/funcs/connectionsGetActiveConnectors.js";
import { pathOf, projectParameters } from "./mapping.js";
import type { Mammoth } from "./types.js";

/**
 * Two scopes for each connector that the workspace has connections for: those that data is read
 * from, and those that it is written to.
 */
export const scopes: VerbOf<Mammoth, "scopes"> = (client, request, options) =>
  mapScopes(
    request,
    () => {
      const { workspaceId } = projectParameters(request);
      return request.provider === undefined
        ? connectionsGetActiveConnectors(client, { workspaceId }, options)
        : Promise.resolve(ok([request.provider]));
    },
    (connectors) =>
      listOf(connectors).flatMap((key) => {
        const scope = { projectIdOrName: request.projectIdOrName, provider: requiredId(key) };
        return [scope, { ...scope, extra: { isExport: true } }];
      }),
    pathOf,
  );
