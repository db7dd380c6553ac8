/**
 * The unified API on Mammoth: ids of projects, settings beside credentials, and supported verbs.
 */
import { SDK, SDKValidationError } from "connections-sdk";
import { connectionsGenerate } from "connections-sdk/funcs/connectionsGenerate.js";
import { connectionsGet } from "connections-sdk/funcs/connectionsGet.js";
import { connectionsList } from "connections-sdk/funcs/connectionsList.js";
import { connectionsUpdate } from "connections-sdk/funcs/connectionsUpdate.js";
import { type Mammoth, mammoth } from "connections-sdk/mammoth";
import { type ServedEmulator, serve } from "connections-sdk/testing";
import { afterAll, afterEach, beforeAll, expect, expectTypeOf, test, vi } from "vitest";
import { errorOf } from "../../contract/calls.js";

let served: ServedEmulator;
let sdk: SDK<Mammoth>;
beforeAll(async () => {
  served = await serve();
  const serverURL = served.serverURL("mammoth");
  sdk = new SDK({ platform: mammoth({ apiKey: "key", apiSecret: "secret", serverURL }) });
});
afterEach(() => {
  served.emulator.reset();
  vi.unstubAllEnvs();
});
afterAll(() => served.close());

const connector = { projectIdOrName: "4/12", provider: "postgres" };
const one = { ...connector, connectionId: "kvx3b8lhfe3ilk0wv4xu4fl539njerj0lmcr6wf8" };
const credentials = { type: "basic", username: "ada", password: "pw" } as const;
const config = { hostname: "h", port: 1, database: "d" };

test("settings and credentials are merged, and credentials take precedence", async () => {
  const extra = { config: { ...config, password: "other" }, isExport: true };
  const connection = await sdk.connections.generate({ ...connector, credentials, extra });
  expect(connection).toMatchObject({ id: "", status: "pending", raw: { jobId: 1 } });
  expect(served.emulator.mammoth.connections.at(-1)).toMatchObject({
    isExport: true,
    config: { ...config, username: "ada", password: "pw" },
  });
  expect(served.emulator.log[0]?.path).toMatch(/connections\?is_export=true$/);
});

test("update and updateAuthorization send the patch", async () => {
  const values = { ...config, username: "new", password: "pw" };
  const custom = { type: "custom", values } as const;
  const connection = await sdk.connections.updateAuthorization({ ...one, credentials: custom });
  expect(connection).toMatchObject({ id: one.connectionId, projectId: "4/12" });
  expect(connection).not.toHaveProperty("authorizationUrl");
  expect(served.emulator.mammoth.connections[0]?.config).toEqual(values);
  served.emulator.reset();
  await sdk.connections.update({ ...one, credentials: custom });
  expect(served.emulator.mammoth.connections[0]?.config).toEqual(values);
});

test("the path of a value that cannot be serialized has no envelope", async () => {
  const custom = { type: "custom", values: { huge: 1n } } as const;
  for (const error of [
    errorOf(await connectionsGenerate(sdk, { ...connector, credentials: custom })),
    errorOf(await connectionsUpdate(sdk, { ...one, credentials: custom })),
  ])
    expect(error).toMatchObject({
      name: "SDKValidationError",
      issues: [{ path: ["credentials", "values", "huge"] }],
    });
});

test("the key and the secret can each come from the environment", async () => {
  const serverURL = served.serverURL("mammoth");
  vi.stubEnv("MAMMOTHANALYTICS_API_SECRET", "secret");
  const half = new SDK({ platform: mammoth({ apiKey: "key", serverURL }) });
  expect((await connectionsList(half, connector)).ok).toBe(true);
  vi.stubEnv("MAMMOTHANALYTICS_API_SECRET", "");
  const error = errorOf(await connectionsList(half, connector));
  expect(error.message).toContain("pass apiKey with apiSecret");
});

test("missing credentials are reported, and nothing is sent", async () => {
  for (const extra of [undefined, { config }]) {
    const error = errorOf(await connectionsGenerate(sdk, { ...connector, extra } as never));
    expect(error.message).toBe(
      "Request validation failed: credentials: expected credentials of type custom or basic",
    );
  }
  expect(served.emulator.log).toEqual([]);
});

test("verbs that Mammoth does not support do not compile, and the others have typed errors", async () => {
  // @ts-expect-error -- Mammoth does not support it
  await expect(sdk.connections.unlink({ ...one })).rejects.toThrow(
    'mammoth does not support "unlink"',
  );
  // @ts-expect-error -- Mammoth has no metadata
  await expect(sdk.connections.metadata.set({ ...one })).rejects.toThrow("metadata.set");
  // @ts-expect-error -- the connector is missing
  const unplaced = connectionsList(sdk, { projectIdOrName: "4/12" });
  expect(errorOf(await unplaced)).toBeInstanceOf(SDKValidationError);
  const apiKey = { type: "apiKey", apiKey: "k" } as const;
  await expect(
    // @ts-expect-error -- credentials of another kind
    sdk.connections.update({ ...one, credentials: apiKey }),
  ).rejects.toBeInstanceOf(SDKValidationError);
  const res = await connectionsGet(sdk, { ...one, connectionId: "gone" });
  if (res.ok) return expect.unreachable();
  if (res.error.name === "GetConnectionResponseBodyError") {
    expectTypeOf(res.error.detail).toBeString();
    expect(res.error.message).toBe("400 Bad Request: There is no connection gone.");
  } else expect.unreachable();
});
