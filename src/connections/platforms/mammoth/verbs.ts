import type { Authorization, ConnectionsPage } from "../../vocabulary/connection.js";
import { mapPages, mapResult } from "../../vocabulary/map-result.js";
import type { VerbOf } from "../../vocabulary/verbs.js";
import { connectionsCreate } from "../../../platforms/mammoth/funcs/connectionsCreate.js";
import { connectionsDelete } from "../../../platforms/mammoth/funcs/connectionsDelete.js";
import { connectionsGet } from "../../../platforms/mammoth/funcs/connectionsGet.js";
import { connectionsList } from "../../../platforms/mammoth/funcs/connectionsList.js";
import { connectionsUpdate } from "../../../platforms/mammoth/funcs/connectionsUpdate.js";
import type { Mammoth } from "./requests.js";
import {
  configOf,
  connectionOf,
  connectorOf,
  keyIn,
  pathOf,
  placeOf,
  statusOf,
} from "./mapping.js";

/** The connections of a connector. Mammoth tells no status of them. */
export const list: VerbOf<Mammoth, "list"> = (client, request, options) =>
  mapPages(
    request,
    () => connectionsList(client, { ...request.extra, ...connectorOf(request) }, options),
    ({ connections }): ConnectionsPage => ({
      connections: connections.map((raw) =>
        connectionOf({ ...request, connectionId: raw.connectionKey }, raw),
      ),
    }),
    pathOf,
  );

/**
 * Makes a connection. Mammoth goes on making it after the answer and says no key yet: `id` is empty and `raw` holds the job, or
 * what a file picker needs, until `list` knows the connection.
 */
export const generate: VerbOf<Mammoth, "generate"> = (client, request, options) =>
  mapResult(
    request,
    () => {
      const { config: _, ...extra } = request.extra ?? {};
      const connector = connectorOf(request);
      const requestBody = configOf(request);
      return connectionsCreate(client, { ...extra, ...connector, requestBody }, options);
    },
    (raw) => connectionOf({ ...request, connectionId: keyIn(raw) ?? "" }, raw, statusOf(raw)),
    pathOf,
  );

/** Reads what Mammoth knows through a connection. */
export const get: VerbOf<Mammoth, "get"> = (client, request, options) =>
  mapResult(
    request,
    () => connectionsGet(client, { ...request.extra, ...placeOf(request) }, options),
    (raw) => connectionOf(request, raw),
    pathOf,
  );

/** Gives a connection new credentials. */
export const update: VerbOf<Mammoth, "update"> = (client, request, options) =>
  mapResult(
    request,
    () => {
      const { config: _, ...extra } = request.extra ?? {};
      const place = placeOf(request);
      const value = configOf(request);
      const patch = [{ op: "replace" as const, path: "connection" as const, value }];
      return connectionsUpdate(client, { ...extra, ...place, patch }, options);
    },
    (raw) => connectionOf(request, raw, "active"),
    pathOf,
  );

/** Deletes a connection. */
export const remove: VerbOf<Mammoth, "delete"> = (client, request, options) =>
  mapResult(
    request,
    () => connectionsDelete(client, { ...request.extra, ...placeOf(request) }, options),
    () => {},
    pathOf,
  );

/** Gives a connection new credentials: the same as `update`, in the words of an authorization. */
export const updateAuthorization: VerbOf<Mammoth, "updateAuthorization"> = (
  client,
  request,
  options,
) =>
  mapResult(
    request,
    () => update(client, request, options),
    (connection): Authorization => ({ connection }),
  );
