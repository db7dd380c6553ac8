import { Nango, type SDKOptions } from "connections-sdk/nango";
import { type Emulator, type LogEntry, serve, type ServedEmulator } from "connections-sdk/testing";
import { afterAll, afterEach, beforeAll, vi } from "vitest";

/** The generated SDK and an emulated Nango behind real HTTP. */
export interface Emulated {
  readonly emulator: Emulator;
  /** The URL of the emulated Nango. */
  readonly url: string;
  /** An SDK with a key, quick retries and the emulator's URL. */
  sdk(options?: SDKOptions): Nango;
  /** The latest request that the emulator received. */
  last(): LogEntry | undefined;
}

/** A key in the vendor's format. */
export const API_KEY = "4fa3e7f0-9d1c-4c0f-8a2b-6d5e4c3b2a19";
/** A key that may not read credentials. */
export const READER = "4fa3e7f0-9d1c-4c0f-8a2b-6d5e4c3b2a20";

/** Starts the emulator around the tests of a file. */
export function emulated(): Emulated {
  let served: ServedEmulator;
  beforeAll(async () => {
    served = await serve({
      nango: { apiKeys: [API_KEY, READER], scopes: { [READER]: ["list", "read"] } },
    });
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
    get url() {
      return served.serverURL("nango");
    },
    sdk: (options) =>
      new Nango({
        apiKey: API_KEY,
        serverURL: served.serverURL("nango"),
        retryConfig: { strategy: "backoff", backoff: { initialInterval: 1, maxInterval: 1 } },
        ...options,
      }),
    last: () => served.emulator.log.at(-1),
  };
}

/** A connection as the vendor's server returns it. */
export const wire: Readonly<Record<string, unknown>> = {
  id: 1,
  connection_id: "c",
  provider_config_key: "hubspot",
  provider: "hubspot",
  errors: [],
  end_user: null,
  tags: {},
  metadata: null,
  connection_config: {},
  webhook_url_override: null,
  created_at: "2025-08-20T13:50:30.123+00:00",
  updated_at: "2025-08-20T13:50:30.123Z",
  last_fetched_at: null,
  credentials: {},
};
