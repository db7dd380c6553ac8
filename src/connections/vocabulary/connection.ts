import type { Coordinates } from "./coordinates.js";
import type { ConnectionHealth } from "./health.js";

/**
 * How a connection is doing, with the same meaning on every platform. Open: a status that a
 * platform adds later is passed through as the platform writes it.
 */
export const ConnectionStatus = {
  /** The customer has not finished authorizing the connection. */
  Pending: "pending",
  /** The credentials work. */
  Active: "active",
  /** The credentials stopped working. The customer has to authorize the connection again. */
  Broken: "broken",
  /** The connection is on hold and can be resumed: its credentials are kept. */
  Paused: "paused",
  /** The connection was disconnected from its service with `unlink`. */
  Unlinked: "unlinked",
  /** The platform does not report a status (Mammoth), or its response has none. */
  Unknown: "unknown",
} as const;
/** One of the values of {@link ConnectionStatus}, or a status that a platform added later. */
export type ConnectionStatus =
  | "pending"
  | "active"
  | "broken"
  | "paused"
  | "unlinked"
  | "unknown"
  | (string & {});

/** An accessor of a class: TypeScript leaves it out of the type of a copy, `{ ...connection }`. */
declare abstract class HasRaw<Raw> {
  /**
   * The platform's own object, with everything that the unified API has no member for. Can contain
   * the customer's tokens, so it is not enumerable: `JSON.stringify`, `console.log`,
   * `structuredClone` and copies of the connection leave it out.
   */
  get raw(): Raw;
}

/**
 * A customer's connection to a third-party service, in the same form on every platform: plain data
 * without secrets, but for `authorizationUrl`, and for what is stored in `metadata`.
 */
export interface ConnectionData<Place = Coordinates> {
  /** Tells a connection from other values that a verb can return. */
  type: "connection";
  /**
   * The platform's id of the connection. No key by itself: store `coordinates`. Empty if the
   * platform has not assigned one yet, or if its response has none.
   */
  id: string;
  /**
   * What to store, and what `get`, `update`, `delete` and the other verbs for one connection take.
   * Absent if the connection has no id.
   */
  coordinates?: Place | undefined;
  /** The name of the platform that manages the connection, for example `nango`. */
  platform: string;
  /**
   * What the connection goes to, in the platform's words: the service on Ampersand (`salesforce`),
   * the id of your integration on Nango, the platform key on Codat, the connector on Mammoth. Empty
   * if the platform's response has none.
   */
  provider: string;
  /**
   * The third-party service by its own name, for example `salesforce`. Absent if the platform does
   * not tell.
   */
  service?: string | undefined;
  /** Whether the connection works. See {@link ConnectionStatus}. */
  status: ConnectionStatus;
  /**
   * What is wrong with the connection, and who can mend it. Absent if nothing is, or if the
   * platform does not tell.
   */
  health?: ConnectionHealth | undefined;
  /** The project or workspace of the connection, on platforms that have them. */
  projectId?: string | undefined;
  /** The customer that the connection belongs to: a company or a team. */
  group?: ConnectionParty | undefined;
  /** The person who made the connection. */
  consumer?: ConnectionParty | undefined;
  /** When the connection was created. */
  createTime?: Date | undefined;
  /** When the connection was last updated. */
  updateTime?: Date | undefined;
  /** Facts about the connection that you or the platform stored with it. */
  metadata?: Readonly<Record<string, unknown>> | undefined;
  /** The URL where the customer finishes a pending authorization. May contain a one-time secret. */
  authorizationUrl?: string | undefined;
}

/** A {@link ConnectionData} as the verbs return it, with the platform's own object. */
export interface Connection<Raw = unknown, Place = Coordinates>
  extends ConnectionData<Place>, HasRaw<Raw> {}

/** The customer or the person that a connection belongs to. */
export interface ConnectionParty {
  /** Your id for the customer or person. */
  ref: string;
  /** The name of the customer or person, for display. */
  name?: string | undefined;
}

/** A page of connections. */
export interface ConnectionsPage<Raw = unknown, Place = Coordinates> {
  /** The connections of this page. */
  connections: Connection<Raw, Place>[];
  /**
   * The next page, for `list({ ...request, page })`: to store in a URL or a job. Absent on the last
   * page. `for await` follows it by itself.
   */
  next?: string | undefined;
  /** The number of connections on all pages, if the platform tells. */
  total?: number | undefined;
}
