/**
 * The page of Ampersand's second SDK, call by call: the names hold once the package is replaced.
 */
import { SDKNodePlatform } from "connections-sdk/ampersand";
import { SDKNodePlatformCore } from "connections-sdk/ampersand/core.js";
import { connectionsDelete } from "connections-sdk/ampersand/funcs/connectionsDelete.js";
import { connectionsGenerate } from "connections-sdk/ampersand/funcs/connectionsGenerate.js";
import { connectionsGet } from "connections-sdk/ampersand/funcs/connectionsGet.js";
import { connectionsList } from "connections-sdk/ampersand/funcs/connectionsList.js";
import { connectionsUpdate } from "connections-sdk/ampersand/funcs/connectionsUpdate.js";
import type * as components from "connections-sdk/ampersand/models/components";
import * as errors from "connections-sdk/ampersand/models/errors";
import type * as operations from "connections-sdk/ampersand/models/operations";
import { expect, expectTypeOf, test, vi } from "vitest";
import { vendor } from "./vendor.js";

const emulator = vendor();
const options = { apiKeyHeader: process.env["SDKNODEPLATFORM_API_KEY_HEADER"] ?? "key" };
const sdkNodePlatform = new SDKNodePlatform(options);
const core = new SDKNodePlatformCore(options);
const project = "https://api.withampersand.com/v1/projects/my-project";

test("list, as a method and as a function", async () => {
  const result = await sdkNodePlatform.connections.list({
    projectIdOrName: "my-project",
    groupRef: "group-123",
  });
  expectTypeOf(result).toEqualTypeOf<operations.ListConnectionsResponse>();
  expectTypeOf(result).toEqualTypeOf<components.Connection[]>();
  expect(result.map(({ provider }) => provider)).toContain("salesforce");

  const res = await connectionsList(core, {
    projectIdOrName: "my-project",
    groupRef: "group-123",
  });
  if (!res.ok) {
    throw res.error;
  }
  const { value } = res;
  expect(value).toEqual(result);
  expect(emulator.log.map(({ url }) => url)).toEqual([
    `${project}/connections?groupRef=group-123`,
    `${project}/connections?groupRef=group-123`,
  ]);
});

test("generate, as a method and as a function", async () => {
  const request: operations.GenerateConnectionRequest = {
    projectIdOrName: "my-project",
    requestBody: { groupRef: "group-123", consumerRef: "<value>", provider: "<value>" },
  };
  const result = await sdkNodePlatform.connections.generate(request);
  expectTypeOf(result).toEqualTypeOf<operations.GenerateConnectionResponse>();
  expect(result).toMatchObject({ provider: "<value>", group: { groupRef: "group-123" } });

  const res = await connectionsGenerate(core, {
    projectIdOrName: "my-project",
    requestBody: {
      groupRef: "group-123",
      consumerRef: "<value>",
      provider: "<value>",
    },
  });
  if (!res.ok) {
    throw res.error;
  }
  expect(res.value.id).not.toBe(result.id);
  expect(emulator.log.map(({ url }) => url)).toEqual([
    `${project}/connections:generate`,
    `${project}/connections:generate`,
  ]);
});

test("get, as a method and as a function", async () => {
  const result = await sdkNodePlatform.connections.get({
    projectIdOrName: "my-project",
    connectionId: "<id>",
  });
  expectTypeOf(result).toEqualTypeOf<operations.GetConnectionResponse>();
  expect(result.id).toBe("<id>");

  const res = await connectionsGet(core, {
    projectIdOrName: "my-project",
    connectionId: "<id>",
  });
  if (!res.ok) {
    throw res.error;
  }
  expect(res.value).toEqual(result);
});

test("update takes the page's request; its mask is one that the vendor refuses", async () => {
  const request: operations.UpdateConnectionRequest = {
    projectIdOrName: "<value>",
    connectionId: "<id>",
    requestBody: {
      updateMask: ["<value>", "<value>", "<value>"],
      connection: {
        groupRef: "group-123",
      },
    },
  };
  const updated = sdkNodePlatform.connections.update(request);
  expectTypeOf(updated).resolves.toEqualTypeOf<operations.UpdateConnectionResponse>();
  await expect(updated).rejects.toBeInstanceOf(errors.UpdateConnectionInputValidationProblem);

  const res = await connectionsUpdate(core, request);
  if (res.ok) expect.unreachable();
  expect(res.error.name).toBe("UpdateConnectionInputValidationProblem");
  expect(res.error.message).toMatch(/^400: <value> cannot be updated.*Allowed in updateMask/);
  expect(emulator.log[0]?.body).toEqual(request.requestBody);
});

test("delete, as a method and as a function, answers nothing", async () => {
  const result = sdkNodePlatform.connections.delete({
    projectIdOrName: "my-project",
    connectionId: "<id>",
  });
  expectTypeOf(result).resolves.toEqualTypeOf<operations.DeleteConnectionResponse>();
  expectTypeOf(result).resolves.toBeVoid();
  expect(await result).toBeUndefined();

  const res = await connectionsDelete(core, {
    projectIdOrName: "my-project",
    connectionId: "conn-0001",
  });
  if (!res.ok) {
    throw res.error;
  }
  expect(emulator.log.map(({ status }) => status)).toEqual([204, 204]);
});

test("the key of the page's environment variable is used where none is given", async () => {
  vi.stubEnv("SDKNODEPLATFORM_API_KEY_HEADER", "from-the-environment");
  const result = await new SDKNodePlatform().connections.list({ projectIdOrName: "my-project" });
  expect(result.length).toBeGreaterThan(0);
  expect(emulator.log[0]?.headers["x-api-key"]).toBe("[redacted]");
});

test("options of the page: fetchOptions, retries, retryCodes", async () => {
  emulator.fail({ status: 501 });
  await sdkNodePlatform.connections.list(
    { projectIdOrName: "my-project" },
    {
      fetchOptions: { headers: { "x-extra": "1" } },
      retries: {
        strategy: "backoff",
        backoff: { initialInterval: 1, maxInterval: 2, exponent: 1.1, maxElapsedTime: 60_000 },
        retryConnectionErrors: false,
      },
      retryCodes: ["5XX"],
    },
  );
  expect(emulator.log.map(({ headers }) => headers["x-extra"])).toEqual(["1", "1"]);
});

test.for([
  ["list", "ListConnectionsInputValidationProblem", 404],
  ["generate", "GenerateConnectionInputValidationProblem", 400],
  ["generate", "GenerateConnectionConnectionsInputValidationProblem", 422],
  ["get", "GetConnectionInputValidationProblem", 404],
  ["update", "UpdateConnectionInputValidationProblem", 400],
  ["delete", "APIProblem", 404],
] as const)("%s fails with %s for %i", async ([verb, name, status]) => {
  emulator.fail({ status });
  const request = { projectIdOrName: "my-project", connectionId: "<id>" };
  const body = { groupRef: "g", consumerRef: "c", provider: "<value>" };
  const calls = {
    list: () => sdkNodePlatform.connections.list(request),
    generate: () => sdkNodePlatform.connections.generate({ ...request, requestBody: body }),
    get: () => sdkNodePlatform.connections.get(request),
    update: () =>
      sdkNodePlatform.connections.update({
        ...request,
        requestBody: { updateMask: ["apiKey"], connection: { apiKey: "k" } },
      }),
    delete: () => sdkNodePlatform.connections.delete(request),
  };
  const error: unknown = await calls[verb]().then(undefined, (thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(errors[name]);
  expect(error).toMatchObject({ name, statusCode: status });
  expect(emulator.log).toHaveLength(1);
});

test("a switch over the names of a function's errors is exhaustive", async () => {
  const res = await connectionsGet(core, { projectIdOrName: "my-project", connectionId: "gone" });
  if (res.ok) expect.unreachable();
  const { error } = res;
  switch (error.name) {
    case "GetConnectionInputValidationProblem":
      expectTypeOf(error).toEqualTypeOf<errors.GetConnectionInputValidationProblem>();
      expect(error.issues?.[0]).toMatchObject({ in: "path", name: "connectionId", value: "gone" });
      return;
    case "APIProblem":
    case "APIError":
    case "ResponseValidationError":
      expectTypeOf(error.statusCode).toBeNumber();
      return expect.unreachable();
    case "SDKValidationError":
    case "ConnectionError":
    case "RequestTimeoutError":
    case "RequestAbortedError":
    case "InvalidRequestError":
    case "UnexpectedClientError":
      return expect.unreachable();
    default:
      error satisfies never;
  }
});
