import {
  APIPromise,
  type Client,
  InvalidRequestError,
  type RequestOptions,
  err,
} from "../../../lib/index.js";
import { readOptions } from "../../../lib/call/read-options.js";
import { checkCredentials } from "../../vocabulary/check-credentials.js";
import type { ConnectionsPage } from "../../vocabulary/connection.js";
import { invalidRequest } from "../../vocabulary/invalid-request.js";
import { asVoid, mapPages, mapResult } from "../../vocabulary/map-result.js";
import { refusePage } from "../../vocabulary/page-token.js";
import { andThen } from "../../vocabulary/promises.js";
import { listOf, membersOf, stringOf } from "../../vocabulary/read.js";
import { type SignIn, sessionOf } from "../../vocabulary/sign-in.js";
import type { VerbOf } from "../../vocabulary/verbs.js";
import { connectionsDelete } from "../../../platforms/ampersand/funcs/connectionsDelete.js";
import { connectionsGenerate } from "../../../platforms/ampersand/funcs/connectionsGenerate.js";
import { connectionsGet } from "../../../platforms/ampersand/funcs/connectionsGet.js";
import { connectionsList } from "../../../platforms/ampersand/funcs/connectionsList.js";
import { connectionsOauthConnect } from "../../../platforms/ampersand/funcs/connectionsOauthConnect.js";
import { connectionsOauthUpdate } from "../../../platforms/ampersand/funcs/connectionsOauthUpdate.js";
import { connectionsUpdate } from "../../../platforms/ampersand/funcs/connectionsUpdate.js";
import { connectionOf, credentialsMember, pathOf } from "./mapping.js";
import type {
  AmpersandConnectionRequest,
  AmpersandCoordinates,
  AmpersandGenerateRequest,
} from "./requests.js";
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

/** Creates a connection, or has the customer sign in to one. */
export const generate: VerbOf<Ampersand, "generate"> = (client, request, options) =>
  mapResult(
    request,
    (): ReturnType<typeof generate> => {
      if (request.credentials === undefined) return signIn(client, request, readOptions(options));
      const { projectIdOrName, credentials: _, extra, ...body } = request;
      const credentials = checkCredentials(request, [...REPLACEABLE, "oauth2", "custom"]);
      const requestBody = { ...extra, ...credentialsMember(credentials, request), ...body };
      return mapResult(
        request,
        () => connectionsGenerate(client, { projectIdOrName, requestBody }, options),
        (raw) => connectionOf(raw, request),
      );
    },
    (made) => made,
    pathOf,
  );

/** Has the customer sign in. Ampersand does not tell when the URL expires. */
function signIn(
  client: Client,
  request: AmpersandGenerateRequest,
  options: RequestOptions,
): ReturnType<typeof generate> {
  const { credentials: _, extra, ...body } = request;
  const { projectIdOrName, groupRef, consumerRef, provider } = request;
  const place = { projectIdOrName, groupRef, consumerRef, provider };
  return andThen(
    connectionsOauthConnect(client, { ...extra, ...body }, options),
    (authorizationUrl) =>
      mapResult(
        request,
        () => connectionsList(client, place, options),
        (raws): SignIn => {
          const before = listOf(raws).map((raw) => connectionOf(raw, request));
          return {
            type: "signIn",
            authorizationUrl,
            session: sessionOf("ampersand", place, before),
          };
        },
      ),
  );
}

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

/** Deletes a connection. Ampersand does not tell whether it revokes the token at the service. */
export const remove: VerbOf<Ampersand, "delete"> = (client, request, options) =>
  mapResult(request, () => connectionsDelete(client, request, options), asVoid);

/** Replaces the credentials of a connection, or has the customer sign in again. */
export const updateAuthorization: VerbOf<Ampersand, "updateAuthorization"> = (
  client,
  request,
  options,
) =>
  mapResult(
    request,
    (): ReturnType<typeof updateAuthorization> =>
      request.credentials === undefined
        ? signInAgain(client, request, readOptions(options))
        : update(client, request, options),
    (authorized) => authorized,
  );

function signInAgain(
  client: Client,
  request: AmpersandConnectionRequest,
  options: RequestOptions,
): ReturnType<typeof updateAuthorization> {
  const { projectIdOrName, connectionId } = request;
  return andThen(connectionsOauthUpdate(client, request, options), (authorizationUrl) =>
    mapResult(
      request,
      () => connectionsGet(client, { projectIdOrName, connectionId }, options),
      (raw): SignIn => {
        const before = connectionOf(raw, request);
        const session = sessionOf("ampersand", { projectIdOrName, connectionId }, [before]);
        return { type: "signIn", authorizationUrl, session };
      },
    ),
  );
}

/** Kinds of credentials that Ampersand uses as they are, and has nothing to renew of. */
const UNPROVABLE: ReadonlySet<unknown> = new Set(["none", "apiKey", "basic", "custom", "jwt"]);

/**
 * Has Ampersand renew the access token, whether it has expired or not. If the service refuses, the
 * connection is broken.
 */
export const check: VerbOf<Ampersand, "check"> = (client, request, options) =>
  mapResult(
    request,
    () => {
      const { projectIdOrName, connectionId } = request;
      const parameters = { projectIdOrName, connectionId, refresh: "force" as const };
      return new APIPromise(
        connectionsGet(client, parameters, options)._map((result) => {
          const scheme = result.ok && stringOf(membersOf(result.value).authScheme);
          return UNPROVABLE.has(scheme)
            ? err(
                new InvalidRequestError(
                  `connectionId: Ampersand cannot prove that credentials of the kind ${scheme} work, only OAuth 2`,
                ),
              )
            : result;
        }),
      );
    },
    (raw) => connectionOf(raw, request),
    pathOf,
  );
