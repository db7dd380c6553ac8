import { ok } from "../../../lib/index.js";
import { listOf, membersOf } from "../../vocabulary/read.js";
import { filtersOf, mapScopes, requiredId } from "../../vocabulary/scopes.js";
import type { VerbOf } from "../../vocabulary/verbs.js";
import { projectsList } from "../../../platforms/ampersand/funcs/projectsList.js";
import type { Ampersand } from "./types.js";

/** One scope for each project that the key has access to. */
export const scopes: VerbOf<Ampersand, "scopes"> = (client, request, options) =>
  mapScopes(
    request,
    () => {
      const { projectIdOrName: id } = request;
      return id === undefined
        ? projectsList(client, undefined, options)
        : Promise.resolve(ok([{ id }]));
    },
    (projects: readonly { readonly id: string }[]) =>
      listOf(projects).map((project) => {
        const projectIdOrName = requiredId(membersOf(project).id);
        return Object.assign(filtersOf(request), { projectIdOrName });
      }),
  );
