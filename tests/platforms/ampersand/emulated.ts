import { SDKNodePlatform, type SDKOptions } from "connections-sdk/ampersand";
import { type Emulator, type LogEntry, serve, type ServedEmulator } from "connections-sdk/testing";
import { afterAll, afterEach, beforeAll, vi } from "vitest";

/** The generated SDK and an emulated Ampersand behind real HTTP. */
export interface Emulated {
  readonly emulator: Emulator;
  /** An SDK with a key, quick retries and the emulator's URL. */
  sdk(options?: SDKOptions): SDKNodePlatform;
  /** The latest request that the emulator received. */
  last(): LogEntry | undefined;
}

/** Starts the emulator around the tests of a file. */
export function emulated(): Emulated {
  let served: ServedEmulator;
  beforeAll(async () => {
    served = await serve();
  });
  afterEach(() => {
    served.emulator.reset();
    vi.unstubAllEnvs();
  });
  afterAll(() => served.close());
  return {
    get emulator() {
      return served.emulator;
    },
    sdk: (options) =>
      new SDKNodePlatform({
        apiKeyHeader: "key",
        serverURL: served.serverURL("ampersand"),
        retryConfig: { strategy: "backoff", backoff: { initialInterval: 1, maxInterval: 1 } },
        ...options,
      }),
    last: () => served.emulator.log.at(-1),
  };
}

export const project = { projectIdOrName: "my-project" };
export const one: { projectIdOrName: string; connectionId: string } = {
  ...project,
  connectionId: "conn-0001",
};
export const whole = { groupRef: "g", consumerRef: "c", provider: "apollo" };

/** A connection as the vendor's server returns it. */
export const wire: Readonly<Record<string, unknown>> = {
  id: "c-1",
  projectId: "p",
  provider: "salesforce",
  group: { groupRef: "g", groupName: "G", projectId: "p", createTime: "2023-07-13T21:34:44.8Z" },
  consumer: {
    consumerRef: "u",
    consumerName: "U",
    projectId: "p",
    createTime: "2023-07-13T21:34:44Z",
  },
  createTime: "2023-07-13T21:34:44.816354Z",
  authScheme: "none",
  status: "working",
};
