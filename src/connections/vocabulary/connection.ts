/**
 * How a connection is doing, in words that mean the same on every platform: `pending` until the customer has finished
 * authorizing, `active` while the credentials work, `broken` when they do not any more, `unlinked` after an unlink, `unknown`
 * where the platform does not tell (Mammoth).
 * Open, so that what a platform adds tomorrow breaks nobody: an unknown word is passed on as the platform writes it.
 */
export const ConnectionStatus = {
  Pending: "pending",
  Active: "active",
  Broken: "broken",
  Unlinked: "unlinked",
  Unknown: "unknown",
} as const;
export type ConnectionStatus =
  | "pending"
  | "active"
  | "broken"
  | "unlinked"
  | "unknown"
  | (string & {});

/** A customer's connection to a third-party service, in the same words on every platform. */
export interface Connection<Raw = unknown> {
  /** What names the connection in `get`, `update`, `delete` and the rest: `connectionId`. */
  id: string;
  /** The platform that it lives on: `ampersand`, `nango`, `codat` or `mammoth`. */
  platform: string;
  /** The third-party service: `salesforce`, `hubspot`, ... */
  provider: string;
  status: ConnectionStatus;
  /** The project or workspace it belongs to, where the platform has any. */
  projectId?: string | undefined;
  /** The customer: a company or team. */
  group?: ConnectionParty | undefined;
  /** The person. */
  consumer?: ConnectionParty | undefined;
  createTime?: Date | undefined;
  updateTime?: Date | undefined;
  /** What you or the platform noted about the connection. */
  metadata?: Readonly<Record<string, unknown>> | undefined;
  /** Where the customer finishes an authorization that is pending. May hold a one-time secret. */
  authorizationUrl?: string | undefined;
  /** The platform's own object, whole: what the vocabulary has no word for is there. */
  raw: Raw;
}

/** Whose connection it is. */
export interface ConnectionParty {
  /** Your own id for them. */
  ref: string;
  name?: string | undefined;
}

/** One page of connections. */
export interface ConnectionsPage<Raw = unknown> {
  connections: Connection<Raw>[];
}

/** What a change of authorization led to: the connection with its new credentials, or where the customer goes on. */
export interface Authorization<Raw = unknown> {
  connection?: Connection<Raw> | undefined;
  /** Where the customer authorizes again. May hold a one-time secret. */
  authorizationUrl?: string | undefined;
}
