import {
  APIPromise,
  type Client,
  type ClientError,
  type RequestOptions,
  type Result,
  ok,
} from "../../../lib/index.js";
import { readOptions } from "../../../lib/call/read-options.js";
import type { ConnectionsPage } from "../../vocabulary/connection.js";
import { invalidRequest } from "../../vocabulary/invalid-request.js";
import { checkBody } from "../../vocabulary/check-body.js";
import { asVoid, mapPages, mapResult } from "../../vocabulary/map-result.js";
import { pageNumberOf } from "../../vocabulary/page-token.js";
import { listOf } from "../../vocabulary/read.js";
import { andThen } from "../../vocabulary/promises.js";
import type { FindOf, VerbOf } from "../../vocabulary/verbs.js";
import { connectionsCreate } from "../../../platforms/nango/funcs/connectionsCreate.js";
import { connectionsCreateMetadata } from "../../../platforms/nango/funcs/connectionsCreateMetadata.js";
import { connectionsDelete } from "../../../platforms/nango/funcs/connectionsDelete.js";
import { connectionsGet } from "../../../platforms/nango/funcs/connectionsGet.js";
import { connectionsList } from "../../../platforms/nango/funcs/connectionsList.js";
import { connectionsUpdate } from "../../../platforms/nango/funcs/connectionsUpdate.js";
import { connectionsUpdateConnection } from "../../../platforms/nango/funcs/connectionsUpdateConnection.js";
import {
  connectionOf,
  createRequest,
  metadataRequest,
  pathOf,
  pathOfList,
  pathOfMetadata,
  requireMembers,
} from "./mapping.js";
import { type Holdings, holdingsOf, orNothing, payloadOf } from "./existing.js";
import { mergedTags } from "./parties.js";
import { signIn, signInAgain } from "./sessions.js";
import type { NangoCoordinates, NangoGenerateRequest } from "./requests.js";
import type {
  Response404,
  Response424,
} from "../../../platforms/nango/models/errors/connections.js";
import type { Response400 } from "../../../platforms/nango/models/errors/shared.js";
import {
  type Connection as FullConnection,
  UpdateConnectionBody,
} from "../../../platforms/nango/models/components/connections.js";
import type { NangoConnection, NangoPlatform } from "./types.js";

/** The number of connections on a page, if the request has no limit. */
const DEFAULT_LIMIT = 10_000;

/** Lists the connections of the key's environment, newest first. */
export const list: VerbOf<NangoPlatform, "list"> = (client, request = {}, options) =>
  mapPages(
    request,
    () => {
      const { provider, extra } = request;
      const page = pageNumberOf(request);
      const tags = mergedTags(request);
      const filters = {
        ...(page !== undefined && { page }),
        ...(Object.keys(tags).length > 0 && { tags }),
        ...(provider !== undefined && { integrationId: provider }),
      };
      return connectionsList(client, { ...extra, ...filters }, options);
    },
    (page, index): ConnectionsPage<NangoConnection, NangoCoordinates> => {
      const connections = listOf(page.connections).map(connectionOf);
      const { limit = DEFAULT_LIMIT, page: start = pageNumberOf(request) ?? 0 } =
        request.extra ?? {};
      return {
        connections,
        // A full page may be the last one. Nango does not tell.
        ...(connections.length >= limit && { next: `${start + index + 1}` }),
      };
    },
    pathOfList,
  );

/**
 * Creates a connection, or replaces the credentials of one that exists. One that exists is read
 * first, because Nango would empty what the request does not carry. Without credentials, the
 * customer signs in.
 */
export const generate: VerbOf<NangoPlatform, "generate"> = (client, request, options) =>
  mapResult(
    request,
    (): ReturnType<typeof generate> =>
      request.credentials === undefined
        ? signIn(client, request, readOptions(options))
        : mapResult(request, () => create(client, request, options), connectionOf),
    (made) => made,
    pathOf,
  );

function create(
  client: Client,
  request: NangoGenerateRequest,
  given: RequestOptions | undefined,
): APIPromise<Result<NangoConnection, Response400 | Response404 | Response424 | ClientError>> {
  const requestWith = createRequest(request);
  const { provider, connectionId } = request;
  const options = readOptions(given); // of both calls: headers may be readable only once
  if (connectionId === undefined) return connectionsCreate(client, requestWith(), options);
  return andThen(orNothing(holdingsOf(client, { provider, connectionId }, options)), (held) =>
    connectionsCreate(client, requestWith(held), options),
  );
}

/**
 * Finds a connection in the list, which holds no credentials. To get it, Nango would refresh them,
 * and fail if it cannot.
 */
export const find: FindOf<NangoPlatform> = (client, request, options) =>
  mapResult(
    request,
    () => {
      const { provider, connectionId } = request;
      return connectionsList(client, { integrationId: provider, connectionId }, options);
    },
    ({ connections }) => {
      // Without a list nothing is known: it must not look as if there were no connection.
      if (!Array.isArray(connections)) throw new TypeError("expected a list of connections");
      return (
        listOf(connections)
          .map(connectionOf)
          // Several integrations can be asked for at once, by commas.
          .find(({ id, provider }) => id === request.connectionId && provider === request.provider)
      );
    },
    pathOf,
  );

/** Gets a connection. */
export const get: VerbOf<NangoPlatform, "get"> = (client, request, options) =>
  mapResult(
    request,
    () => {
      const { provider, connectionId, extra } = request;
      return connectionsGet(
        client,
        { ...extra, connectionId, providerConfigKey: provider },
        options,
      );
    },
    connectionOf,
    pathOf,
  );

/**
 * Updates a connection, then gets it: Nango's response to an update does not contain the
 * connection. Tags are read first, because Nango replaces all of them.
 */
export const update: VerbOf<NangoPlatform, "update"> = (client, request, given) =>
  mapResult(
    request,
    () => {
      const options = readOptions(given); // of all calls
      const { provider: providerConfigKey, connectionId, extra } = request;
      const tags = mergedTags(request);
      const changesTags = extra?.tags !== undefined || Object.keys(tags).length > 0;
      if (!changesTags && Object.values(extra ?? {}).every((value) => value === undefined)) {
        throw invalidRequest(
          request,
          [],
          "expected at least one change: groupRef, consumerRef, or members of extra",
        );
      }
      checkBody(UpdateConnectionBody, { ...extra, ...(changesTags && { tags }) }, request);
      const connection = { connectionId, providerConfigKey };
      const send = (held?: Holdings) =>
        connectionsUpdateConnection(
          client,
          {
            ...connection,
            requestBody: {
              ...extra,
              ...(changesTags && { tags: mergedTags(request, held?.tags) }),
            },
          },
          options,
        );
      const updated = changesTags ? andThen(holdingsOf(client, request, options), send) : send();
      return andThen(updated, () => connectionsGet(client, connection, options));
    },
    connectionOf,
    pathOf,
  );

/** Deletes a connection. Nango's server does not revoke the token at the service. */
export const remove: VerbOf<NangoPlatform, "delete"> = (client, request, options) =>
  mapResult(
    request,
    () => {
      const { provider, connectionId } = request;
      return connectionsDelete(client, { connectionId, providerConfigKey: provider }, options);
    },
    asVoid,
    pathOf,
  );

/**
 * Replaces the credentials of a connection, and nothing else of it, or has the customer sign in
 * again.
 */
export const updateAuthorization: VerbOf<NangoPlatform, "updateAuthorization"> = (
  client,
  request,
  options,
) =>
  mapResult(
    request,
    (): ReturnType<typeof updateAuthorization> => {
      // Without an id Nango would create another connection.
      requireMembers(request);
      return request.credentials === undefined
        ? signInAgain(client, request, readOptions(options))
        : mapResult(request, () => create(client, request, options), connectionOf);
    },
    (authorized) => authorized,
    pathOf,
  );

/**
 * Has Nango renew or test the credentials, whether they are due or not. If the service refuses
 * them, the connection is broken.
 */
export const check: VerbOf<NangoPlatform, "check"> = (client, request, options) =>
  mapResult(
    request,
    () => {
      const { provider, connectionId } = request;
      const parameters = { connectionId, providerConfigKey: provider, forceRefresh: true };
      return new APIPromise(
        connectionsGet(client, parameters, options)._map((result): typeof result => {
          const held = result.ok ? undefined : payloadOf(result.error);
          return held === undefined ? result : ok(held as FullConnection); // without credentials
        }),
      );
    },
    connectionOf,
    pathOf,
  );

/** Replaces the metadata of a connection. */
export const setMetadata: VerbOf<NangoPlatform, "metadata.set"> = (client, request, options) =>
  mapResult(
    request,
    () => connectionsCreateMetadata(client, metadataRequest(request), options),
    asVoid,
    pathOfMetadata,
  );

/** Updates members of the metadata of a connection. */
export const updateMetadata: VerbOf<NangoPlatform, "metadata.update"> = (
  client,
  request,
  options,
) =>
  mapResult(
    request,
    () => connectionsUpdate(client, metadataRequest(request), options),
    asVoid,
    pathOfMetadata,
  );
