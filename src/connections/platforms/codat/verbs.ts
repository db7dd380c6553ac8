import { checkCredentials } from "../../vocabulary/check-credentials.js";
import type { Authorization, ConnectionsPage } from "../../vocabulary/connection.js";
import { asVoid, invalidRequest, mapPages, mapResult } from "../../vocabulary/map-result.js";
import type { VerbOf } from "../../vocabulary/verbs.js";
import { connectionsCreate } from "../../../platforms/codat/funcs/connectionsCreate.js";
import { connectionsDelete } from "../../../platforms/codat/funcs/connectionsDelete.js";
import { connectionsGet } from "../../../platforms/codat/funcs/connectionsGet.js";
import { connectionsList } from "../../../platforms/codat/funcs/connectionsList.js";
import { connectionsUnlink } from "../../../platforms/codat/funcs/connectionsUnlink.js";
import { connectionsUpdateAuthorization } from "../../../platforms/codat/funcs/connectionsUpdateAuthorization.js";
import type { Codat } from "./requests.js";
import { connectionOf, coordinates, pathIn, pathOf, pathOfProvider } from "./mapping.js";
import type { Connection as CodatConnection } from "../../../platforms/codat/models/components/connection.js";

/** The connections of a company. */
export const list: VerbOf<Codat, "list"> = (client, request, options) =>
  mapPages(
    request,
    () => {
      const { groupRef: companyId, extra } = request;
      return connectionsList(client, { ...extra, companyId }, options);
    },
    ({ results = [] }): ConnectionsPage<CodatConnection> => ({
      connections: results.map((raw) => connectionOf(raw, request)),
    }),
    pathOf,
  );

/** Makes a connection that its customer has to agree to. */
export const generate: VerbOf<Codat, "generate"> = (client, request, options) =>
  mapResult(
    request,
    () => {
      if (request.credentials !== undefined) {
        throw invalidRequest(request, ["credentials"], "expected none: the customer has them");
      }
      const requestBody = { platformKey: request.provider };
      return connectionsCreate(client, { companyId: request.groupRef, requestBody }, options);
    },
    (raw) => connectionOf(raw, request),
    pathOfProvider,
  );

/** Reads a connection. */
export const get: VerbOf<Codat, "get"> = (client, request, options) =>
  mapResult(
    request,
    () => connectionsGet(client, coordinates(request), options),
    (raw) => connectionOf(raw, request),
    pathOf,
  );

/** Deletes a connection for good. */
export const remove: VerbOf<Codat, "delete"> = (client, request, options) =>
  mapResult(
    request,
    () => connectionsDelete(client, coordinates(request), options),
    asVoid,
    pathOf,
  );

/** Gives up the authorization of a connection, and keeps what it has brought. */
export const unlink: VerbOf<Codat, "unlink"> = (client, request, options) =>
  mapResult(
    request,
    () => {
      const updateConnectionStatus = { status: "Unlinked" };
      return connectionsUnlink(
        client,
        { ...coordinates(request), updateConnectionStatus },
        options,
      );
    },
    (raw) => connectionOf(raw, request),
    pathOf,
  );

/** Replaces the values with which a connection signs in. */
export const updateAuthorization: VerbOf<Codat, "updateAuthorization"> = (
  client,
  request,
  options,
) =>
  mapResult(
    request,
    () => {
      const credentials = checkCredentials(request, ["custom"]);
      if (credentials === undefined) {
        throw invalidRequest(
          request,
          ["credentials"],
          "expected some: Codat has no other way to begin",
        );
      }
      const requestBody = credentials.values as Record<string, string>; // checked by what it is given to
      return connectionsUpdateAuthorization(
        client,
        { ...coordinates(request), requestBody },
        options,
      );
    },
    (raw): Authorization<CodatConnection> => {
      const connection = connectionOf(raw, request);
      const { authorizationUrl } = connection;
      return { connection, ...(authorizationUrl !== undefined && { authorizationUrl }) };
    },
    pathIn("credentials", "values"),
  );
