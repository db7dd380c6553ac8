// Written by sdkwright. Change the document or the generator, not this file.
import type { PagedOperation } from "../../../lib/index.js";
import { byUrl, json, jsonError, pagedOperation, query } from "../../../lib/index.js";
import { Companies, type Company } from "../models/components/companies.js";
import { ErrorMessage as ErrorMessageData } from "../models/components/shared.js";
import { ErrorMessage } from "../models/errors/shared.js";
import type { ListCompaniesResponse } from "../models/operations/companies.js";
import { ListCompaniesRequest } from "../models/operations/companies.js";

/**
 * List companies
 *
 * Returns a page of your companies, with the connections of each: 100 companies, unless you set
 * `pageSize`.
 *
 * Errors:
 * - {@link ErrorMessage} 400, 401, 402, 403, 404, 429, 500, 503, application/json
 *
 * @see GET /companies
 */
export const companiesList: PagedOperation<
  ListCompaniesRequest | void,
  ListCompaniesResponse,
  Company,
  ErrorMessage
> = /* @__PURE__ */ pagedOperation(() => ({
  id: "list-companies",
  method: "GET",
  path: "/companies",
  request: ListCompaniesRequest,
  parameters: [query("page"), query("pageSize"), query("query"), query("orderBy")],
  responses: [
    json(200, Companies),
    jsonError(400, ErrorMessage, ErrorMessageData),
    jsonError(401, ErrorMessage, ErrorMessageData),
    jsonError(402, ErrorMessage, ErrorMessageData),
    jsonError(403, ErrorMessage, ErrorMessageData),
    jsonError(404, ErrorMessage, ErrorMessageData),
    jsonError(429, ErrorMessage, ErrorMessageData),
    jsonError(500, ErrorMessage, ErrorMessageData),
    jsonError(503, ErrorMessage, ErrorMessageData),
  ],
  retryCodes: ["408", "429", "5XX"],
  pages: byUrl({ next: "links.next.href", results: "results" }),
}));
