import type { ClientOptions, Platform } from "connections-sdk";
import type { Emulator, PlatformName } from "connections-sdk/testing";
import type { VerbName } from "../../../src/connections/vocabulary/verbs.js";

/** A request of the unified API without its types. */
export type AnyRequest = Readonly<Record<string, unknown>>;

/** What a platform does for a verb. */
export interface VerbDescription {
  /** A request that matches the emulator's seed. */
  readonly request: AnyRequest;
  /** Members that the returned value must have. Absent if it is `void`. */
  readonly value?: object;
  /**
   * The request that the platform receives. The body is compared as a whole, with secrets
   * `[redacted]`.
   */
  readonly sends: { readonly method: string; readonly path: string; readonly body?: unknown };
  /** The requests that come before, if the platform would lose what they read. */
  readonly reads?: readonly { readonly method: string; readonly path: string }[];
  /** The requests that follow, if the platform's response does not contain the connection. */
  readonly followedBy?: readonly { readonly method: string; readonly path: string }[];
  /** The required members. */
  readonly coordinates: readonly string[];
  /** A request for an unknown connection, and its error. */
  readonly absent?: {
    readonly request: AnyRequest;
    readonly error: string;
    /** The status. Defaults to 404. */
    readonly status?: number;
  };
}

/** Credentials of one type, and how the platform stores them. */
export interface CredentialsDescription {
  readonly type: string;
  readonly request: AnyRequest;
  readonly stored: unknown;
}

/** Credentials that are refused before they are sent, and the member that the error reports. */
export interface RefusedCredentials {
  readonly verb: VerbName;
  readonly credentials: unknown;
  readonly names: string;
}

/**
 * What the contract suite needs to know about a platform. To run the suite for a platform, write a
 * test file that describes the platform and calls `contract`.
 */
export interface PlatformDescription {
  readonly name: PlatformName;
  /** Creates the platform with a key, or without one. */
  readonly make: (key: string | undefined, options?: ClientOptions) => Platform;
  /** The form in which the platform expects a key. Defaults to the key itself. */
  readonly written?: (key: string) => string;
  /** The environment variable of the key. */
  readonly keyVariable: string;
  /** The name of the error of a refused key, or a pattern for the names. */
  readonly unauthorized: string | RegExp;
  /** The status of that error. Defaults to 401. */
  readonly unauthorizedStatus?: number;
  /** The verbs that the platform supports. */
  readonly verbs: { readonly [V in VerbName]?: VerbDescription };
  /** Whose connections `generate` can make. */
  readonly whose?: AnyRequest;
  /** The coordinates that a verb takes, required or not. */
  readonly takes: (verb: VerbName) => readonly string[];
  /** What the platform says in particular situations: the verb, its request, and the result. */
  readonly situations?: readonly (readonly [what: string, VerbName, AnyRequest, object])[];
  /** Filters of `list`, and how many connections of the seed match each. */
  readonly filters: readonly { readonly request: AnyRequest; readonly count: number }[];
  /** Requests of `list` with several pages, and the number of connections on each page. */
  readonly pages?: readonly { readonly request: AnyRequest; readonly sizes: readonly number[] }[];
  /** The platform's statuses, and those of the unified API. */
  readonly statuses: Readonly<Record<string, string>>;
  /**
   * Whether the platform has no statuses of its own, and `statuses` are derived from other members.
   */
  readonly derivesStatus?: boolean;
  /** The body of the platform's response to `get`, with this status. */
  readonly wire: (status: string) => Readonly<Record<string, unknown>>;
  /** Whether the response to `get` has no schema, and therefore no status and times. */
  readonly untyped?: boolean;
  /** Members of the platform's own object that the unified API does not have. */
  readonly raw: unknown;
  /** The number of connections of the emulated platform. */
  readonly count: (emulator: Emulator) => number;
  /** Requests of `generate` for each type of credentials. */
  readonly credentials: readonly CredentialsDescription[];
  /** The credentials of the latest connection, as the emulated platform stores them. */
  readonly stored: (emulator: Emulator) => unknown;
  readonly refused: readonly RefusedCredentials[];
}
