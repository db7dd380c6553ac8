/** Every operation of the generated SDK: its request on the wire, and what it returns. */
import { connectionsCreate } from "connections-sdk/mammoth/funcs/connectionsCreate.js";
import { connectionsDelete } from "connections-sdk/mammoth/funcs/connectionsDelete.js";
import { connectionsGetActiveConnectors } from "connections-sdk/mammoth/funcs/connectionsGetActiveConnectors.js";
import { connectionsUpdate } from "connections-sdk/mammoth/funcs/connectionsUpdate.js";
import { jobsGet } from "connections-sdk/mammoth/funcs/jobsGet.js";
import { expect, test } from "vitest";
import { config, connector, emulated, one } from "./emulated.js";

const on = emulated();
const at = "/workspaces/4/projects/12/connectors/postgres/connections";

test("list returns its envelope, with the settings unchanged", async () => {
  const { connections } = await on.sdk().connections.list(connector);
  expect(connections).toHaveLength(2);
  expect(connections[0]).toEqual({
    connectionKey: one.connectionKey,
    connectionConfig: {
      hostname: "db.example.com",
      port: 5432,
      database: "sales",
      username: "reader",
    },
  });
  expect(on.last()).toMatchObject({ method: "GET", path: at });
  const exports = await on.sdk().connections.list({ ...connector, isExport: true });
  expect(exports.connections).toHaveLength(1);
  expect(on.last()?.path).toBe(`${at}?is_export=true`);
});

test("get sends its parameters with the names of the wire", async () => {
  await on.sdk().connections.get({
    ...one,
    concern: "ds_config_spec",
    profile: "a b",
    browseRoot: "/in",
    foldersOnly: true,
  });
  expect(on.last()?.path).toBe(
    `${at}/${one.connectionKey}?concern=ds_config_spec&profile=a%20b&browse_root=%2Fin&folders_only=true`,
  );
});

test("create posts the credentials as the body, and the job returns the connection", async () => {
  const { connections, jobs } = on.sdk();
  const made = await connections.create({ ...connector, requestBody: config });
  if (!("jobId" in made) || typeof made.jobId !== "number") return expect.unreachable();
  expect(on.last()).toMatchObject({
    method: "POST",
    path: at,
    status: 202,
    body: { ...config, password: "[redacted]" },
  });
  const { jobId } = made;
  expect((await jobs.get({ jobId })).job).toMatchObject({ id: jobId, status: "processing" });
  expect(on.last()).toMatchObject({ method: "GET", path: `/jobs/${jobId}` });
  const res = await jobsGet(on.sdk(), { jobId });
  if (!res.ok) return expect.unreachable();
  const { status, response, createdAt } = res.value.job;
  expect(status).toBe("success");
  // The vendor writes no UTC offset, so it stays a string.
  expect(createdAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+$/);
  const { connection_key: connectionKey } = response as { connection_key: string };
  await expect(connections.get({ ...connector, connectionKey })).resolves.toBeDefined();
});

test("a job with refused credentials has the reason", async () => {
  const { connections, jobs } = on.sdk();
  const requestBody = { ...config, password: "invalid" };
  const made = await connections.create({ ...connector, requestBody });
  const jobId = "jobId" in made ? Number(made.jobId) : 0;
  await jobs.get({ jobId });
  expect((await jobs.get({ jobId })).job).toMatchObject({
    status: "failure",
    response: { error: "The service refuses password." },
  });
});

test("a connector with a file picker is created in two steps", async () => {
  const { connections } = on.sdk();
  const place = { ...connector, connectorKey: "googledrive" };
  const first = await connections.create({ ...place, requestBody: { code: "c" } });
  if (!("pendingId" in first)) return expect.unreachable();
  expect(first).toEqual({
    pendingId: "pending-1",
    accessToken: "picker-token-pending-1",
    pickerApiKey: "picker-key",
  });
  const requestBody = { pending_id: first.pendingId, folder: "/reports" };
  expect(await connections.create({ ...place, requestBody })).toMatchObject({ jobId: 1 });
  expect((await connections.list(place)).connections).toMatchObject([
    { connectionConfig: { folder: "/reports" } },
  ]);
});

test("update wraps its list in the object that the vendor expects", async () => {
  const patch = [{ op: "replace", path: "connection", value: config }] as const;
  const res = await connectionsUpdate(on.sdk(), { ...one, patch: [...patch] });
  expect(res).toMatchObject({ ok: true, value: { connection_key: one.connectionKey } });
  expect(on.last()).toMatchObject({ method: "PATCH", path: `${at}/${one.connectionKey}` });
  expect(on.last()?.body).toMatchObject({ patch: [{ op: "replace", path: "connection" }] });
  expect(on.emulator.mammoth.connections[0]?.config).toEqual(config);
});

test("getActiveConnectors returns keys of connectors", async () => {
  const keys = await on.sdk().connections.getActiveConnectors({ workspaceId: 4 });
  expect(keys).toEqual(["postgres", "bigquery"]);
  expect(on.last()).toMatchObject({ method: "GET", path: "/workspaces/4/active_connectors" });
  const res = await connectionsGetActiveConnectors(on.sdk(), { workspaceId: 9 });
  expect(res).toMatchObject({ error: { name: "GetActiveConnectorsResponseBodyError" } });
});

test("delete returns nothing for a 204", async () => {
  expect(await connectionsDelete(on.sdk(), one)).toEqual({ ok: true, value: undefined });
  expect(on.last()).toMatchObject({ method: "DELETE", status: 204 });
});

test("credentials with any names are sent", async () => {
  const requestBody = {
    ...config,
    ssh_enabled: true,
    proxy_port: null,
    nested: { camelCase: [1, { snake_case: "x" }] },
    connectionKey: "k",
    toJSON: undefined,
  };
  await connectionsCreate(on.sdk(), { ...connector, requestBody });
  const { toJSON: _, ...kept } = requestBody;
  expect(on.emulator.mammoth.connections.at(-1)?.config).toEqual(kept);
});
