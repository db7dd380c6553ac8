import type { ConnectionsPage } from "../../vocabulary/connection.js";
import { invalidRequest } from "../../vocabulary/invalid-request.js";
import { asVoid, mapPages, mapResult } from "../../vocabulary/map-result.js";
import { listOf } from "../../vocabulary/read.js";
import { andThen } from "../../vocabulary/promises.js";
import type { VerbOf } from "../../vocabulary/verbs.js";
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
  endUserMember,
  metadataRequest,
  pathOf,
  pathOfList,
  pathOfMetadata,
  requireMembers,
} from "./mapping.js";
import type { NangoCoordinates } from "./requests.js";
import type { NangoConnection, NangoPlatform } from "./types.js";

/** Lists the connections of the key's environment, newest first. */
export const list: VerbOf<NangoPlatform, "list"> = (client, request = {}, options) =>
  mapPages(
    request,
    () => {
      const { groupRef, consumerRef, provider, extra } = request;
      const filters = {
        endUserOrganizationId: groupRef,
        endUserId: consumerRef,
        integrationId: provider,
      };
      return connectionsList(client, { ...extra, ...filters }, options);
    },
    (page): ConnectionsPage<NangoConnection, NangoCoordinates> => ({
      connections: listOf(page.connections).map(connectionOf),
    }),
    pathOfList,
  );

/** Creates a connection, or replaces the credentials of one that exists. */
export const generate: VerbOf<NangoPlatform, "generate"> = (client, request, options) =>
  mapResult(
    request,
    () => connectionsCreate(client, createRequest(request), options),
    connectionOf,
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
 * connection.
 */
export const update: VerbOf<NangoPlatform, "update"> = (client, request, options) =>
  mapResult(
    request,
    () => {
      const { provider: providerConfigKey, connectionId, extra } = request;
      const { endUser: _, ...members } = extra ?? {};
      const requestBody = { ...members, ...endUserMember(request) };
      if (Object.values(requestBody).every((value) => value === undefined)) {
        throw invalidRequest(
          request,
          [],
          "expected at least one change: consumerRef, or members of extra",
        );
      }
      const connection = { connectionId, providerConfigKey };
      const updated = connectionsUpdateConnection(client, { ...connection, requestBody }, options);
      return andThen(updated, () => connectionsGet(client, connection, options));
    },
    connectionOf,
    pathOf,
  );

/** Deletes a connection. */
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

/** Replaces the credentials of a connection. */
export const updateAuthorization: VerbOf<NangoPlatform, "updateAuthorization"> = (
  client,
  request,
  options,
) =>
  mapResult(
    request,
    () => {
      // Without an id Nango would create another connection.
      requireMembers(request);
      return connectionsCreate(client, createRequest(request), options);
    },
    (raw) => ({ connection: connectionOf(raw) }),
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
