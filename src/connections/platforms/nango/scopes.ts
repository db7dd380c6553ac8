import { ok } from "../../../lib/index.js";
import { filtersOf, mapScopes } from "../../vocabulary/scopes.js";
import type { VerbOf } from "../../vocabulary/verbs.js";
import type { NangoPlatform } from "./types.js";

/** One scope: a list has the connections of all integrations. Sends no request. */
export const scopes: VerbOf<NangoPlatform, "scopes"> = (_, request) =>
  mapScopes(
    request,
    () => Promise.resolve(ok(filtersOf(request))),
    (filters) => [filters],
  );
