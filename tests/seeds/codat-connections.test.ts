/**
 * The page of Codat's SDK, call by call: the names hold once the package is replaced. Answers are
 * values, not envelopes.
 */
import { CodatPlatform } from "connections-sdk/codat";
import { CodatPlatformCore } from "connections-sdk/codat/core.js";
import { connectionsCreate } from "connections-sdk/codat/funcs/connectionsCreate.js";
import { connectionsDelete } from "connections-sdk/codat/funcs/connectionsDelete.js";
import { connectionsGet } from "connections-sdk/codat/funcs/connectionsGet.js";
import { connectionsList } from "connections-sdk/codat/funcs/connectionsList.js";
import { connectionsUnlink } from "connections-sdk/codat/funcs/connectionsUnlink.js";
import { connectionsUpdateAuthorization } from "connections-sdk/codat/funcs/connectionsUpdateAuthorization.js";
import { type Connection, DataConnectionStatus } from "connections-sdk/codat/models/components";
import type * as operations from "connections-sdk/codat/models/operations";
import { expect, expectTypeOf, test } from "vitest";
import { vendor } from "./vendor.js";

const emulator = vendor();
const options = {
  security: {
    authHeader: "Basic WU9VUl9BUElfS0VZ",
  },
};
const sdk = new CodatPlatform(options);
const core = new CodatPlatformCore(options);
const connections =
  "https://api.codat.io/companies/8a210b68-6988-11ed-a1eb-0242ac120002/connections";
const connection = `${connections}/2e9d2c44-f675-40ba-8049-353bfcb5e171`;
const asked = (): unknown => emulator.log.map(({ method, url }) => `${method} ${url}`);

test("create, as a method and as a function", async () => {
  const res = await sdk.connections.create({
    requestBody: {
      platformKey: "gbol",
    },
    companyId: "8a210b68-6988-11ed-a1eb-0242ac120002",
  });
  expectTypeOf(res).toEqualTypeOf<operations.CreateConnectionResponse>();
  expectTypeOf(res).toEqualTypeOf<Connection>();
  expect(res).toMatchObject({ integrationKey: "gbol", status: DataConnectionStatus.PendingAuth });

  const request: operations.CreateConnectionRequest = {
    requestBody: { platformKey: "gbol" },
    companyId: "8a210b68-6988-11ed-a1eb-0242ac120002",
  };
  const again = await connectionsCreate(core, request);
  if (!again.ok) throw again.error;
  expect(again.value.id).not.toBe(res.id);
  expect(asked()).toEqual([`POST ${connections}`, `POST ${connections}`]);
});

test("delete, as a method and as a function, answers nothing", async () => {
  const request: operations.DeleteConnectionRequest = {
    companyId: "8a210b68-6988-11ed-a1eb-0242ac120002",
    connectionId: "2e9d2c44-f675-40ba-8049-353bfcb5e171",
  };
  const res = sdk.connections.delete({
    companyId: "8a210b68-6988-11ed-a1eb-0242ac120002",
    connectionId: "2e9d2c44-f675-40ba-8049-353bfcb5e171",
  });
  expectTypeOf(res).resolves.toEqualTypeOf<operations.DeleteConnectionResponse>();
  expectTypeOf(res).resolves.toBeVoid();
  expect(await res).toBeUndefined();

  const again = await connectionsDelete(core, request);
  expect(again).toMatchObject({ ok: false, error: { name: "ErrorMessage", statusCode: 404 } });
  expect(asked()).toEqual([`DELETE ${connection}`, `DELETE ${connection}`]);
});

test("get, as a method and as a function", async () => {
  const res = await sdk.connections.get({
    companyId: "8a210b68-6988-11ed-a1eb-0242ac120002",
    connectionId: "2e9d2c44-f675-40ba-8049-353bfcb5e171",
  });
  expectTypeOf(res).toEqualTypeOf<operations.GetConnectionResponse>();
  expect(res.id).toBe("2e9d2c44-f675-40ba-8049-353bfcb5e171");

  const request: operations.GetConnectionRequest = {
    companyId: "8a210b68-6988-11ed-a1eb-0242ac120002",
    connectionId: res.id,
  };
  expect(await connectionsGet(core, request)).toEqual({ ok: true, value: res });
  expect(asked()).toEqual([`GET ${connection}`, `GET ${connection}`]);
});

test("list, as a method and as a function", async () => {
  const res = await sdk.connections.list({
    companyId: "8a210b68-6988-11ed-a1eb-0242ac120002",
    orderBy: "-modifiedDate",
    page: 1,
    pageSize: 100,
  });
  expectTypeOf(res).toEqualTypeOf<operations.ListConnectionsResponse>();
  expect(res.results?.map(({ status }) => status)).toContain("Linked");

  const request: operations.ListConnectionsRequest = {
    companyId: "8a210b68-6988-11ed-a1eb-0242ac120002",
    orderBy: "-modifiedDate",
    page: 1,
    pageSize: 100,
  };
  expect(await connectionsList(core, request)).toEqual({ ok: true, value: res });
  const url = `${connections}?page=1&pageSize=100&orderBy=-modifiedDate`;
  expect(asked()).toEqual([`GET ${url}`, `GET ${url}`]);
});

test("unlink, as a method and as a function", async () => {
  const res = await sdk.connections.unlink({
    updateConnectionStatus: {},
    companyId: "8a210b68-6988-11ed-a1eb-0242ac120002",
    connectionId: "2e9d2c44-f675-40ba-8049-353bfcb5e171",
  });
  expectTypeOf(res).toEqualTypeOf<operations.UnlinkConnectionResponse>();
  // The page's body asks for nothing, and nothing is what happens.
  expect(res.status).toBe("Linked");

  const request: operations.UnlinkConnectionRequest = {
    updateConnectionStatus: { status: DataConnectionStatus.Unlinked },
    companyId: "8a210b68-6988-11ed-a1eb-0242ac120002",
    connectionId: "2e9d2c44-f675-40ba-8049-353bfcb5e171",
  };
  const again = await connectionsUnlink(core, request);
  expect(again).toMatchObject({ ok: true, value: { status: "Unlinked" } });
  expect(emulator.log.map(({ body }) => body)).toEqual([{}, { status: "Unlinked" }]);
  expect(asked()).toEqual([`PATCH ${connection}`, `PATCH ${connection}`]);
});

test("updateAuthorization, as a method and as a function", async () => {
  const res = await sdk.connections.updateAuthorization({
    requestBody: {
      Neptunium: "Books",
    },
    companyId: "8a210b68-6988-11ed-a1eb-0242ac120002",
    connectionId: "2e9d2c44-f675-40ba-8049-353bfcb5e171",
  });
  expectTypeOf(res).toEqualTypeOf<operations.UpdateConnectionAuthorizationResponse>();
  expect(res.status).toBe("Linked");

  const request: operations.UpdateConnectionAuthorizationRequest = {
    requestBody: { Neptunium: "Books" },
    companyId: "8a210b68-6988-11ed-a1eb-0242ac120002",
    connectionId: "2e9d2c44-f675-40ba-8049-353bfcb5e171",
  };
  expect(await connectionsUpdateAuthorization(core, request)).toEqual({ ok: true, value: res });
  expect(emulator.codat.connections[0]?.credentials).toEqual({ Neptunium: "Books" });
  expect(asked()).toEqual([`PUT ${connection}/authorization`, `PUT ${connection}/authorization`]);
});
