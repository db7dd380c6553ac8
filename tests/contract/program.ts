import type { AnyConnectionRequest, AnySDK } from "connections-sdk";
import type { PlatformName } from "connections-sdk/testing";
import type { Recorder } from "./exchange.js";
import type { Ledger } from "./ledger.js";

/** What a step runs with: a server, and what the run has made there. */
export interface Ground {
  readonly sdk: AnySDK;
  /** The base URL of the platform. */
  readonly url: string;
  /** The headers of a raw request. */
  readonly headers: Readonly<Record<string, string>>;
  readonly recorder: Recorder;
  readonly ledger: Ledger;
  /** Values of the account: projects, providers. */
  readonly settings: Readonly<Record<string, string>>;
  /** The connection that the first step has made, where the platform names connections. */
  made?: AnyConnectionRequest | undefined;
}

/** A step of a program. Its requests are compared one by one. */
export interface Step {
  readonly name: string;
  /** Whether the step creates something whose name the server gives. */
  readonly creates?: boolean;
  /** Runs the step. Errors of the API are values, anything else is thrown. */
  readonly run: (ground: Ground) => Promise<unknown>;
}

/** What is run against the servers of a platform. */
export interface Program {
  readonly name: PlatformName;
  /** The environment variables of the credentials, in order. */
  readonly variables: readonly string[];
  /** The credentials that the emulator accepts, in the same order. */
  readonly emulated: readonly string[];
  /** Values of the account, with those of the emulator. */
  readonly settings: Readonly<Record<string, string>>;
  /** An SDK that sends by a recorder. */
  readonly sdk: (credentials: readonly string[], url: string, recorder: Recorder) => AnySDK;
  /** The headers of a raw request. */
  readonly headers: (credentials: readonly string[]) => Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  /** Deletes what the run has made. */
  readonly cleanUp: (ground: Ground) => Promise<void>;
}
