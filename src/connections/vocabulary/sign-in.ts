import type { Connection, ConnectionStatus } from "./connection.js";
import type { Coordinates } from "./coordinates.js";
import { isStrangers } from "./tenant.js";

/**
 * Where a customer signs in: the result of `generate` and `updateAuthorization` without
 * credentials. Redirect the customer to `authorizationUrl`, and pass the whole to `waitFor`.
 */
export interface SignIn {
  /** Tells a sign-in from a connection. */
  type: "signIn";
  /** The URL where the customer signs in. Contains a one-time secret: don't log it. */
  authorizationUrl: string;
  /** When the URL expires, if the platform tells. */
  expireTime?: Date | undefined;
  /**
   * What `waitFor` follows. Absent if the connection could not be found afterwards: on Nango a new
   * connection without a `groupRef` or `consumerRef`.
   */
  session?: SignInSession | undefined;
}

/**
 * What `waitFor` follows: where the connection is found, and what was there before. Plain JSON
 * without secrets, to store while the customer is away. `waitFor` of another platform refuses it.
 */
export interface SignInSession extends Omit<Coordinates, "connectionId"> {
  /** The id of the connection, if it exists already. */
  connectionId?: string;
  /** The connections that the customer had, by their ids. */
  before: Readonly<Record<string, ConnectionState>>;
}

/** The state of a connection, to recognize a change of it. */
export interface ConnectionState {
  /** The status. */
  status: ConnectionStatus;
  /** Changes when the connection is authorized again. Absent if the platform tells nothing. */
  revision?: string;
}

/**
 * What changes when a connection is authorized again. By default the time of its last update.
 * `undefined` if the platform tells nothing.
 */
export type RevisionOf = (connection: Connection) => string | undefined;

/** The time of a connection's last update. */
export const updateTimeOf: RevisionOf = ({ updateTime }) => updateTime?.toJSON() ?? undefined;

/** The state of a connection. */
export function stateOf(
  connection: Connection<unknown, unknown>,
  revisionOf: RevisionOf = updateTimeOf,
): ConnectionState {
  const revision = revisionOf(connection as Connection); // whatever its coordinates are
  return { status: connection.status, ...(revision !== undefined && { revision }) };
}

/** Where a connection is found: its coordinates, or the filters of a list. */
type Place = Partial<Omit<Coordinates, "platform" | "version">>;

/**
 * The session of a sign-in, for `waitFor` to follow. Read what is there before you call it: a
 * customer can already have a connection to the same service.
 *
 * @param platform - The name of the platform.
 * @param place - Where the connection is found: its coordinates, or the filters of a list.
 * @param before - The connections that are there now. Those of another customer or person than
 * `place` names are left out.
 * @param revisionOf - What changes when a connection is authorized again. Defaults to its
 * `updateTime`. Pass the same function to `definePlatform`.
 * @example
 * const session = sessionOf("acme", { groupRef: request.groupRef }, connections);
 * return { type: "signIn", authorizationUrl: link.url, session };
 */
export function sessionOf(
  platform: string,
  place: Place,
  before: readonly Connection<unknown, unknown>[],
  revisionOf?: RevisionOf,
): SignInSession {
  // A platform may ignore a filter that it does not know.
  const states = before
    .filter((each) => !isStrangers(place, each))
    .map((each) => [each.id, stateOf(each, revisionOf)] as const);
  return { platform, version: 1, ...place, before: Object.fromEntries(states) };
}
