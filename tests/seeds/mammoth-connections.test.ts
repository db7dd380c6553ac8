/**
 * The page of Mammoth's SDK, call by call: its Python names hold in the camel case of TypeScript.
 */
import { MammothAnalytics } from "connections-sdk/mammoth";
import { MammothAnalyticsCore } from "connections-sdk/mammoth/core.js";
import { connectionsCreate } from "connections-sdk/mammoth/funcs/connectionsCreate.js";
import { connectionsDelete } from "connections-sdk/mammoth/funcs/connectionsDelete.js";
import { connectionsGet } from "connections-sdk/mammoth/funcs/connectionsGet.js";
import { connectionsList } from "connections-sdk/mammoth/funcs/connectionsList.js";
import { connectionsUpdate } from "connections-sdk/mammoth/funcs/connectionsUpdate.js";
import * as components from "connections-sdk/mammoth/models/components";
import * as errors from "connections-sdk/mammoth/models/errors";
import type * as operations from "connections-sdk/mammoth/models/operations";
import { beforeEach, expect, expectTypeOf, test, vi } from "vitest";
import { vendor } from "./vendor.js";

const emulator = vendor();
const security = {
  apiKey: process.env["MAMMOTHANALYTICS_API_KEY"] ?? "key",
  apiSecret: process.env["MAMMOTHANALYTICS_API_SECRET"] ?? "secret",
};
const maClient = new MammothAnalytics({ security });
const core = new MammothAnalyticsCore({ security });

const place = { workspaceId: 4, projectId: 4, connectorKey: "cG9zdGdyZXM=" };
const connectionKey = "kvx3b8lhfe3ilk0wv4xu4fl539njerj0lmcr6wf8";
const at =
  "https://app.mammoth.io/api/v2/workspaces/4/projects/4/connectors/cG9zdGdyZXM%3D/connections";

beforeEach(() => {
  emulator.mammoth.connections.push({
    workspaceId: 4,
    projectId: 4,
    connectorKey: "postgres",
    connectionKey,
    isExport: false,
    config: { database: "db" },
  });
});

test("get, as a method and as a function", async () => {
  const result = await maClient.connections.get({
    workspaceId: 4,
    projectId: 4,
    connectorKey: "cG9zdGdyZXM=",
    connectionKey: "kvx3b8lhfe3ilk0wv4xu4fl539njerj0lmcr6wf8",
    concern: components.ConcernType.Profiles,
    profile: "api",
    isExport: false,
  });
  expectTypeOf(result).toEqualTypeOf<operations.GetConnectionResponse>();
  expect(result).toMatchObject({ connection_key: connectionKey });

  const res = await connectionsGet(core, {
    ...place,
    connectionKey,
    concern: "profiles",
    profile: "api",
    isExport: false,
  });
  if (!res.ok) {
    throw res.error;
  }
  expect(res.value).toEqual(result);
  const url = `${at}/${connectionKey}?is_export=false&concern=profiles&profile=api`;
  expect(emulator.log.map((entry) => entry.url)).toEqual([url, url]);
});

test("the concern of the page's table compiles, and the vendor refuses it", async () => {
  const res = await connectionsGet(core, { ...place, connectionKey, concern: "data" });
  if (res.ok) expect.unreachable();
  expect(res.error.name).toBe("GetConnectionResponseBodyError");
});

test("delete, as a method and as a function, answers nothing", async () => {
  const result = maClient.connections.delete({
    workspaceId: 4,
    projectId: 4,
    connectorKey: "cG9zdGdyZXM=",
    connectionKey: "kvx3b8lhfe3ilk0wv4xu4fl539njerj0lmcr6wf8",
    isExport: false,
  });
  expectTypeOf(result).resolves.toBeVoid();
  expect(await result).toBeUndefined();
  const res = await connectionsDelete(core, { ...place, connectionKey });
  expect(res).toMatchObject({ ok: false, error: { name: "DeleteConnectionResponseBodyError" } });
  expect(emulator.log.map(({ status }) => status)).toEqual([204, 400]);
});

test("update takes the list of the page, an empty value as well as one that is not", async () => {
  const result = await maClient.connections.update({
    workspaceId: 4,
    projectId: 4,
    connectorKey: "cG9zdGdyZXM=",
    connectionKey: "kvx3b8lhfe3ilk0wv4xu4fl539njerj0lmcr6wf8",
    patch: [
      {
        op: "replace",
        path: "connection",
        value: {},
      },
    ],
    isExport: false,
  });
  expectTypeOf(result).toEqualTypeOf<operations.UpdateConnectionResponse>();
  const patch: components.ConnectionPatchOp[] = [
    { op: "replace", path: "connection", value: { database: "db" } },
  ];
  const res = await connectionsUpdate(core, { ...place, connectionKey, patch });
  expect(res.ok).toBe(true);
  expect(emulator.log.map(({ body }) => body)).toEqual([
    { patch: [{ op: "replace", path: "connection", value: {} }] },
    { patch },
  ]);
});

test("list, as a method and as a function", async () => {
  const result = await maClient.connections.list({
    workspaceId: 4,
    projectId: 4,
    connectorKey: "cG9zdGdyZXM=",
    isExport: false,
  });
  expectTypeOf(result).toEqualTypeOf<components.ListConnectionsSchema>();
  expect(result.connections).toContainEqual({
    connectionKey,
    connectionConfig: { database: "db" },
  });
  const res = await connectionsList(core, { ...place, isExport: false });
  if (!res.ok) {
    throw res.error;
  }
  expect(res.value).toEqual(result);
});

test("create, as a method and as a function", async () => {
  const requestBody = {
    database: "hubli_journal",
    hostname: "localhost",
    port: 5432,
    username: "appuser",
    password: "<pwd>",
  };
  const result = await maClient.connections.create({ ...place, requestBody, isExport: false });
  expectTypeOf(result).toEqualTypeOf<operations.SaveConnectionResponse>();
  expect(result).toEqual({ jobId: 1, statusCode: null, failureReason: null });
  expect(emulator.mammoth.connections.at(-1)?.config).toEqual(requestBody);

  // The body of the page is empty, which the vendor refuses.
  const res = await connectionsCreate(core, {
    workspaceId: 4,
    projectId: 4,
    connectorKey: "cG9zdGdyZXM=",
    requestBody: {},
    isExport: false,
  });
  if (res.ok) expect.unreachable();
  expect(res.error.name).toBe("SaveConnectionResponseBodyError");
});

test("the variables of the page stand in for the key and the secret", async () => {
  const request = { ...place, connectionKey };
  await expect(new MammothAnalytics().connections.get(request)).rejects.toThrow(
    "pass apiKey with apiSecret, or set MAMMOTHANALYTICS_API_KEY",
  );
  vi.stubEnv("MAMMOTHANALYTICS_API_KEY", "k");
  vi.stubEnv("MAMMOTHANALYTICS_API_SECRET", "s");
  await new MammothAnalytics({ serverURL: emulator.serverURL("mammoth") }).connections.get(request);
  expect(emulator.log[0]?.headers).toMatchObject({
    "x-api-key": "[redacted]",
    "x-api-secret": "[redacted]",
  });
});

test.for([
  ["get", "GetConnection"],
  ["delete", "DeleteConnection"],
  ["update", "UpdateConnection"],
  ["list", "ListConnections"],
  ["create", "SaveConnection"],
] as const)("%s fails with %s's errors", async ([verb, stem]) => {
  const request = { ...place, connectionKey, patch: [], requestBody: {} };
  for (const [status, kind] of [
    [400, "ResponseBodyError"],
    [401, "UnauthorizedError"],
    [403, "UnauthorizedError"],
  ] as const) {
    emulator.fail({ status });
    const call: Promise<unknown> = maClient.connections[verb](request);
    const error: unknown = await call.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(errors[`${stem}${kind}`]);
    expect(error).toMatchObject({ name: `${stem}${kind}`, statusCode: status });
  }
});

test("a switch over the names of a function's errors is exhaustive", async () => {
  const res = await connectionsGet(core, { ...place, connectionKey: "gone" });
  if (res.ok) expect.unreachable();
  const { error } = res;
  switch (error.name) {
    case "GetConnectionResponseBodyError":
      expectTypeOf(error).toEqualTypeOf<errors.GetConnectionResponseBodyError>();
      return expect(error.detail).toBe("There is no connection gone.");
    case "GetConnectionUnauthorizedError":
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
