import { checkCredentials } from "../../vocabulary/check-credentials.js";
import type { ConnectionsPage } from "../../vocabulary/connection.js";
import { invalidRequest } from "../../vocabulary/invalid-request.js";
import { asVoid, mapPages, mapResult } from "../../vocabulary/map-result.js";
import { pageNumberOf } from "../../vocabulary/page-token.js";
import { listOf, membersOf, stringOf } from "../../vocabulary/read.js";
import { type SignIn, sessionOf } from "../../vocabulary/sign-in.js";
import type { VerbOf } from "../../vocabulary/verbs.js";
import { connectionsCreate } from "../../../platforms/codat/funcs/connectionsCreate.js";
import { connectionsDelete } from "../../../platforms/codat/funcs/connectionsDelete.js";
import { connectionsGet } from "../../../platforms/codat/funcs/connectionsGet.js";
import { connectionsList } from "../../../platforms/codat/funcs/connectionsList.js";
import { connectionsUnlink } from "../../../platforms/codat/funcs/connectionsUnlink.js";
import { connectionsUpdateAuthorization } from "../../../platforms/codat/funcs/connectionsUpdateAuthorization.js";
import {
  connectionOf,
  connectionParameters,
  pathOf,
  pathOfGenerate,
  pathWithBody,
} from "./mapping.js";
import type { CodatCoordinates, CodatUpdateAuthorizationRequest } from "./requests.js";
import type { Connections as Page } from "../../../platforms/codat/models/components/connections.js";
import type { HalRef } from "../../../platforms/codat/models/components/shared.js";
import type { Codat, CodatConnection } from "./types.js";

/** Lists the connections of a company. */
export const list: VerbOf<Codat, "list"> = (client, request, options) =>
  mapPages(
    request,
    () => {
      const { groupRef: companyId, extra } = request;
      const page = pageNumberOf(request);
      const number = page === undefined ? {} : { page };
      return connectionsList(client, { ...extra, ...number, companyId }, options);
    },
    (page): ConnectionsPage<CodatConnection, CodatCoordinates> => {
      const { results, pageNumber, totalResults, links } = membersOf(page);
      const next = membersOf(links as Page["links"] | undefined).next as HalRef | undefined;
      return {
        connections: listOf(results as CodatConnection[]).map((raw) => connectionOf(raw, request)),
        ...(stringOf(membersOf(next).href) &&
          typeof pageNumber === "number" && { next: `${pageNumber + 1}` }),
        ...(typeof totalResults === "number" && { total: totalResults }),
      };
    },
    pathOf,
  );

/** Creates a connection that the customer has to authorize. */
export const generate: VerbOf<Codat, "generate"> = (client, request, options) =>
  mapResult(
    request,
    () => {
      if (request.credentials !== undefined) {
        throw invalidRequest(
          request,
          ["credentials"],
          "expected no credentials: the customer enters them at the authorizationUrl",
        );
      }
      const requestBody = { platformKey: request.provider };
      return connectionsCreate(client, { companyId: request.groupRef, requestBody }, options);
    },
    (raw) => connectionOf(raw, request),
    pathOfGenerate,
  );

/** Gets a connection. */
export const get: VerbOf<Codat, "get"> = (client, request, options) =>
  mapResult(
    request,
    () => connectionsGet(client, connectionParameters(request), options),
    (raw) => connectionOf(raw, request),
    pathOf,
  );

/** Deletes a connection. Codat revokes the authorization first. */
export const remove: VerbOf<Codat, "delete"> = (client, request, options) =>
  mapResult(
    request,
    () => connectionsDelete(client, connectionParameters(request), options),
    asVoid,
    pathOf,
  );

/**
 * Disconnects a connection from its software and keeps the data that was fetched. The company can
 * authorize it again.
 */
export const unlink: VerbOf<Codat, "unlink"> = (client, request, options) =>
  mapResult(
    request,
    () => {
      const updateConnectionStatus = { status: "Unlinked" };
      return connectionsUnlink(
        client,
        { ...connectionParameters(request), updateConnectionStatus },
        options,
      );
    },
    (raw) => connectionOf(raw, request),
    pathOf,
  );

/**
 * Replaces the credentials of a connection, or has the customer sign in again at its link, which
 * does not expire.
 */
export const updateAuthorization: VerbOf<Codat, "updateAuthorization"> = (
  client,
  request,
  options,
) =>
  mapResult(
    request,
    (): ReturnType<typeof updateAuthorization> => {
      const parameters = connectionParameters(request);
      const credentials = checkCredentials(request, ["custom"]);
      if (credentials === undefined)
        return mapResult(
          request,
          () => connectionsGet(client, parameters, options),
          (raw) => signInAgain(raw, request),
          pathOf,
        );
      const requestBody = credentials.values as Record<string, string>; // the operation checks it
      return mapResult(
        request,
        () => connectionsUpdateAuthorization(client, { ...parameters, requestBody }, options),
        (raw) => connectionOf(raw, request),
        pathWithBody("credentials", "values"),
      );
    },
    (authorized) => authorized,
  );

function signInAgain(
  raw: CodatConnection,
  { groupRef, connectionId }: CodatUpdateAuthorizationRequest,
): SignIn {
  const authorizationUrl = stringOf(membersOf(raw).linkUrl);
  if (authorizationUrl === undefined) throw new TypeError("expected a linkUrl");
  const before = connectionOf(raw, { groupRef });
  const session = sessionOf("codat", { groupRef, connectionId }, [before]);
  return { type: "signIn", authorizationUrl, session };
}
