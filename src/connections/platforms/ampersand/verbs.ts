import { checkCredentials } from "../../vocabulary/check-credentials.js";
import type { ConnectionsPage } from "../../vocabulary/connection.js";
import { invalidRequest } from "../../vocabulary/invalid-request.js";
import { asVoid, mapPages, mapResult } from "../../vocabulary/map-result.js";
import { refusePage } from "../../vocabulary/page-token.js";
import type { VerbOf } from "../../vocabulary/verbs.js";
import { connectionsDelete } from "../../../platforms/ampersand/funcs/connectionsDelete.js";
import { connectionsGenerate } from "../../../platforms/ampersand/funcs/connectionsGenerate.js";
import { connectionsGet } from "../../../platforms/ampersand/funcs/connectionsGet.js";
import { connectionsList } from "../../../platforms/ampersand/funcs/connectionsList.js";
import { connectionsOauthUpdate } from "../../../platforms/ampersand/funcs/connectionsOauthUpdate.js";
import { connectionsUpdate } from "../../../platforms/ampersand/funcs/connectionsUpdate.js";
import { connectionOf, credentialsMember, pathOf } from "./mapping.js";
import type { AmpersandCoordinates } from "./requests.js";
import type { Ampersand, AmpersandConnection } from "./types.js";

/** The types of `AmpersandNewCredentials`. */
const REPLACEABLE = ["apiKey", "basic", "clientCredentials", "password"] as const;

/** Lists the connections of a project. */
export const list: VerbOf<Ampersand, "list"> = (client, request, options) =>
  mapPages(
    request,
    () => {
      refusePage(request);
      return connectionsList(client, request, options);
    },
    (raws): ConnectionsPage<AmpersandConnection, AmpersandCoordinates> => ({
      connections: raws.map((raw) => connectionOf(raw, request)),
    }),
  );

/** Creates a connection. */
export const generate: VerbOf<Ampersand, "generate"> = (client, request, options) =>
  mapResult(
    request,
    () => {
      const { projectIdOrName, credentials: _, extra, ...body } = request;
      const credentials = checkCredentials(request, [...REPLACEABLE, "oauth2", "custom"]);
      const requestBody = { ...extra, ...credentialsMember(credentials, request), ...body };
      return connectionsGenerate(client, { projectIdOrName, requestBody }, options);
    },
    (raw) => connectionOf(raw, request),
    pathOf,
  );

/** Gets a connection. */
export const get: VerbOf<Ampersand, "get"> = (client, request, options) =>
  mapResult(
    request,
    () => {
      const { extra, ...rest } = request;
      return connectionsGet(client, { ...extra, ...rest }, options);
    },
    (raw) => connectionOf(raw, request),
    pathOf,
  );

/** Updates a connection. */
export const update: VerbOf<Ampersand, "update"> = (client, request, options) =>
  mapResult(
    request,
    () => {
      const { projectIdOrName, connectionId, credentials: _, extra, ...others } = request;
      const { updateMask, ...members } = extra ?? {};
      const credentials = checkCredentials(request, REPLACEABLE);
      const connection = { ...members, ...others, ...credentialsMember(credentials, request) };
      // Ampersand changes only what the mask names. Without a mask, change every member that was
      // passed.
      const mask =
        updateMask ??
        Object.keys(connection).filter(
          (key) => connection[key as keyof typeof connection] !== undefined,
        );
      if (mask.length === 0) {
        throw invalidRequest(
          request,
          [],
          "expected at least one change: credentials, or members of extra",
        );
      }
      return connectionsUpdate(
        client,
        { projectIdOrName, connectionId, requestBody: { updateMask: mask, connection } },
        options,
      );
    },
    (raw) => connectionOf(raw, request),
    pathOf,
  );

/** Deletes a connection. */
export const remove: VerbOf<Ampersand, "delete"> = (client, request, options) =>
  mapResult(request, () => connectionsDelete(client, request, options), asVoid);

/**
 * Replaces the credentials of a connection, or returns the URL where the customer authorizes it
 * again.
 */
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
