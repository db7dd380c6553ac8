/**
 * The page of Nango's SDK of 2024, call by call: the names hold once the package is replaced. What
 * has changed is what made none of its calls work: a key is needed, the paths are today's, and what
 * the page has as `{}` has members.
 */
import { Nango } from "connections-sdk/nango";
import { NangoCore } from "connections-sdk/nango/core.js";
import { connectionsCreate } from "connections-sdk/nango/funcs/connectionsCreate.js";
import { connectionsCreateMetadata } from "connections-sdk/nango/funcs/connectionsCreateMetadata.js";
import { connectionsDelete } from "connections-sdk/nango/funcs/connectionsDelete.js";
import { connectionsGet } from "connections-sdk/nango/funcs/connectionsGet.js";
import { connectionsList } from "connections-sdk/nango/funcs/connectionsList.js";
import { connectionsUpdate } from "connections-sdk/nango/funcs/connectionsUpdate.js";
import type * as components from "connections-sdk/nango/models/components";
import * as errors from "connections-sdk/nango/models/errors";
import type * as operations from "connections-sdk/nango/models/operations";
import { beforeEach, expect, expectTypeOf, test, vi } from "vitest";
import { vendor } from "./vendor.js";

const emulator = vendor();
const apiKey = "4fa3e7f0-9d1c-4c0f-8a2b-6d5e4c3b2a19";
const core = new NangoCore({ apiKey });
const connections = "https://api.nango.dev/connections";
const asked = (): unknown => emulator.log.map(({ method, url }) => `${method} ${url}`);

beforeEach(() => void vi.stubEnv("NANGO_API_KEY", apiKey));

test("list, as a method and as a function", async () => {
  const nango = new Nango();
  const result = await nango.connections.list("<value>");
  expectTypeOf(result).toEqualTypeOf<components.GetConnectionResponse>();
  expect(result).toEqual({ connections: [] });

  const res = await connectionsList(core, { connectionId: "<value>" });
  if (!res.ok) {
    throw res.error;
  }
  expect(res.value).toEqual(result);
  expect((await nango.connections.list()).connections.length).toBeGreaterThan(1);
  expect(asked()).toEqual([
    `GET ${connections}?connectionId=%3Cvalue%3E`,
    `GET ${connections}?connectionId=%3Cvalue%3E`,
    `GET ${connections}`,
  ]);
});

test("create, as a method and as a function", async () => {
  const nango = new Nango();
  const request: components.CreateConnectionRequest = {
    providerConfigKey: "apollo",
    credentials: { type: "API_KEY", apiKey: "k" },
  };
  const result = await nango.connections.create(request);
  expect(result).toMatchObject({ providerConfigKey: "apollo", credentials: { apiKey: "k" } });

  const res = await connectionsCreate(core, request);
  if (!res.ok) {
    throw res.error;
  }
  expect(res.value.connectionId).not.toBe(result.connectionId);
  expect(asked()).toEqual([`POST ${connections}`, `POST ${connections}`]);
});

test("create of the page's empty object is refused before the vendor would", async () => {
  const nango = new Nango();
  // @ts-expect-error -- what was an empty model has members, and two of them are needed
  await expect(nango.connections.create({})).rejects.toThrow("providerConfigKey");
  expect(emulator.log).toEqual([]);
});

test("get, as a method and as a function", async () => {
  const nango = new Nango();
  const result = await nango.connections.get("hubspot-acme", "hubspot", false, false);
  expectTypeOf(result).toEqualTypeOf<operations.GetConnectionResponse>();
  expectTypeOf(result).toEqualTypeOf<components.Connection>();
  expect(result.connectionId).toBe("hubspot-acme");

  const request = { connectionId: "hubspot-acme", providerConfigKey: "hubspot" };
  const res = await connectionsGet(core, request);
  if (!res.ok) {
    throw res.error;
  }
  expect(res.value.id).toBe(result.id);
  expect(await nango.connections.get(request)).toMatchObject({ id: result.id });
  expect(emulator.log[0]?.url).toMatch(
    /hubspot-acme\?provider_config_key=hubspot&force_refresh=false&refresh_token=/,
  );
});

test("delete, as a method and as a function", async () => {
  const nango = new Nango();
  await nango.connections.delete("hubspot-acme", "hubspot");
  const res = await connectionsDelete(core, {
    connectionId: "globex",
    providerConfigKey: "apollo",
  });
  if (!res.ok) {
    throw res.error;
  }
  expect(asked()).toEqual([
    `DELETE ${connections}/hubspot-acme?provider_config_key=hubspot`,
    `DELETE ${connections}/globex?provider_config_key=apollo`,
  ]);
  expect(emulator.nango.connections).toHaveLength(3);
});

test("createMetadata and update, as methods and as functions", async () => {
  const nango = new Nango();
  await nango.connections.createMetadata("hubspot-acme", "hubspot", {});
  expect(emulator.nango.connections[0]?.metadata).toEqual({});
  const result = await nango.connections.update("hubspot-acme", "hubspot", { plan: "pro" });
  expectTypeOf(result).toEqualTypeOf<operations.UpdateMetadataResponseBody>();
  expect(result.metadata).toEqual({ plan: "pro" });

  const body: operations.CreateMetadataRequestBody & operations.UpdateMetadataRequestBody = {
    connectionId: "hubspot-acme",
    providerConfigKey: "hubspot",
    metadata: { seats: 3 },
  };
  for (const res of [
    await connectionsUpdate(core, body),
    await connectionsCreateMetadata(core, body),
  ]) {
    if (!res.ok) {
      throw res.error;
    }
    expect(res.value).toEqual(body);
  }
  expect(emulator.nango.connections[0]?.metadata).toEqual({ seats: 3 });
  expect(emulator.log.map(({ method, path }) => `${method} ${path}`)).toEqual([
    "POST /connections/metadata",
    "PATCH /connections/metadata",
    "PATCH /connections/metadata",
    "POST /connections/metadata",
  ]);
});

test("the page's own values lead to the page's errors", async () => {
  const nango = new Nango();
  await expect(nango.connections.get("<value>", "<value>", false, false)).rejects.toBeInstanceOf(
    errors.Response400,
  );
  await expect(nango.connections.delete("<value>", "<value>")).rejects.toBeInstanceOf(
    errors.Response400,
  );
  // The server refuses ids that it could not read again.
  await expect(nango.connections.createMetadata("<value>", "<value>", {})).rejects.toBeInstanceOf(
    errors.Response400,
  );
  await expect(nango.connections.update("<value>", "<value>", {})).rejects.toBeInstanceOf(
    errors.Response400,
  );
  for (const change of [
    () => nango.connections.createMetadata("value", "value", {}),
    () => nango.connections.update("value", "hubspot", {}),
  ]) {
    const thrown: unknown = await change().then(undefined, (error: unknown) => error);
    expect(thrown).toBeInstanceOf(errors.Response404);
    expect(thrown).toBeInstanceOf(errors.SDKError);
  }
});

test("fetchOptions of the page come last, after arguments that are left out", async () => {
  const nango = new Nango();
  const fetchOptions = { headers: { "x-extra": "1" } };
  await nango.connections.list("hubspot-acme", { fetchOptions });
  await nango.connections.get("hubspot-acme", "hubspot", undefined, undefined, { fetchOptions });
  await nango.connections.update("hubspot-acme", "hubspot", {}, { fetchOptions });
  await nango.connections.delete("hubspot-acme", "hubspot", { fetchOptions });
  expect(emulator.log.map(({ headers }) => headers["x-extra"])).toEqual(["1", "1", "1", "1"]);
});
