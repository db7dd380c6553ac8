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
  | "unlinked"
  | "unknown"
  | (string & {});

/** A customer's connection to a third-party service, in the same form on every platform. */
export interface Connection<Raw = unknown> {
  /**
   * The id of the connection: the `connectionId` of `get`, `update`, `delete` and the other verbs.
   * Empty if the platform has not assigned one yet, or if its response has none.
   */
  id: string;
  /** The name of the platform that manages the connection, for example `nango`. */
  platform: string;
  /**
   * The third-party service, for example `salesforce`; on Nango the id of the integration. Empty if
   * the platform's response has none.
   */
  provider: string;
  /** Whether the connection works. See {@link ConnectionStatus}. */
  status: ConnectionStatus;
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
  /** The platform's own object, with everything that the unified API has no member for. */
  raw: Raw;
}

/** The customer or the person that a connection belongs to. */
export interface ConnectionParty {
  /** Your id for the customer or person. */
  ref: string;
  /** The name of the customer or person, for display. */
  name?: string | undefined;
}

/** A page of connections. */
export interface ConnectionsPage<Raw = unknown> {
  /** The connections of this page. */
  connections: Connection<Raw>[];
}

/**
 * The result of `updateAuthorization`: the connection with its new credentials, or the URL where
 * the customer continues.
 */
export interface Authorization<Raw = unknown> {
  /** The connection. Set if its new credentials are stored. */
  connection?: Connection<Raw> | undefined;
  /** The URL where the customer authorizes the connection again. May contain a one-time secret. */
  authorizationUrl?: string | undefined;
}
