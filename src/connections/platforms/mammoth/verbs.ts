import type { ConnectionsPage } from "../../vocabulary/connection.js";
import { asVoid, mapPages, mapResult } from "../../vocabulary/map-result.js";
import { refusePage } from "../../vocabulary/page-token.js";
import { listOf, membersOf, stringOf } from "../../vocabulary/read.js";
import type { VerbOf } from "../../vocabulary/verbs.js";
import { connectionsCreate } from "../../../platforms/mammoth/funcs/connectionsCreate.js";
import { connectionsDelete } from "../../../platforms/mammoth/funcs/connectionsDelete.js";
import { connectionsGet } from "../../../platforms/mammoth/funcs/connectionsGet.js";
import { connectionsList } from "../../../platforms/mammoth/funcs/connectionsList.js";
import { connectionsUpdate } from "../../../platforms/mammoth/funcs/connectionsUpdate.js";
import {
  connectionConfig,
  connectionOf,
  connectionParameters,
  connectorParameters,
  createdKey,
  createdStatus,
  pathOf,
} from "./mapping.js";
import type { MammothCoordinates } from "./requests.js";
import type { Mammoth } from "./types.js";

/** Lists the connections of a connector. Mammoth does not report their status. */
export const list: VerbOf<Mammoth, "list"> = (client, request, options) =>
  mapPages(
    request,
    () => {
      refusePage(request);
      const connector = connectorParameters(request);
      return connectionsList(client, { ...request.extra, ...connector }, options);
    },
    ({ connections }): ConnectionsPage<unknown, MammothCoordinates> => ({
      connections: listOf(connections).map((raw) =>
        connectionOf(
          { ...request, connectionId: stringOf(membersOf(raw).connectionKey) ?? "" },
          raw,
        ),
      ),
    }),
    pathOf,
  );

/**
 * Creates a connection. Mammoth finishes the work in a job after it has responded, so the key is
 * not known yet: `id` is empty, and `raw` is the job, or what a file picker needs. Use `list` to
 * find the connection.
 */
export const generate: VerbOf<Mammoth, "generate"> = (client, request, options) =>
  mapResult(
    request,
    () => {
      const { config: _, ...extra } = request.extra ?? {};
      const connector = connectorParameters(request);
      const requestBody = connectionConfig(request);
      return connectionsCreate(client, { ...extra, ...connector, requestBody }, options);
    },
    (raw) =>
      connectionOf({ ...request, connectionId: createdKey(raw) ?? "" }, raw, createdStatus(raw)),
    pathOf,
  );

/** Gets what Mammoth can read through a connection. */
export const get: VerbOf<Mammoth, "get"> = (client, request, options) =>
  mapResult(
    request,
    () => connectionsGet(client, { ...request.extra, ...connectionParameters(request) }, options),
    (raw) => connectionOf(request, raw),
    pathOf,
  );

/** Replaces the credentials of a connection. */
export const update: VerbOf<Mammoth, "update"> = (client, request, options) =>
  mapResult(
    request,
    () => {
      const { config: _, ...extra } = request.extra ?? {};
      const parameters = connectionParameters(request);
      const value = connectionConfig(request);
      const patch = [{ op: "replace" as const, path: "connection" as const, value }];
      return connectionsUpdate(client, { ...extra, ...parameters, patch }, options);
    },
    (raw) => connectionOf(request, raw, "active"),
    pathOf,
  );

/** Deletes a connection. The credentials stay valid at the service. */
export const remove: VerbOf<Mammoth, "delete"> = (client, request, options) =>
  mapResult(
    request,
    () =>
      connectionsDelete(client, { ...request.extra, ...connectionParameters(request) }, options),
    asVoid,
    pathOf,
  );

/** Replaces the credentials of a connection. The same as `update`. */
export const updateAuthorization: VerbOf<Mammoth, "updateAuthorization"> = update;
