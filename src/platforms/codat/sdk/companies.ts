// Written by sdkwright. Change the document or the generator, not this file.
import type { PagedMethodPromise, RequestOptions } from "../../../lib/index.js";
import { Resource, pagedMethod } from "../../../lib/index.js";
import { companiesList } from "../funcs/companiesList.js";
import type { Company } from "../models/components/companies.js";
import type {
  ListCompaniesRequest,
  ListCompaniesResponse,
} from "../models/operations/companies.js";

/** List the companies that share their data with you. */
export class Companies extends Resource {
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
   * @example
   * ```ts
   * const result = await sdk.companies.list({
   *   page: 1,
   *   pageSize: 100,
   *   orderBy: "-created",
   * });
   * ```
   */
  list(
    request?: ListCompaniesRequest,
    options?: RequestOptions,
  ): PagedMethodPromise<ListCompaniesResponse, Company> {
    return pagedMethod(companiesList, this.core, request, options);
  }
}
