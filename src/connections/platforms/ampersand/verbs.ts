import { checkCredentials } from "../../vocabulary/check-credentials.js";
import type { ConnectionsPage } from "../../vocabulary/connection.js";
import { asVoid, invalidRequest, mapPages, mapResult } from "../../vocabulary/map-result.js";
import type { VerbOf } from "../../vocabulary/verbs.js";
import { connectionsDelete } from "../../../platforms/ampersand/funcs/connectionsDelete.js";
import { connectionsGenerate } from "../../../platforms/ampersand/funcs/connectionsGenerate.js";
import { connectionsGet } from "../../../platforms/ampersand/funcs/connectionsGet.js";
import { connectionsList } from "../../../platforms/ampersand/funcs/connectionsList.js";
import { connectionsOauthUpdate } from "../../../platforms/ampersand/funcs/connectionsOauthUpdate.js";
import { connectionsUpdate } from "../../../platforms/ampersand/funcs/connectionsUpdate.js";
import type { Ampersand } from "./requests.js";
import { connectionOf, memberOf, pathOf } from "./mapping.js";
import type { Connection as AmpersandConnection } from "../../../platforms/ampersand/models/components/connection.js";

/** Types of {@link AmpersandNewCredentials}. */
const REPLACEABLE = ["apiKey", "basic", "clientCredentials", "password"] as const;

/** The connections of a project. */
export const list: VerbOf<Ampersand, "list"> = (client, request, options) =>
  mapPages(
    request,
    () => connectionsList(client, request, options),
    (raws): ConnectionsPage<AmpersandConnection> => ({ connections: raws.map(connectionOf) }),
  );

/** Makes a connection. */
export const generate: VerbOf<Ampersand, "generate"> = (client, request, options) =>
  mapResult(
    request,
    () => {
      const { projectIdOrName, credentials: _, extra, ...body } = request;
      const credentials = checkCredentials(request, [...REPLACEABLE, "oauth2", "custom"]);
      const requestBody = { ...extra, ...memberOf(credentials, request), ...body };
      return connectionsGenerate(client, { projectIdOrName, requestBody }, options);
    },
    connectionOf,
    pathOf,
  );

/** Reads a connection. */
export const get: VerbOf<Ampersand, "get"> = (client, request, options) =>
  mapResult(
    request,
    () => {
      const { extra, ...rest } = request;
      return connectionsGet(client, { ...extra, ...rest }, options);
    },
    connectionOf,
    pathOf,
  );

/** Changes a connection. */
export const update: VerbOf<Ampersand, "update"> = (client, request, options) =>
  mapResult(
    request,
    () => {
      const { projectIdOrName, connectionId, credentials: _, extra, ...others } = request;
      const { updateMask, ...members } = extra ?? {};
      const credentials = checkCredentials(request, REPLACEABLE);
      const connection = { ...members, ...others, ...memberOf(credentials, request) };
      // Ampersand changes what the mask names and nothing else, so the mask is what was given.
      const mask =
        updateMask ??
        Object.keys(connection).filter(
          (key) => connection[key as keyof typeof connection] !== undefined,
        );
      if (mask.length === 0) {
        throw invalidRequest(
          request,
          [],
          "expected something to change: credentials, or members of extra",
        );
      }
      return connectionsUpdate(
        client,
        { projectIdOrName, connectionId, requestBody: { updateMask: mask, connection } },
        options,
      );
    },
    connectionOf,
    pathOf,
  );

/** Deletes a connection. */
export const remove: VerbOf<Ampersand, "delete"> = (client, request, options) =>
  mapResult(request, () => connectionsDelete(client, request, options), asVoid);

/** Replaces the credentials of a connection, or answers where its customer authorizes it again. */
export const updateAuthorization: VerbOf<Ampersand, "updateAuthorization"> = (
  client,
  request,
  options,
) =>
  mapResult(
    request,
    (): ReturnType<typeof updateAuthorization> =>
      request.credentials === undefined
        ? mapResult(
            request,
            () => connectionsOauthUpdate(client, request, options),
            (authorizationUrl) => ({ authorizationUrl }),
          )
        : mapResult(
            request,
            () => update(client, request, options),
            (connection) => ({ connection }),
          ),
    (authorization) => authorization,
  );
