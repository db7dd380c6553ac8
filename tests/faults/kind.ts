import type { Socket } from "node:net";
import type { ClientOptions, HTTPClient, RequestOptions } from "connections-sdk";
import type { Credential } from "../../src/lib/index.js";
import type { Exchange, RawServer } from "../support/raw-server.js";

/** One way in which a call can go wrong, and what must come of it. */
export interface Kind {
  /** Unique in its group, and what the page lists. */
  readonly name: string;
  /** What is asked for. Default: `get`, which may be repeated. `generate` may not. */
  readonly verb?: Verb;
  /** How the server behaves. Default: it answers well. */
  readonly server?: {
    /** Called when a whole request has come. */
    readonly serve?: (exchange: Exchange, scene: Scene) => void;
    /** Takes connections over before anything is read from them. */
    readonly connect?: (socket: Socket, scene: Scene) => void;
    readonly tls?: boolean;
  };
  /** There is another server, which answers well. */
  readonly elsewhere?: boolean;
  /** Where the call goes, where that is not the server itself. */
  readonly at?: (serverURL: string) => string;
  /** One call is made and answered well before the one that counts. */
  readonly warm?: boolean;
  /** Credential of the client, asked for at every attempt. Default: a key. */
  readonly credential?: () => unknown;
  /** What else the client is told. */
  readonly client?: (scene: Scene) => object;
  /** What the call is told. */
  readonly options?: (scene: Scene) => object | null;
  /** What the call asks for, instead of a request that is in order. */
  readonly request?: (scene: Scene) => unknown;
  readonly expect: Expectation;
}

/** The verbs that calls use: one that may be repeated, one that may not, one without an answer, one with a list. */
export type Verb = "get" | "generate" | "delete" | "list";

/** How a call ends: with an error, or with a value. */
export interface Ending {
  /** The name of the error. */
  readonly error?: string;
  readonly message?: RegExp;
  /** What the value is, in a few words. */
  readonly value?: string;
  /** What else must hold of the error or the value; throws where it does not. */
  readonly check?: (ended: never) => void;
}

/** What must come of a kind. */
export interface Expectation extends Ending {
  /** How often it is tried: without and with retries. */
  readonly attempts: readonly [once: number, retried: number];
  /** How many requests the server sees, where that differs. */
  readonly requests?: readonly [once: number, retried: number];
  /** The ending with retries, where that differs. */
  readonly retried?: Ending;
  /** The runtime may go on connecting, until a limit of its own that callers cannot set (10 seconds in Node). */
  readonly connecting?: boolean;
  /** The shortest time that it takes with retries, in milliseconds. */
  readonly waits?: number;
  /** What else must hold afterwards; throws where it does not. */
  readonly after?: (scene: Scene) => void;
}

/** What a run of a kind happens in. */
export interface Scene {
  readonly server: RawServer;
  /** Another server, where there is one. */
  readonly other: RawServer;
  /** The caller's own, to end calls with. */
  readonly controller: AbortController;
  /** A client of the transport that hooks can be added to. */
  readonly httpClient: () => HTTPClient;
}

/** Kinds of one sort, under one heading. */
export interface Group {
  readonly name: string;
  /** What the kinds have in common, for the page. */
  readonly about: string;
  readonly kinds: readonly Kind[];
}

/** The client options that kinds change. */
export type Options = ClientOptions & { apiKeyHeader?: Credential };
export type { RequestOptions };
