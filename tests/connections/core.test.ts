/** `new SDK({ apiKeyHeader })`: the default platform. */
import { SDK, SDKCore, type SDKOptions, ampersand } from "connections-sdk";
import { connectionsList } from "connections-sdk/funcs/connectionsList.js";
import { connectionsUnlink } from "connections-sdk/funcs/connectionsUnlink.js";
import { type ServedEmulator, serve } from "connections-sdk/testing";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { errorOf, quick } from "./contract/calls.js";

let served: ServedEmulator;
beforeAll(async () => {
  served = await serve({ ampersand: { apiKeys: ["right"] } });
});
afterEach(() => {
  served.emulator.reset();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
afterAll(() => served.close());

const request = { projectIdOrName: "my-project" };
const options = (more: SDKOptions = {}): SDKOptions => ({
  serverURL: served.serverURL("ampersand"),
  retryConfig: quick,
  ...more,
});
const claims = { sub: "s", groupRef: "group-456", consumerRef: "consumer-900" };
const jwt = (): string => {
  const iat = Math.floor(Date.now() / 1000);
  const parts = [
    { alg: "RS256", kid: "k" },
    { ...claims, iat, exp: iat + 600 },
  ];
  return `${parts.map((part) => btoa(JSON.stringify(part))).join(".")}.signature`;
};

test("a key, a function and a platform with the key are equivalent", async () => {
  const sdks = [
    new SDK(options({ apiKeyHeader: "right" })),
    new SDK(options({ apiKeyHeader: () => "right" })),
    new SDK(options({ apiKeyHeader: async () => "right" })),
    new SDK(options({ platform: ampersand({ apiKeyHeader: "right" }) })),
  ];
  const lists = await Promise.all(sdks.map((sdk) => sdk.connections.list(request)));
  expect(lists[0]?.connections).toHaveLength(5);
  for (const list of lists) expect(list).toEqual(lists[0]);
  expect(await connectionsList(new SDKCore(options({ apiKeyHeader: "right" })), request)).toEqual({
    ok: true,
    value: lists[0],
  });
});

test.for(["CONNECTIONS_SDK_API_KEY_HEADER", "SDKNODEPLATFORM_API_KEY_HEADER"])(
  "%s is used for a key that is missing or empty",
  async (variable) => {
    vi.stubEnv(variable, "right");
    for (const apiKeyHeader of [undefined, ""]) {
      expect(await connectionsList(new SDK(options({ apiKeyHeader })), request)).toMatchObject({
        ok: true,
      });
    }
    vi.stubEnv(variable, "wrong");
    const given = new SDK(options({ apiKeyHeader: "right" }));
    expect(await connectionsList(given, request)).toMatchObject({ ok: true });
  },
);

test("the variable of the root SDK takes precedence over the platform's", async () => {
  vi.stubEnv("CONNECTIONS_SDK_API_KEY_HEADER", "right");
  vi.stubEnv("SDKNODEPLATFORM_API_KEY_HEADER", "wrong");
  expect(await connectionsList(new SDK(options()), request)).toMatchObject({ ok: true });
});

test("a token takes precedence over the variable of the root SDK", async () => {
  vi.stubEnv("CONNECTIONS_SDK_API_KEY_HEADER", "wrong");
  const sdk = new SDK(options({ bearer: jwt }));
  const { connections } = await sdk.connections.list(request);
  expect(connections.map(({ consumer }) => consumer?.ref)).toEqual([
    "consumer-900",
    "consumer-900",
  ]);
  expect(served.emulator.log[0]?.headers["authorization"]).toBe("[redacted]");
  expect(served.emulator.log[0]?.headers["x-api-key"]).toBeUndefined();
});

test.for([
  ["true", true],
  ["false", false],
  ["0", false],
] as const)("CONNECTIONS_SDK_DEBUG=%s without a platform", async ([value, isUsed]) => {
  vi.stubEnv("CONNECTIONS_SDK_DEBUG", value);
  const lines: unknown[] = [];
  for (const method of ["group", "log"] as const) {
    vi.spyOn(console, method).mockImplementation((...args: unknown[]) => void lines.push(...args));
  }
  await connectionsList(new SDK(options({ apiKeyHeader: "right" })), request);
  expect(lines.length > 0).toBe(isUsed);
  expect(lines.join("\n")).not.toContain("right");
});

test("the caller's options are never changed", () => {
  vi.stubEnv("CONNECTIONS_SDK_DEBUG", "1");
  const given = Object.freeze(options({ apiKeyHeader: "right" }));
  expect(() => new SDK(given)).not.toThrow();
  const own = Object.freeze({ apiKeyHeader: "right" });
  expect(() => new SDK(Object.freeze({ platform: ampersand(own) }))).not.toThrow();
});

test("methods keep their SDK, and sub-clients are created once", async () => {
  const sdk = new SDK(options({ apiKeyHeader: "right" }));
  expect(sdk.connections).toBe(sdk.connections);
  expect(sdk.connections.metadata).toBe(sdk.connections.metadata);
  expect(sdk).toBeInstanceOf(SDKCore);
});

test("an unsupported verb is reported by its name", async () => {
  const core = new SDKCore(options());
  const error = errorOf(await connectionsUnlink(core, {} as never));
  expect(error).toMatchObject({ platform: "ampersand", operation: "unlink" });
});
