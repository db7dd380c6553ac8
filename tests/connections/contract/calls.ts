import { type ClientOptions, type RequestOptions, type Result, SDK } from "connections-sdk";
import { connectionsCheck } from "connections-sdk/funcs/connectionsCheck.js";
import { connectionsDelete } from "connections-sdk/funcs/connectionsDelete.js";
import { connectionsGenerate } from "connections-sdk/funcs/connectionsGenerate.js";
import { connectionsGet } from "connections-sdk/funcs/connectionsGet.js";
import { connectionsList } from "connections-sdk/funcs/connectionsList.js";
import { connectionsMetadataSet } from "connections-sdk/funcs/connectionsMetadataSet.js";
import { connectionsMetadataUpdate } from "connections-sdk/funcs/connectionsMetadataUpdate.js";
import { connectionsScopes } from "connections-sdk/funcs/connectionsScopes.js";
import { connectionsUnlink } from "connections-sdk/funcs/connectionsUnlink.js";
import { connectionsUpdate } from "connections-sdk/funcs/connectionsUpdate.js";
import { connectionsUpdateAuthorization } from "connections-sdk/funcs/connectionsUpdateAuthorization.js";
import { type ServedEmulator, serve } from "connections-sdk/testing";
import { afterAll, afterEach, beforeAll, expect, vi } from "vitest";
import type { Platform } from "../../../src/connections/vocabulary/platform.js";
import type { PlatformTypes, VerbName } from "../../../src/connections/vocabulary/verbs.js";
import type { PlatformDescription, VerbDescription } from "./description.js";

/**
 * The types of a platform with every verb and any request, for a suite that runs on all platforms.
 */
interface AnyPlatform extends PlatformTypes {
  readonly verbs: {
    readonly [V in VerbName]: { readonly request: unknown; readonly error: Error };
  };
}
export type AnySDK = SDK<AnyPlatform>;

type Call<Returned> = (sdk: AnySDK, request: unknown, options?: RequestOptions) => Returned;

/** Every verb as a standalone function. */
export const functions: Readonly<Record<VerbName, Call<PromiseLike<Result<unknown, Error>>>>> = {
  list: connectionsList,
  generate: connectionsGenerate,
  get: connectionsGet,
  update: connectionsUpdate,
  delete: connectionsDelete,
  unlink: connectionsUnlink,
  updateAuthorization: connectionsUpdateAuthorization,
  check: connectionsCheck,
  scopes: connectionsScopes,
  "metadata.set": connectionsMetadataSet,
  "metadata.update": connectionsMetadataUpdate,
};

/** Every verb as a method. */
export const methods: Readonly<Record<VerbName, Call<PromiseLike<unknown>>>> = {
  list: (sdk, ...rest) => sdk.connections.list(...rest),
  generate: (sdk, ...rest) => sdk.connections.generate(...rest),
  get: (sdk, ...rest) => sdk.connections.get(...rest),
  update: (sdk, ...rest) => sdk.connections.update(...rest),
  delete: (sdk, ...rest) => sdk.connections.delete(...rest),
  unlink: (sdk, ...rest) => sdk.connections.unlink(...rest),
  updateAuthorization: (sdk, ...rest) => sdk.connections.updateAuthorization(...rest),
  check: (sdk, ...rest) => sdk.connections.check(...rest),
  scopes: (sdk, ...rest) => sdk.connections.scopes(...rest),
  "metadata.set": (sdk, ...rest) => sdk.connections.metadata.set(...rest),
  "metadata.update": (sdk, ...rest) => sdk.connections.metadata.update(...rest),
};

export const verbNames = Object.keys(functions) as VerbName[]; // its own keys

/** A key that must not appear anywhere. */
export const KEY = "key-that-must-not-show";

/** Retries without delays. */
export const quick = {
  strategy: "backoff",
  backoff: { initialInterval: 1, maxInterval: 1 },
} as const;

/** The fixture of a platform's tests: an emulator behind real HTTP that is reset for each test. */
export interface Ground {
  readonly served: ServedEmulator;
  /** Creates an SDK for the platform. The `outer` options are passed beside `platform`. */
  sdk(outer?: ClientOptions, key?: string): AnySDK;
  /** The verbs that the platform supports. */
  readonly verbs: readonly (readonly [VerbName, VerbDescription])[];
  readonly unsupported: readonly VerbName[];
}

/** A key in the form that the platform expects. */
export function writtenFor(platform: PlatformDescription, key: string): string {
  return platform.written?.(key) ?? key;
}

/** Starts an emulator around the tests of a file. */
export function ground(platform: PlatformDescription): Ground {
  let served: ServedEmulator;
  beforeAll(async () => {
    served = await serve();
  });
  afterEach(() => {
    served.emulator.reset();
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });
  afterAll(() => served.close());
  return {
    get served() {
      return served;
    },
    sdk(outer, key = KEY) {
      const serverURL = served.serverURL(platform.name);
      const made = platform.make(writtenFor(platform, key), { serverURL, retryConfig: quick });
      return new SDK({ ...outer, platform: made as Platform<AnyPlatform> }); // see AnyPlatform
    },
    verbs: verbNames.flatMap((name) => {
      const verb = platform.verbs[name];
      return verb === undefined ? [] : [[name, verb] as const];
    }),
    // Every platform supports scopes; Nango sends no request for them.
    unsupported: verbNames.filter(
      (name) => platform.verbs[name] === undefined && name !== "scopes",
    ),
  };
}

/**
 * Waits until an aborted request has arrived, if it was sent, so that it does not affect the next
 * test.
 */
export async function arrived({ served }: Ground, sent?: string): Promise<void> {
  await vi
    .waitFor(
      () => {
        const has = served.emulator.log.some(({ method }) => method === (sent ?? method));
        expect(has).toBe(true);
      },
      { timeout: 2000, interval: 5 },
    )
    .catch(() => {});
}

/** The error of a result that must be one. */
export function errorOf(result: Result<unknown, Error>): Error {
  if (result.ok) throw new Error("the call succeeded");
  return result.error;
}

/** Every request of a verb, in order. */
export function requestsOf({
  reads = [],
  sends: { method, path },
  followedBy = [],
}: VerbDescription): readonly { readonly method: string; readonly path: string }[] {
  return [...reads, { method, path }, ...followedBy];
}

/** All values of an iteration. */
export async function collect<T>(from: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of from) all.push(one);
  return all;
}
