import {
  APIPromise,
  type Client,
  type ClientError,
  type RequestOptions,
  type Result,
  UnexpectedClientError,
  err,
  ok,
} from "../../../lib/index.js";
import { membersOf, recordOf, stringOf } from "../../vocabulary/read.js";
import { connectionsGet } from "../../../platforms/nango/funcs/connectionsGet.js";
import type { CreateConnectionRequest } from "../../../platforms/nango/models/components/connections.js";
import { Response404, Response424 } from "../../../platforms/nango/models/errors/connections.js";
import { Response400 } from "../../../platforms/nango/models/errors/shared.js";
import { allTagsOf } from "./parties.js";
import type { NangoConnectionRequest } from "./requests.js";
import type { NangoConnection } from "./types.js";

/** What a connection holds besides its credentials. */
export type Holdings = Pick<
  CreateConnectionRequest,
  "metadata" | "connectionConfig" | "webhookUrlOverride" | "tags"
>;

/**
 * Reads a connection with everything that it holds besides its credentials, because Nango replaces
 * a connection as a whole: what a request does not carry is emptied.
 *
 * A connection whose credentials no longer work is the one that needs new ones. Nango refuses to
 * return it, and sends it as the payload of the error.
 */
export function connectionHeld(
  client: Client,
  { provider, connectionId }: NangoConnectionRequest,
  options: RequestOptions | undefined,
): APIPromise<Result<NangoConnection, Response400 | Response404 | Response424 | ClientError>> {
  const got = connectionsGet(client, { connectionId, providerConfigKey: provider }, options);
  return new APIPromise(
    got._map(
      (result): Result<NangoConnection, Response400 | Response404 | Response424 | ClientError> => {
        if (result.ok) {
          const { value } = result;
          return isWhole(value, connectionId) ? ok(value) : err(notWhole());
        }
        const { error } = result;
        const held = payloadOf(error);
        return held === undefined ? err(error) : ok(held);
      },
    ),
  );
}

/** Reads what a connection holds besides its credentials. */
export function holdingsOf(
  client: Client,
  request: NangoConnectionRequest,
  options: RequestOptions | undefined,
): APIPromise<Result<Holdings, Response400 | Response404 | Response424 | ClientError>> {
  return new APIPromise(
    connectionHeld(client, request, options)._map((result) =>
      result.ok ? ok(holdingsIn(result.value)) : result,
    ),
  );
}

/** What a connection holds, or nothing if there is no such connection. */
export function orNothing<E>(
  held: APIPromise<Result<Holdings, E | Response404>>,
): APIPromise<Result<Holdings, E>> {
  return new APIPromise(
    held._map((result): Result<Holdings, E> => {
      if (result.ok) return result;
      const { error } = result;
      return isNone(error) ? ok({}) : err(error);
    }),
  );
}

/** Whether Nango says that there is no such connection. A proxy's 404 does not. */
function isNone(error: unknown): error is Response404 {
  return error instanceof Response404 && typeof membersOf(error.error).code === "string";
}

/**
 * Whether a response is the connection, with everything in it that has to be kept. It is decoded
 * leniently, and what cannot be read would be emptied.
 */
function isWhole(raw: NangoConnection, id: string): boolean {
  const { connectionId, metadata, connectionConfig, tags } = membersOf(raw);
  return (
    connectionId === id &&
    [metadata, connectionConfig, tags].every((value) => value == null || recordOf(value))
  );
}

function notWhole(): UnexpectedClientError {
  return new UnexpectedClientError(
    "The connection as Nango returned it cannot be read, so nothing was sent that would replace it",
  );
}

/** What a connection holds besides its credentials. */
export function holdingsIn(raw: NangoConnection): Holdings {
  const connection = membersOf(raw);
  const metadata = filled(connection.metadata);
  const connectionConfig = filled(connection.connectionConfig);
  const tags = filled(allTagsOf(raw)) as Holdings["tags"];
  const webhookUrlOverride = stringOf(connection.webhookUrlOverride);
  return {
    ...(metadata && { metadata }),
    ...(connectionConfig && { connectionConfig }),
    ...(webhookUrlOverride && { webhookUrlOverride }),
    ...(tags && { tags }),
  };
}

function filled(value: unknown): Record<string, unknown> | undefined {
  const members = recordOf(value);
  return members && Object.keys(members).length > 0 ? members : undefined;
}

/**
 * The connection in the error of one whose credentials no longer work, with the SDK's names and the
 * problem that the error tells.
 */
export function payloadOf(error: unknown): NangoConnection | undefined {
  if (!(error instanceof Response400 || error instanceof Response424)) return undefined;
  const { code, payload } = membersOf(error.error);
  const connection = recordOf(membersOf(payload as { connection?: unknown }).connection);
  if (code !== "invalid_credentials" || connection === undefined) return undefined;
  const { provider_config_key, connection_id, connection_config, webhook_url_override, end_user } =
    connection;
  return {
    ...connection,
    errors: [{ type: "auth" }], // Nango may list it later
    providerConfigKey: provider_config_key,
    connectionId: connection_id,
    connectionConfig: connection_config,
    webhookUrlOverride: webhook_url_override,
    endUser: end_user,
  } as unknown as NangoConnection; // read as one that fits nothing
}
