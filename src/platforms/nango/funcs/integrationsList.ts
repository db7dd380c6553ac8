// Written by sdkwright. Change the document or the generator, not this file.
import { type Operation, json, jsonError, operation } from "../../../lib/index.js";
import { Integrations } from "../models/components/integrations.js";
import { ErrorBody } from "../models/components/shared.js";
import { Response400 } from "../models/errors/shared.js";
import type { ListIntegrationsResponse } from "../models/operations/integrations.js";

/**
 * List integrations
 *
 * Returns the integrations of the key's environment, by their ids. The response is not paginated.
 *
 * Errors:
 * - {@link Response400} 400, application/json
 *
 * @see GET /integrations
 */
export const integrationsList: Operation<void, ListIntegrationsResponse, Response400> =
  /* @__PURE__ */ operation(() => ({
    id: "listIntegrations",
    method: "GET",
    path: "/integrations",
    responses: [json(200, Integrations), jsonError(400, Response400, ErrorBody)],
  }));
