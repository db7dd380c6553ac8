import { APIPromise } from "../../../lib/index.js";
import type { ConnectionsPage } from "../../vocabulary/connection.js";
import { asVoid, invalidRequest, mapPages, mapResult } from "../../vocabulary/map-result.js";
import type { VerbOf } from "../../vocabulary/verbs.js";
import { connectionsCreate } from "../../../platforms/nango/funcs/connectionsCreate.js";
import { connectionsCreateMetadata } from "../../../platforms/nango/funcs/connectionsCreateMetadata.js";
import { connectionsDelete } from "../../../platforms/nango/funcs/connectionsDelete.js";
import { connectionsGet } from "../../../platforms/nango/funcs/connectionsGet.js";
import { connectionsList } from "../../../platforms/nango/funcs/connectionsList.js";
import { connectionsUpdate } from "../../../platforms/nango/funcs/connectionsUpdate.js";
import { connectionsUpdateConnection } from "../../../platforms/nango/funcs/connectionsUpdateConnection.js";
import type { NangoConnection, NangoPlatform } from "./requests.js";
import {
  connectionOf,
  creationOf,
  metadataOf,
  needAll,
  pathOf,
  pathOfList,
  pathOfMetadata,
  personOf,
} from "./mapping.js";

/** The connections of the key's environment, the newest first. */
export const list: VerbOf<NangoPlatform, "list"> = (client, request = {}, options) =>
  mapPages(
    request,
    () => {
      const { groupRef, consumerRef, provider, extra } = request;
      const coordinates = {
        endUserOrganizationId: groupRef,
        endUserId: consumerRef,
        integrationId: provider,
      };
      return connectionsList(client, { ...extra, ...coordinates }, options);
    },
    (page): ConnectionsPage<NangoConnection> => ({
      connections: page.connections.map(connectionOf),
    }),
    pathOfList,
  );

/** Makes a connection, or makes it anew. */
export const generate: VerbOf<NangoPlatform, "generate"> = (client, request, options) =>
  mapResult(
    request,
    () => connectionsCreate(client, creationOf(request), options),
    connectionOf,
    pathOf,
  );

/** Reads a connection. */
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

/** Changes a connection, then reads it: Nango's answer to a change does not show it. */
export const update: VerbOf<NangoPlatform, "update"> = (client, request, options) =>
  mapResult(
    request,
    () => {
      const { provider: providerConfigKey, connectionId, extra } = request;
      const { endUser: _, ...members } = extra ?? {};
      const requestBody = { ...members, ...personOf(request) };
      if (Object.values(requestBody).every((value) => value === undefined)) {
        throw invalidRequest(
          request,
          [],
          "expected something to change: consumerRef, or members of extra",
        );
      }
      const one = { connectionId, providerConfigKey };
      const changed = connectionsUpdateConnection(client, { ...one, requestBody }, options);
      return new APIPromise(
        changed
          ._map((result) => result)
          .then((exchange) =>
            exchange.result.ok
              ? connectionsGet(client, one, options)._map((result) => result)
              : { ...exchange, result: exchange.result },
          ),
      );
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

/** Puts new credentials in the place of those that a connection has. */
export const updateAuthorization: VerbOf<NangoPlatform, "updateAuthorization"> = (
  client,
  request,
  options,
) =>
  mapResult(
    request,
    () => {
      // Without an id Nango would make one up, and with it another connection.
      needAll(request);
      return connectionsCreate(client, creationOf(request), options);
    },
    (raw) => ({ connection: connectionOf(raw) }),
    pathOf,
  );

/** Puts metadata in the place of all that there was. */
export const setMetadata: VerbOf<NangoPlatform, "metadata.set"> = (client, request, options) =>
  mapResult(
    request,
    () => connectionsCreateMetadata(client, metadataOf(request), options),
    asVoid,
    pathOfMetadata,
  );

/** Sets the members of the metadata that are given. */
export const updateMetadata: VerbOf<NangoPlatform, "metadata.update"> = (
  client,
  request,
  options,
) =>
  mapResult(
    request,
    () => connectionsUpdate(client, metadataOf(request), options),
    asVoid,
    pathOfMetadata,
  );
