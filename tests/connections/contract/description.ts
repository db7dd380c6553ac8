import type { ClientOptions, Platform } from "connections-sdk";
import type { Emulator, PlatformName } from "connections-sdk/testing";
import type { VerbName } from "../../../src/connections/vocabulary/verbs.js";

/** A request of layer 1, before any type has looked at it. */
export type AnyRequest = Readonly<Record<string, unknown>>;

/** What a platform makes of one verb. */
export interface VerbDescription {
  /** Fits the emulator's seed. */
  readonly request: AnyRequest;
  /** What the answer holds, at least; absent where it is `void`. */
  readonly value?: object;
  /** What arrives at the platform. A body is matched whole, secrets being `[redacted]`. */
  readonly sends: { readonly method: string; readonly path: string; readonly body?: unknown };
  /** What is asked after it, where the platform's answer does not say enough. */
  readonly followedBy?: readonly { readonly method: string; readonly path: string }[];
  /** The members without which nothing is sent. */
  readonly coordinates: readonly string[];
  /** Where a request to something that is not there leads. */
  readonly absent?: {
    readonly request: AnyRequest;
    readonly error: string;
    /** 404 without it. */
    readonly status?: number;
  };
}

/** Credentials of one type, and where the platform keeps them. */
export interface CredentialsDescription {
  readonly type: string;
  readonly request: AnyRequest;
  readonly stored: unknown;
}

/** Credentials that nothing is sent with, and the member that the error names. */
export interface RefusedCredentials {
  readonly verb: VerbName;
  readonly credentials: unknown;
  readonly names: string;
}

/**
 * What the contract suite needs to know of a platform. A platform joins the suite with one file that says this
 * and calls `contract`.
 */
export interface PlatformDescription {
  readonly name: PlatformName;
  /** Makes the platform; `key` is what the emulator checks, `undefined` for none. */
  readonly make: (key: string | undefined, options?: ClientOptions) => Platform;
  /** How the platform wants a key to be written. As it is, where absent. */
  readonly written?: (key: string) => string;
  /** The environment variable that stands in for the key. */
  readonly keyVariable: string;
  /** The error of a key that is refused: its name, or what the names have in common. */
  readonly unauthorized: string | RegExp;
  /** Its status. 401 without it. */
  readonly unauthorizedStatus?: number;
  /** The verbs that it has; the others are unsupported. */
  readonly verbs: { readonly [V in VerbName]?: VerbDescription };
  /** Filters of `list`, and how many connections of the seed each lets through. */
  readonly filters: readonly { readonly request: AnyRequest; readonly count: number }[];
  /** Requests of `list` that take several pages, and how many connections each page has. */
  readonly pages?: readonly { readonly request: AnyRequest; readonly sizes: readonly number[] }[];
  /** The platform's words for how a connection is doing, and ours. */
  readonly statuses: Readonly<Record<string, string>>;
  /** Whether the platform has no such words, and `statuses` are what it tells by other means. */
  readonly derivesStatus?: boolean;
  /** The platform's answer to the request of `get`, with a status of its own; `JSON.stringify`d onto the wire. */
  readonly wire: (status: string) => Readonly<Record<string, unknown>>;
  /** Whether an answer to `get` has no form of its own: any JSON is one, and says neither status nor times. */
  readonly untyped?: boolean;
  /** Members of the platform's own object that the vocabulary has no word for. */
  readonly raw: unknown;
  /** How many connections the emulated platform has. */
  readonly count: (emulator: Emulator) => number;
  /** Requests of `generate` by credentials type. */
  readonly credentials: readonly CredentialsDescription[];
  /** The credentials of the connection that was made last, as the emulated platform keeps them. */
  readonly stored: (emulator: Emulator) => unknown;
  readonly refused: readonly RefusedCredentials[];
}
