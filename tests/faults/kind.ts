import type { Socket } from "node:net";
import type { ClientOptions, HTTPClient, RequestOptions, Result } from "connections-sdk";
import type { Credential } from "../../src/lib/index.js";
import type { Exchange, RawServer } from "../support/raw-server.js";

/** One way in which a call can go wrong, and how it must end. */
export interface Kind {
  /** The name on the page. Unique in its group. */
  readonly name: string;
  /** The verb to call. Defaults to `get`, which is idempotent; `generate` is not. */
  readonly verb?: Verb;
  /** The call to make instead of a verb's. */
  readonly call?: Call;
  /** How the server behaves. Defaults to good responses. */
  readonly server?: {
    /** Called for each complete request. */
    readonly serve?: (exchange: Exchange, scene: Scene) => void;
    /** Called for each connection, before anything is read from it. */
    readonly connect?: (socket: Socket, scene: Scene) => void;
    readonly tls?: boolean;
  };
  /**
   * How the token endpoint behaves, on a server of its own. The call is then one of an SDK that
   * gets access tokens.
   */
  readonly tokens?: (exchange: Exchange, scene: Scene) => void;
  /** Starts another server, with good responses. */
  readonly elsewhere?: boolean;
  /** The `serverURL` of the call, if not the server itself. */
  readonly at?: (serverURL: string) => string;
  /** Makes a successful call before the one that is tested. */
  readonly warm?: boolean;
  /** The credential callback of the client, called for every attempt. Defaults to a key. */
  readonly credential?: () => unknown;
  /** Other options of the client. */
  readonly client?: (scene: Scene) => object;
  /** Options of the call. */
  readonly options?: (scene: Scene) => object | null;
  /** The request, instead of a valid one. */
  readonly request?: (scene: Scene) => unknown;
  readonly expect: Expectation;
}

/**
 * The verbs to call: an idempotent one, one that is not, one without a response body, one with a
 * list.
 */
export type Verb = "get" | "generate" | "delete" | "list";

/** How a call ends: with an error, or with a value. */
export interface Ending {
  /** The name of the error. */
  readonly error?: string;
  readonly message?: RegExp;
  /** The value, in a few words. */
  readonly value?: string;
  /** Checks the error or the value; throws if it is wrong. */
  readonly check?: (ended: never) => void;
}

/** How a kind must end. */
export interface Expectation extends Ending {
  /** The number of attempts, without and with retries. */
  readonly attempts: readonly [once: number, retried: number];
  /** The number of requests that the server receives, if it differs. */
  readonly requests?: readonly [once: number, retried: number];
  /** How the kind ends with `NodeHTTPClient`, if it can tell more than `fetch`. */
  readonly onNode?: Expectation;
  /** How the call ends with retries, if that differs. */
  readonly retried?: Ending;
  /** The runtime may continue connecting, until its own timeout (10 seconds in Node). */
  readonly connecting?: boolean;
  /** The minimum duration with retries, in milliseconds. */
  readonly waits?: number;
  /** Checks the scene afterwards; throws if something is wrong. */
  readonly after?: (scene: Scene) => void;
}

/** The environment of a run. */
export interface Scene {
  readonly server: RawServer;
  /** The other server, if there is one. */
  readonly other: RawServer;
  /** The caller's, to abort calls with. */
  readonly controller: AbortController;
  /** Creates an HTTP client of the transport, for adding hooks. */
  readonly httpClient: () => HTTPClient;
}

/** A call of an operation that no platform of ours has, with the client's and its own options. */
export type Call = (
  given: Options,
  options: RequestOptions | undefined,
) => PromiseLike<Result<unknown, unknown>>;

/** Kinds under one heading of the page. */
export interface Group {
  readonly name: string;
  /** What the kinds have in common, as the page says it. */
  readonly about: string;
  readonly kinds: readonly Kind[];
}

/** The client options that kinds change. */
export type Options = ClientOptions & { apiKeyHeader?: Credential };
export type { RequestOptions };
