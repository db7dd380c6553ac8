import { MammothAnalytics, type SDKOptions } from "connections-sdk/mammoth";
import {
  type Emulator,
  type LogEntry,
  type MammothOptions,
  serve,
  type ServedEmulator,
} from "connections-sdk/testing";
import { afterAll, afterEach, beforeAll, vi } from "vitest";

/** The generated SDK and an emulated Mammoth behind real HTTP. */
export interface Emulated {
  readonly emulator: Emulator;
  /** An SDK with a key and secret, quick retries and the emulator's URL. */
  sdk(options?: SDKOptions): MammothAnalytics;
  /** The latest request that the emulator received. */
  last(): LogEntry | undefined;
}

/** Starts the emulator around the tests of a file. */
export function emulated(options: MammothOptions = {}): Emulated {
  let served: ServedEmulator;
  beforeAll(async () => {
    served = await serve({ mammoth: options });
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
    sdk: (given) =>
      new MammothAnalytics({
        security: { apiKey: "key", apiSecret: "secret" },
        serverURL: served.serverURL("mammoth"),
        retryConfig: { strategy: "backoff", backoff: { initialInterval: 1, maxInterval: 1 } },
        ...given,
      }),
    last: () => served.emulator.log.at(-1),
  };
}

export const connector = { workspaceId: 4, projectId: 12, connectorKey: "postgres" };
export const one: typeof connector & { connectionKey: string } = {
  ...connector,
  connectionKey: "kvx3b8lhfe3ilk0wv4xu4fl539njerj0lmcr6wf8",
};
export const config = {
  hostname: "db.example.com",
  port: 5432,
  database: "crm",
  username: "ada",
  password: "pw",
};
