import { type ClientOptions, type RequestOptions, type Result, SDK } from "connections-sdk";
import { connectionsDelete } from "connections-sdk/funcs/connectionsDelete.js";
import { connectionsGenerate } from "connections-sdk/funcs/connectionsGenerate.js";
import { connectionsGet } from "connections-sdk/funcs/connectionsGet.js";
import { connectionsList } from "connections-sdk/funcs/connectionsList.js";
import { connectionsMetadataSet } from "connections-sdk/funcs/connectionsMetadataSet.js";
import { connectionsMetadataUpdate } from "connections-sdk/funcs/connectionsMetadataUpdate.js";
import { connectionsUnlink } from "connections-sdk/funcs/connectionsUnlink.js";
import { connectionsUpdate } from "connections-sdk/funcs/connectionsUpdate.js";
import { connectionsUpdateAuthorization } from "connections-sdk/funcs/connectionsUpdateAuthorization.js";
import { type ServedEmulator, serve } from "connections-sdk/testing";
import { afterAll, afterEach, beforeAll, expect, vi } from "vitest";
import type { Platform } from "../../../src/connections/vocabulary/platform.js";
import type { PlatformTypes, VerbName } from "../../../src/connections/vocabulary/verbs.js";
import type { PlatformDescription, VerbDescription } from "./description.js";

/** A platform that has every verb and takes anything: what a suite for all of them calls. */
interface AnyPlatform extends PlatformTypes {
  readonly verbs: {
    readonly [V in VerbName]: { readonly request: unknown; readonly error: Error };
  };
}
export type AnySDK = SDK<AnyPlatform>;

type Call<Answer> = (sdk: AnySDK, request: unknown, options?: RequestOptions) => Answer;

/** Every verb as a standalone function. */
export const functions: Readonly<Record<VerbName, Call<PromiseLike<Result<unknown, Error>>>>> = {
  list: connectionsList,
  generate: connectionsGenerate,
  get: connectionsGet,
  update: connectionsUpdate,
  delete: connectionsDelete,
  unlink: connectionsUnlink,
  updateAuthorization: connectionsUpdateAuthorization,
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
  "metadata.set": (sdk, ...rest) => sdk.connections.metadata.set(...rest),
  "metadata.update": (sdk, ...rest) => sdk.connections.metadata.update(...rest),
};

export const verbNames = Object.keys(functions) as VerbName[]; // its own keys

/** A key that must not show anywhere. */
export const KEY = "key-that-must-not-show";

/** Retries without the waiting. */
export const quick = {
  strategy: "backoff",
  backoff: { initialInterval: 1, maxInterval: 1 },
} as const;

/** What the tests of one platform stand on: an emulator of their own behind real HTTP, fresh for each test. */
export interface Ground {
  readonly served: ServedEmulator;
  /** An SDK for the platform; `outer` options are those that stand beside `platform`. */
  sdk(outer?: ClientOptions, key?: string): AnySDK;
  /** The verbs that the platform has, and those that it has not. */
  readonly verbs: readonly (readonly [VerbName, VerbDescription])[];
  readonly unsupported: readonly VerbName[];
}

/** A key as the platform wants it. */
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
    unsupported: verbNames.filter((name) => platform.verbs[name] === undefined),
  };
}

/** Waits until a request that is given up has arrived, if it was sent: it must not meet what the next test has in store. */
export async function arrived({ served }: Ground): Promise<void> {
  await vi
    .waitFor(() => expect(served.emulator.log).not.toEqual([]), { timeout: 2000, interval: 5 })
    .catch(() => {});
}

/** What became of a result that must be an error. */
export function errorOf(result: Result<unknown, Error>): Error {
  if (result.ok) throw new Error("the call succeeded");
  return result.error;
}

/** Everything that an iteration gives. */
export async function collect<T>(from: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of from) all.push(one);
  return all;
}
