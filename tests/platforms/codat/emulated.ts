import { CodatPlatform, type SDKOptions } from "connections-sdk/codat";
import { type Emulator, type LogEntry, serve, type ServedEmulator } from "connections-sdk/testing";
import { afterAll, afterEach, beforeAll, vi } from "vitest";

/** The generated SDK and an emulated Codat behind real HTTP. */
export interface Emulated {
  readonly emulator: Emulator;
  /** An SDK with a key, quick retries and the emulator's URL. */
  sdk(options?: SDKOptions): CodatPlatform;
  /** The latest request that the emulator received. */
  last(): LogEntry | undefined;
}

/** A key as the vendor's portal shows it. */
export const AUTH_HEADER: string = `Basic ${btoa("key")}`;

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
      new CodatPlatform({
        security: { authHeader: AUTH_HEADER },
        serverURL: served.serverURL("codat"),
        retryConfig: { strategy: "backoff", backoff: { initialInterval: 1, maxInterval: 1 } },
        ...options,
      }),
    last: () => served.emulator.log.at(-1),
  };
}

export const company = { companyId: "8a210b68-6988-11ed-a1eb-0242ac120002" };
export const one: { companyId: string; connectionId: string } = {
  ...company,
  connectionId: "2e9d2c44-f675-40ba-8049-353bfcb5e171",
};
export const pending: typeof one = {
  ...company,
  connectionId: "3e9d2c44-f675-40ba-8049-353bfcb5e172",
};

/** A connection as the vendor's server returns it. */
export const wire: Readonly<Record<string, unknown>> = {
  id: "c-1",
  integrationId: "i",
  integrationKey: "gbol",
  sourceId: "s",
  sourceType: "Accounting",
  platformName: "Ledger",
  linkUrl: "https://link.example.com?otp=123456",
  status: "Linked",
  created: "2022-10-27T09:53:29Z",
};

/** A page as the vendor's server returns it. */
export function pageOf(...results: readonly object[]): object {
  const href = `/companies/${company.companyId}/connections`;
  return {
    results,
    pageNumber: 1,
    pageSize: 100,
    totalResults: results.length,
    _links: { self: { href }, current: { href } },
  };
}
