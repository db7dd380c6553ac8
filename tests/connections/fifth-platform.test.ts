/**
 * Anyone can write a platform with `connections-sdk/platform`: here is one, with its own server and
 * its own client.
 */
import {
  type ConnectionsPage,
  SDK,
  SDKValidationError,
  UnsupportedOperationError,
} from "connections-sdk";
import { connectionsDelete } from "connections-sdk/funcs/connectionsDelete.js";
import { connectionsGet } from "connections-sdk/funcs/connectionsGet.js";
import { connectionsList } from "connections-sdk/funcs/connectionsList.js";
import { connectionsUnlink } from "connections-sdk/funcs/connectionsUnlink.js";
import { afterEach, beforeEach, expect, expectTypeOf, test } from "vitest";
import { LinkNotFound } from "./fifth-platform/client.js";
import { type Linkhub, linkhub } from "./fifth-platform/platform.js";
import { type Link, type LinkhubServer, startLinkhub } from "./fifth-platform/server.js";

let server: LinkhubServer;
let sdk: SDK<Linkhub>;
beforeEach(async () => {
  server = await startLinkhub();
  sdk = new SDK({ platform: linkhub({ apiKey: "linkhub-key" }), serverURL: server.url });
});
afterEach(() => server[Symbol.asyncDispose]());

const first = { connectionId: "link-1" };

async function collect<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const value of values) all.push(value);
  return all;
}

test("list returns the first page, and reads the others by their cursors", async () => {
  const listed = sdk.connections.list({ groupRef: "acme" });
  expectTypeOf(await listed).toEqualTypeOf<ConnectionsPage<Link>>();
  expect((await listed).connections.map(({ id }) => id)).toEqual(["link-1", "link-2"]);
  expect(server.requests).toEqual(["GET /v1/links?account=acme"]);
  const pages = await collect(listed);
  expect(pages.map(({ connections }) => connections.length)).toEqual([2, 2, 1]);
  expect(server.requests).toEqual([
    "GET /v1/links?account=acme",
    "GET /v1/links?account=acme&cursor=2",
    "GET /v1/links?account=acme&cursor=4",
  ]);
});

test("list reads every connection, with the filters of the request", async () => {
  const request = { groupRef: "acme", provider: "salesforce" };
  const items = await collect(connectionsList(sdk, request).items());
  expect(items.map((item) => item.ok && item.value.id)).toEqual(["link-1", "link-3", "link-5"]);
});

test("a connection has the members of the unified API, and the platform's own object", async () => {
  const connection = await sdk.connections.get(first);
  expectTypeOf(connection.raw).toEqualTypeOf<Link>();
  expect({ ...connection, raw: connection.raw }).toEqual({
    type: "connection",
    id: "link-1",
    coordinates: { platform: "linkhub", version: 1, connectionId: "link-1" },
    platform: "linkhub",
    provider: "salesforce",
    status: "pending",
    group: { ref: "acme" },
    createTime: new Date("2026-03-01T08:00:00Z"),
    raw: server.links[0],
  });
});

test("statuses are those of the unified API, and unknown ones are passed through", async () => {
  const items = await collect(sdk.connections.list({ groupRef: "acme" }).items());
  expect(items.map(({ status }) => status)).toEqual([
    "pending",
    "active",
    "active",
    "broken",
    "migrating",
  ]);
});

test("delete returns nothing, and deletes the connection", async () => {
  expect(await connectionsDelete(sdk, first)).toEqual({ ok: true, value: undefined });
  expect(server.links.map(({ id }) => id)).not.toContain("link-1");
});

test("the platform's error has its own type in results", async () => {
  const res = await connectionsGet(sdk, { connectionId: "nowhere" });
  if (res.ok) throw new Error("the call succeeded");
  const { error } = res;
  if (error.name === "LinkNotFound") expectTypeOf(error.reason).toEqualTypeOf<string>();
  expect(error).toMatchObject({ name: "LinkNotFound", reason: "No such link." });
});

test("a method throws the platform's error", async () => {
  await expect(sdk.connections.delete({ connectionId: "nowhere" })).rejects.toThrow(LinkNotFound);
});

test("a validation error of the client names the member of the unified API", async () => {
  const request = { connectionId: 7 as unknown as string };
  const res = await connectionsGet(sdk, request);
  expect(res).toMatchObject({ ok: false, error: { issues: [{ path: ["connectionId"] }] } });
  expect(!res.ok && res.error).toBeInstanceOf(SDKValidationError);
  expect(!res.ok && res.error).toHaveProperty("rawValue", request);
  expect(server.requests).toEqual([]);
});

test("a request that is not an object is a validation error", async () => {
  const error = await connectionsGet(sdk, undefined as never);
  expect(error).toMatchObject({ ok: false, error: { name: "SDKValidationError" } });
});

test("the compiler refuses a verb that the platform does not support", async () => {
  // @ts-expect-error
  const res = await connectionsUnlink(sdk, { connectionId: "link-1" });
  expect(res).toMatchObject({ ok: false, error: { platform: "linkhub", operation: "unlink" } });
  // @ts-expect-error
  const thrown = sdk.connections.unlink({ connectionId: "link-1" });
  await expect(thrown).rejects.toThrow(UnsupportedOperationError);
  expect(server.requests).toEqual([]);
});

test("an error ends the pages", async () => {
  const refused = new SDK({ platform: linkhub({ apiKey: "another", serverURL: server.url }) });
  const pages = await collect(connectionsList(refused, { groupRef: "acme" }));
  expect(pages).toMatchObject([{ ok: false, error: { name: "LinkhubError", statusCode: 401 } }]);
});

test("a promise of the client that rejects is an error as data", async () => {
  const broken = linkhub({ apiKey: "linkhub-key", serverURL: "data:text/html,<p>#" });
  const res = await connectionsGet(new SDK({ platform: broken }), first);
  expect(res).toMatchObject({ ok: false, error: { name: "UnexpectedClientError" } });
});

test("a server that cannot be reached is the client's ConnectionError", async () => {
  await server[Symbol.asyncDispose]();
  const res = await connectionsGet(sdk, first);
  expect(res).toMatchObject({ ok: false, error: { name: "ConnectionError" } });
});

test("options of a call reach the client", async () => {
  const signal = AbortSignal.abort(new Error("stop"));
  const res = await connectionsGet(sdk, first, { signal });
  expect(res).toMatchObject({ ok: false, error: { name: "ConnectionError" } });
  expect(server.requests).toEqual([]);
});

test("a client that is not of this package shows nothing to $inspect", async () => {
  const [res, inspection] = await connectionsGet(sdk, first).$inspect();
  expect(res.ok).toBe(true);
  expect(inspection.request).toBeUndefined();
  expect(inspection.response).toBeUndefined();
});
