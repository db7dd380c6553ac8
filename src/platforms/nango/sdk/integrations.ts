// Written by sdkwright. Change the document or the generator, not this file.
import { type MethodPromise, type RequestOptions, Resource, method } from "../../../lib/index.js";
import { integrationsList } from "../funcs/integrationsList.js";
import type { ListIntegrationsResponse } from "../models/operations/integrations.js";

/** List the integrations of an environment. */
export class Integrations extends Resource {
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
  list(options?: RequestOptions): MethodPromise<ListIntegrationsResponse> {
    return method(integrationsList, this.core, undefined, options);
  }
}
