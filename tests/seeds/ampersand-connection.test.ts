/**
 * The page of Ampersand's first SDK, call by call: its names are deprecated aliases on the root
 * SDK.
 */
import { SDK, ampersand } from "connections-sdk";
import { SDKCore } from "connections-sdk/core.js";
import { connectionDeleteConnection } from "connections-sdk/funcs/connectionDeleteConnection.js";
import { connectionGenerateConnection } from "connections-sdk/funcs/connectionGenerateConnection.js";
import { connectionGetConnection } from "connections-sdk/funcs/connectionGetConnection.js";
import { connectionListConnections } from "connections-sdk/funcs/connectionListConnections.js";
import * as errors from "connections-sdk/models/errors";
import type * as operations from "connections-sdk/models/operations";
import { expect, expectTypeOf, test } from "vitest";
import { vendor } from "./vendor.js";

const emulator = vendor();
const sdk = new SDK({
  apiKeyHeader: "<YOUR_API_KEY_HERE>",
});
const core = new SDKCore({
  apiKeyHeader: "<YOUR_API_KEY_HERE>",
});

test("listConnections, as a method and as a function", async () => {
  const result = await sdk.connection.listConnections({
    projectIdOrName: "<value>",
  });
  expectTypeOf(result).toEqualTypeOf<operations.ListConnectionsResponse>();
  expect(result.map(({ id }) => id)).toEqual(["<id>"]);

  const res = await connectionListConnections(core, {
    projectIdOrName: "<value>",
  });
  if (!res.ok) {
    throw res.error;
  }
  const { value } = res;
  expect(value).toEqual(result);
  expect(emulator.log[0]?.url).toMatch(
    /^https:\/\/api\.withampersand\.com\/v1\/projects\/%3Cvalue%3E\//,
  );
});

test("generateConnection without a body, as on the page, says what is missing", async () => {
  const made = sdk.connection.generateConnection({
    projectIdOrName: "<value>",
  });
  expectTypeOf(made).resolves.toEqualTypeOf<operations.GenerateConnectionResponse>();
  await expect(made).rejects.toThrow(/^Request validation failed: requestBody: expected object/);

  const res = await connectionGenerateConnection(core, {
    projectIdOrName: "<value>",
  });
  expect(res).toMatchObject({ ok: false, error: { name: "SDKValidationError" } });
  expect(emulator.log).toEqual([]);
});

test("generateConnection with a body makes a connection", async () => {
  const request: operations.GenerateConnectionRequest = {
    projectIdOrName: "<value>",
    requestBody: { groupRef: "g", consumerRef: "c", provider: "<value>" },
  };
  const result = await sdk.connection.generateConnection(request);
  const res = await connectionGenerateConnection(core, request);
  expect(result.group.groupRef).toBe("g");
  expect(res).toMatchObject({ ok: true, value: { consumer: { consumerRef: "c" } } });
});

test("getConnection, as a method and as a function", async () => {
  const request: operations.GetConnectionRequest = {
    projectIdOrName: "<value>",
    connectionId: "<id>",
  };
  const result = await sdk.connection.getConnection(request);
  expectTypeOf(result).toEqualTypeOf<operations.GetConnectionResponse>();
  const res = await connectionGetConnection(core, request);
  if (!res.ok) {
    throw res.error;
  }
  expect(res.value).toEqual(result);
  expect(result.createTime).toBeInstanceOf(Date);
});

test("deleteConnection, as a method and as a function, answers nothing", async () => {
  const request: operations.DeleteConnectionRequest = {
    projectIdOrName: "<value>",
    connectionId: "<id>",
  };
  const result = sdk.connection.deleteConnection(request);
  expectTypeOf(result).resolves.toEqualTypeOf<operations.DeleteConnectionResponseBody>();
  expect(await result).toBeUndefined();
  const res = await connectionDeleteConnection(core, request);
  expect(res).toMatchObject({ ok: false, error: { name: "APIProblem", statusCode: 404 } });
});

test("options of the page: serverURL, fetchOptions, retries", async () => {
  const result = await sdk.connection.listConnections(
    { projectIdOrName: "my-project" },
    {
      serverURL: emulator.serverURL("ampersand"),
      fetchOptions: { headers: { "x-extra": "1" } },
      retries: { strategy: "none" },
    },
  );
  expect(result.length).toBeGreaterThan(0);
  expect(emulator.log[0]?.url).toContain("emulator.localhost");
});

const aliases = [
  [errors.ListConnectionsResponseBody, 404, () => list()],
  [errors.GenerateConnectionResponseBody, 400, () => generate()],
  [errors.GenerateConnectionConnectionResponseBody, 422, () => generate()],
  [errors.GetConnectionResponseBody, 404, () => get()],
  [errors.APIProblem, 404, () => sdk.connection.deleteConnection(one)],
] as const;
const one = { projectIdOrName: "<value>", connectionId: "<id>" };
const list = () => sdk.connection.listConnections(one);
const get = () => sdk.connection.getConnection(one);
const generate = () =>
  sdk.connection.generateConnection({
    ...one,
    requestBody: { groupRef: "g", consumerRef: "c", provider: "<value>" },
  });

test.for(aliases)(
  "the error %o is an instance of the page's class",
  async ([alias, status, call]) => {
    emulator.fail({ status });
    const error: unknown = await call().then(undefined, (thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(alias);
    expect(error).toMatchObject({ statusCode: status, detail: "The emulator was told to fail." });
  },
);

test("an APIError is what comes without a problem document", async () => {
  emulator.fail({ status: 500, body: "<html>", times: "always" });
  const options = { retries: { strategy: "none" } } as const;
  await expect(sdk.connection.getConnection(one, options)).rejects.toBeInstanceOf(errors.APIError);
});

test("a switch over the errors of listConnections is exhaustive", async () => {
  const res = await connectionListConnections(core, { projectIdOrName: "nowhere" });
  if (res.ok) expect.unreachable();
  const { error } = res;
  switch (error.name) {
    case "ListConnectionsInputValidationProblem":
      expectTypeOf(error).toEqualTypeOf<errors.ListConnectionsResponseBody>();
      expect(error.detail).toBe("There is no project nowhere.");
      return;
    case "APIProblem":
    case "APIError":
    case "ResponseValidationError":
    case "SDKValidationError":
    case "ConnectionError":
    case "RequestTimeoutError":
    case "RequestAbortedError":
    case "InvalidRequestError":
    case "UnexpectedClientError":
    case "UnsupportedOperationError":
      return expect.unreachable();
    default:
      error satisfies never;
  }
});

test("the old names work on an SDK that names its platform, and on no other one", async () => {
  const named = new SDK({ platform: ampersand({ apiKeyHeader: "key" }) });
  expect(await named.connection.getConnection(one)).toMatchObject({ id: "<id>" });
  const other = new SDK({
    platform: { ...ampersand({ apiKeyHeader: "key" }), name: "codat" } as never,
  });
  await expect(other.connection.getConnection(one)).rejects.toMatchObject({
    name: "UnsupportedOperationError",
    platform: "codat",
    operation: "getConnection",
  });
});
