import { ok } from "../../../lib/index.js";
import { membersOf } from "../../vocabulary/read.js";
import { mapScopes, requiredId } from "../../vocabulary/scopes.js";
import type { VerbOf } from "../../vocabulary/verbs.js";
import { companiesList } from "../../../platforms/codat/funcs/companiesList.js";
import type { Codat } from "./types.js";

/** A page of companies, as far as it is read. */
interface Page {
  readonly results?: readonly { readonly id: string }[] | undefined;
}

/** One scope for each company, over all pages of companies. */
export const scopes: VerbOf<Codat, "scopes"> = (client, request, options) =>
  mapScopes(
    request,
    () => {
      const { groupRef: id } = request;
      return id === undefined
        ? companiesList(client, {}, options)
        : Promise.resolve(ok({ results: [{ id }] }));
    },
    (page: Page) => {
      const { results = [] } = membersOf(page);
      if (!Array.isArray(results)) throw new TypeError("expected a list of companies");
      return (results as NonNullable<Page["results"]>).map((company) => ({
        groupRef: requiredId(membersOf(company).id),
      }));
    },
  );
